namespace Scriban.Syntax;

/// <summary>The start of a code block that sets the indent of what the block prints.</summary>
internal sealed class ScriptIndentStatement : ScriptStatement
{
    private readonly string? _indent;

    public ScriptIndentStatement(string? indent) => _indent = indent;

    public override bool CanOutput => false;

    public override object? Evaluate(TemplateContext context)
    {
        context.CurrentIndent = context.AutoIndent ? _indent : null;
        return null;
    }
}
