using Scriban;
using Scriban.Parsing;

namespace WooPipeline.Templating;

/// <summary>Escapes every text value that a template prints, unless it is <see cref="Markup"/>. What the template itself says is not touched.</summary>
internal sealed class EscapingContext : TemplateContext
{
    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                return this;
            case Markup markup:
                return Write(markup.Text);
            case string text:
                return Write(MarkdownEscape.Of(text));
            default:
                return Write(MarkdownEscape.Of(ObjectToString(textAsObject)));
        }
    }
}
