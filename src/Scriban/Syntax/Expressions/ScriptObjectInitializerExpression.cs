using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>{ name: value, "other name": value }</c></summary>
public sealed class ScriptObjectInitializerExpression : ScriptExpression
{
    internal ScriptObjectInitializerExpression(ImmutableArray<KeyValuePair<string, ScriptExpression>> members) => Members = members;

    /// <summary>The members in the order of the source.</summary>
    public ImmutableArray<KeyValuePair<string, ScriptExpression>> Members { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Members.Select(x => x.Value);

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        var result = new ScriptObject(Members.Length);
        foreach (var (name, value) in Members)
        {
            result[name] = value.Evaluate(context);
        }

        return result;
    }

    /// <inheritdoc />
    public override string ToString() => $"{{{string.Join(", ", Members.Select(x => $"{x.Key}: {x.Value}"))}}}";
}
