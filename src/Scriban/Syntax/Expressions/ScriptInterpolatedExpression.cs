using System.Collections.Immutable;
using System.Text;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A string with expressions in it: <c>$"text {expression}"</c>.</summary>
public sealed class ScriptInterpolatedExpression : ScriptExpression
{
    internal ScriptInterpolatedExpression(ImmutableArray<ScriptExpression> parts) => Parts = parts;

    /// <summary>Texts and expressions in the order of the source.</summary>
    public ImmutableArray<ScriptExpression> Parts { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Parts;

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(context.ObjectToString(part.Evaluate(context)));
            context.CheckLength(Span, text.Length);
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"$\"{string.Concat(Parts.Select(x => x is ScriptLiteral { Value: string text } ? Functions.StringFunctions.Escape(text) : $"{{{x}}}"))}\"";
}
