namespace Scriban.Syntax;

/// <summary><c>capture target ... end</c>: writes what the body prints to a variable.</summary>
public sealed class ScriptCaptureStatement : ScriptStatement
{
    internal ScriptCaptureStatement(ScriptExpression target, ScriptBlockStatement body)
    {
        Target = target;
        Body = body;
    }

    /// <summary>The variable or member.</summary>
    public ScriptExpression Target { get; }

    /// <summary>What is captured.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Target, Body];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        object? result = null;
        var text = context.Capture(() => result = Body.Evaluate(context));
        context.SetValue(Target, text);
        return result;
    }
}
