namespace Scriban.Syntax;

/// <summary>Text that is output as it stands.</summary>
public sealed class ScriptRawStatement : ScriptStatement
{
    internal ScriptRawStatement(string text) => Text = text;

    /// <summary>The text, after white space control.</summary>
    public string Text { get; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // The indent of a code block ends with the block.
        context.CurrentIndent = null;
        if (context.EnableOutput)
        {
            context.Write(Text);
        }

        return null;
    }
}
