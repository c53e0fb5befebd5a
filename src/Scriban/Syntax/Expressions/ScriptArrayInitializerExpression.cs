using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>[1, 2, 3]</c></summary>
public sealed class ScriptArrayInitializerExpression : ScriptExpression
{
    internal ScriptArrayInitializerExpression(ImmutableArray<ScriptExpression> values) => Values = values;

    /// <summary>The items.</summary>
    public ImmutableArray<ScriptExpression> Values { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Values;

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        var array = new ScriptArray(Values.Length);
        foreach (var value in Values)
        {
            array.Add(value.Evaluate(context));
        }

        return array;
    }

    /// <inheritdoc />
    public override string ToString() => $"[{string.Join(", ", Values)}]";
}
