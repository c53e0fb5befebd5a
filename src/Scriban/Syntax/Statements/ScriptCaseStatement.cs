using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>case value when a, b ... else ... end</c></summary>
public sealed class ScriptCaseStatement : ScriptStatement
{
    internal ScriptCaseStatement(ScriptExpression value, ScriptBlockStatement preamble, ImmutableArray<ScriptWhenStatement> whens, ScriptStatement? otherwise)
    {
        Value = value;
        Preamble = preamble;
        Whens = whens;
        Else = otherwise;
    }

    /// <summary>The value that is compared.</summary>
    public ScriptExpression Value { get; }

    /// <summary>What stands before the first <c>when</c>.</summary>
    public ScriptBlockStatement Preamble { get; }

    /// <summary>The cases.</summary>
    public ImmutableArray<ScriptWhenStatement> Whens { get; }

    /// <summary>What is done where no case matches; null for nothing.</summary>
    public ScriptStatement? Else { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Else is null ? [Value, Preamble, .. Whens] : [Value, Preamble, .. Whens, Else];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var value = Value.Evaluate(context);
        Preamble.Evaluate(context);
        foreach (var when in Whens)
        {
            foreach (var candidate in when.Values)
            {
                var match = candidate.Evaluate(context);
                if (ScriptBinaryOperations.Evaluate(context, candidate.Span, ScriptBinaryOperator.CompareEqual, Value.Span, value, candidate.Span, match) is true)
                {
                    return when.Body.Evaluate(context);
                }
            }
        }

        return Else?.Evaluate(context);
    }
}
