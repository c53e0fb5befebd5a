using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Passes a value on as the first argument of a function: <c>value | function</c>.</summary>
public sealed class ScriptPipeCall : ScriptExpression
{
    internal ScriptPipeCall(ScriptExpression from, ScriptExpression to)
    {
        From = from;
        To = to;
    }

    /// <summary>The value.</summary>
    public ScriptExpression From { get; }

    /// <summary>The call that receives it.</summary>
    public ScriptExpression To { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [From, To];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        var piped = new PipeArguments();
        FunctionArguments.Add(context, From, piped.Values);
        piped.Span = From.Span;

        var outer = context.ExchangePipe(piped);
        try
        {
            var result = To.Evaluate(context);
            return context.ExchangePipe(null) is null
                ? result
                : throw new ScriptRuntimeException(To.Span, $"Pipe expression destination `{To}` is not a valid function ");
        }
        finally
        {
            context.ExchangePipe(outer);
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{From} | {To}";
}
