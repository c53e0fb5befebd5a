using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using WooPipeline.Documents;
using Block = WooPipeline.Documents.Block;

namespace WooPipeline.Templating;

/// <summary>
/// Markdown as a document tree: CommonMark with pipe tables, notes, definition lists (as fields), struck-through, raised and
/// lowered text, and containers <c>::: name argument</c>:
/// <c>pagina</c> (a new page), <c>tabel Caption {#anchor .rijkop}</c>, <c>velden {.klein}</c>, <c>taal en-GB</c>,
/// <c>invoegen name</c> (blocks from elsewhere). <c>{#anchor}</c> ends a heading that is pointed at; a link to
/// <c>pagina:anchor</c> becomes the anchor's page. HTML is text.
/// </summary>
public static class MarkdownTree
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables(new PipeTableOptions { InferColumnWidthsFromSeparator = true })
        .UseFootnotes()
        .UseDefinitionLists()
        .UseEmphasisExtras()
        .UseCustomContainers()
        .UseAutoLinks()
        .Build();

    /// <summary>The tree of a text; nothing of the text is lost.</summary>
    public static DocumentTree Parse(string markdown) => Parse(markdown, new MarkdownTreeOptions());

    /// <summary>The tree of a text, with what <c>invoegen</c> brings in.</summary>
    /// <exception cref="TemplateException">The text nests too deep, or <c>invoegen</c> names what isn't there.</exception>
    public static DocumentTree Parse(string markdown, MarkdownTreeOptions options)
    {
        try
        {
            return ParseDocument(markdown, options);
        }
        catch (ArgumentException e) when (e is not ArgumentNullException)
        {
            throw new TemplateException("De tekst heeft te veel niveaus in elkaar (lijsten, citaten of nadruk). Maak de opbouw vlakker.", e);
        }
    }

    /// <summary>The pieces of one line of Markdown, such as a table's caption.</summary>
    internal static ImmutableArray<Inline> Line(string markdown) =>
        Markdown.Parse(markdown, Pipeline).OfType<ParagraphBlock>().FirstOrDefault() is { } line ? MarkdownInlines.Build(line.Inline) : [];

    private static DocumentTree ParseDocument(string markdown, MarkdownTreeOptions options)
    {
        var (document, extra) = UnreferencedNotes.Parse(markdown, text => Markdown.Parse(text, Pipeline));
        var builder = new MarkdownBlocks(options);
        var blocks = builder.Build(document.Where(b => !ReferenceEquals(b, extra)), 0);
        return new DocumentTree
        {
            Title = FirstTitle(blocks),
            Kind = DocumentKind.Text,
            Blocks = blocks,
            Footnotes = builder.Notes(document),
        };
    }

    private static string FirstTitle(ImmutableArray<Block> blocks) =>
        blocks.OfType<Heading>().FirstOrDefault(h => h.Level == 1) is { } title ? PlainText.Of([title]).Trim() : "";
}
