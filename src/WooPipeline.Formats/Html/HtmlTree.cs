using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>How HTML is turned into blocks.</summary>
public sealed record HtmlTreeOptions
{
    /// <summary>Gives the image for a source (<c>cid:…</c> of a mail), or null; nothing is ever fetched. <c>data:</c> sources are read here.</summary>
    public Func<string, ImageContent?>? Image { get; init; }

    /// <summary>True in mail: quotations are earlier messages (<see cref="ZoneKind.QuotedReply"/>) rather than quotes.</summary>
    public bool IsMail { get; init; }

    /// <summary>Deepest nesting that is kept as structure; what lies deeper is flattened, never lost.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The clock of the document that the page is part of; null for none.</summary>
    internal ReadBudget? Budget { get; init; }
}

/// <summary>What HTML says.</summary>
/// <param name="Blocks">The page as blocks; what a reader doesn't see stands in <see cref="ZoneKind.Hidden"/> sections.</param>
/// <param name="Title">Text of <c>title</c>; not among the blocks.</param>
/// <param name="Language">Language of the <c>html</c> element, or null.</param>
/// <param name="Metadata">Named <c>meta</c> elements.</param>
public sealed record HtmlContent(
    ImmutableArray<Block> Blocks,
    string Title,
    string? Language,
    ImmutableArray<MetadataField> Metadata)
{
    /// <summary>Where the source departs from HTML in a way that could lose text.</summary>
    public ImmutableArray<Deviation> Deviations { get; init; } = [];
}

/// <summary>
/// Reads HTML as a browser does (WHATWG HTML) and gives blocks: headings, paragraphs, lists, data tables, links with targets,
/// images with their descriptions. Scripts and style sheets are dropped, layout tables flattened, comments and hidden elements kept
/// as hidden sections. Text cut by tags stays one word.
/// </summary>
public static class HtmlTree
{
    /// <summary>Parses a page or a fragment. Any string is HTML; nothing throws on content.</summary>
    public static HtmlContent Parse(string html, HtmlTreeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (HtmlDepth.IsTooDeep(html))
        {
            return new HtmlContent(HtmlDepth.Flat(html), "", null, []) { Deviations = [new Deviation("html-too-deep", "html")] };
        }

        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = false }).ParseDocument(html);
        var builder = new HtmlBlockBuilder(options ?? new HtmlTreeOptions());
        var root = document.DocumentElement;
        var title = document.Title?.Trim() ?? "";
        var metadata = document.QuerySelectorAll("meta")
            .Select(m => (Name: m.GetAttribute("name") ?? m.GetAttribute("property"), Value: m.GetAttribute("content")))
            .Where(m => !string.IsNullOrWhiteSpace(m.Name) && !string.IsNullOrWhiteSpace(m.Value))
            .Select(m => new MetadataField(m.Name!.Trim(), m.Value!.Trim()))
            .ToImmutableArray();
        var blocks = builder.Build(document);
        var language = root?.GetAttribute("lang");
        return new HtmlContent(blocks, title, string.IsNullOrWhiteSpace(language) ? null : language.Trim(), metadata);
    }
}
