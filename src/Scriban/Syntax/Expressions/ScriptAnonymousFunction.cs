namespace Scriban.Syntax;

/// <summary>A function without a name: <c>do ... end</c>.</summary>
public sealed class ScriptAnonymousFunction : ScriptExpression
{
    internal ScriptAnonymousFunction(ScriptFunction function) => Function = function;

    /// <summary>The function.</summary>
    public ScriptFunction Function { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Function];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Function;

    /// <inheritdoc />
    public override string ToString() => "do ... end";
}
