namespace Scriban.Syntax;

/// <summary>A whole template.</summary>
public sealed class ScriptPage : ScriptNode
{
    internal ScriptPage(ScriptFrontMatter? frontMatter, ScriptBlockStatement body)
    {
        FrontMatter = frontMatter;
        Body = body;
    }

    /// <summary>The front matter; null where there is none. It is not run with the page.</summary>
    public ScriptFrontMatter? FrontMatter { get; }

    /// <summary>The statements.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => FrontMatter is null ? [Body] : [FrontMatter, Body];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.FlowState = ScriptFlowState.None;
        try
        {
            return Body.Evaluate(context);
        }
        finally
        {
            context.FlowState = ScriptFlowState.None;
        }
    }
}
