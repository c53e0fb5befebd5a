using System.Collections.Immutable;

namespace Scriban.Syntax;

/// <summary>One case of a <see cref="ScriptCaseStatement"/>.</summary>
public sealed class ScriptWhenStatement : ScriptStatement
{
    internal ScriptWhenStatement(ImmutableArray<ScriptExpression> values, ScriptBlockStatement body)
    {
        Values = values;
        Body = body;
    }

    /// <summary>The values it matches.</summary>
    public ImmutableArray<ScriptExpression> Values { get; }

    /// <summary>What is done.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [.. Values, Body];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Body.Evaluate(context);
}
