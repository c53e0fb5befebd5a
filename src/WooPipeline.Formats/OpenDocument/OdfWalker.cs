using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;
using static WooPipeline.Formats.OpenDocument.OdfNames;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>Walks the blocks of a story: paragraphs, lists, tables, frames; what hangs on a paragraph comes after it.</summary>
internal sealed class OdfWalker(OdfPackage package, OdfStyles styles)
{
    private const int MaxDepth = 100;
    private const int MaxCells = 1_000_000;
    private int depth;
    private int cells;

    public OdfStyles Styles => styles;

    public ReadLimits Limits => package.Limits;

    /// <summary>Notes in order of their references.</summary>
    public List<Footnote> Notes { get; } = [];

    public List<Attachment> Attachments { get; } = [];

    /// <summary>The blocks of an element's children.</summary>
    /// <exception cref="OfficeException">Nested too deep, too many cells.</exception>
    public ImmutableArray<Block> Story(XElement container, string? listStyle = null)
    {
        if (++depth > MaxDepth)
        {
            throw new OfficeException("te-diep", $"De onderdelen van het document zijn dieper genest dan {MaxDepth} lagen. Zet het document om naar PDF.");
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var child in container.Elements())
        {
            Limits.Check();
            Add(child, blocks, listStyle);
        }

        depth--;
        return blocks.ToImmutable();
    }

    /// <summary>The blocks of a shape: a frame, a drawn form with text, a group.</summary>
    public ImmutableArray<Block> Shape(XElement shape)
    {
        if (++depth > MaxDepth)
        {
            throw new OfficeException("te-diep", $"De onderdelen van het document zijn dieper genest dan {MaxDepth} lagen. Zet het document om naar PDF.");
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        var description = string.Join(". ", shape.Elements().Where(e => e.Name == SvgNs + "title" || e.Name == SvgNs + "desc").Select(e => e.Value.Trim()).Where(v => v.Length > 0));
        var hasImage = false;
        foreach (var child in shape.Elements())
        {
            Limits.Check();
            if (child.Name == DrawNs + "image" && !hasImage)
            {
                hasImage = true; // a second is the same picture in another format
                blocks.Add(new ImageBlock(ImageOf(child, description)));
            }
            else if (child.Name == DrawNs + "object" || child.Name == DrawNs + "object-ole")
            {
                AddObject(child, blocks);
            }
            else if (child.Name.Namespace != SvgNs && child.Name != DrawNs + "image")
            {
                Add(child, blocks, null);
            }
        }

        if (description.Length > 0 && !hasImage)
        {
            blocks.Add(new Section(ZoneKind.Hidden, [Paragraph.Of(description)]));
        }

        depth--;
        return blocks.ToImmutable();
    }

    private void Add(XElement element, ImmutableArray<Block>.Builder blocks, string? listStyle)
    {
        if (element.Name == TextNs + "p" || element.Name == TextNs + "h")
        {
            AddParagraph(element, blocks);
        }
        else if (element.Name == TextNs + "list")
        {
            AddList(element, blocks, (string?)element.Attribute(TextNs + "style-name") ?? listStyle);
        }
        else if (element.Name == TableNs + "table")
        {
            AddTable(element, blocks);
        }
        else if (element.Name == TextNs + "tracked-changes" || (element.Name == TextNs + "section" && (string?)element.Attribute(TextNs + "display") is "none" or "condition"))
        {
            Section(ZoneKind.Hidden, Story(element), blocks);
        }
        else if (element.Name == OfficeNs + "annotation")
        {
            Section(ZoneKind.Comment, Comment(element), blocks);
        }
        else if (element.Name.Namespace == DrawNs)
        {
            blocks.AddRange(Shape(element));
        }
        else if (!IsTechnical(element))
        {
            blocks.AddRange(Story(element, listStyle)); // sections, indexes, changed regions: only wrappers here
        }
    }

    /// <summary>An annotation: who, when, what.</summary>
    public ImmutableArray<Block> Comment(XElement annotation)
    {
        var who = annotation.Elements().Where(e => e.Name == DcNs + "creator" || e.Name == DcNs + "date" || e.Name == MetaNs + "creator-initials").Select(e => Paragraph.Of(e.Value.Trim()));
        return [.. who, .. Story(annotation)];
    }

    public static void Section(ZoneKind kind, ImmutableArray<Block> content, ImmutableArray<Block>.Builder blocks)
    {
        if (content.Length > 0)
        {
            blocks.Add(new Section(kind, content));
        }
    }

    private void AddParagraph(XElement element, ImmutableArray<Block>.Builder blocks)
    {
        var line = new OdfLine(this, element);
        var shown = line.Shown;
        if (shown is [InlineImage image])
        {
            blocks.Add(new ImageBlock(image.Image));
        }
        else if (shown.Length > 0)
        {
            var level = element.Name == TextNs + "h" ? Math.Clamp(Repeat(element, TextNs + "outline-level"), 1, 6) : 0;
            blocks.Add(level > 0 ? new Heading(level, shown) : new Paragraph(shown));
        }

        blocks.AddRange(line.After);
    }

    private void AddList(XElement list, ImmutableArray<Block>.Builder blocks, string? style)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (var item in list.Elements().Where(e => e.Name == TextNs + "list-item" || e.Name == TextNs + "list-header"))
        {
            var content = Story(item, style);
            if (content.Length > 0)
            {
                items.Add(new ListItem(content));
            }
        }

        // A list with one heading in it is how programs number headings.
        if (items is [{ Blocks: [Heading] }])
        {
            blocks.AddRange(items[0].Blocks);
        }
        else if (items.Count > 0)
        {
            blocks.Add(new ListBlock(styles.IsOrdered(style), items.ToImmutable()));
        }
    }

    private void AddTable(XElement table, ImmutableArray<Block>.Builder blocks)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var headers = 0;
        foreach (var row in Rows(table))
        {
            headers += row.Parent!.Name == TableNs + "table-header-rows" && headers == rows.Count ? 1 : 0;
            rows.Add(new TableRow([.. row.Elements(TableNs + "table-cell").SelectMany(Cell)]));
        }

        if (rows.Count > 0)
        {
            blocks.Add(new Table(rows.ToImmutable(), headers == rows.Count ? 0 : headers));
        }
    }

    private IEnumerable<TableCell> Cell(XElement cell)
    {
        var made = new TableCell(Story(cell), Math.Min(1000, Repeat(cell, TableNs + "number-columns-spanned")), Math.Min(1000, Repeat(cell, TableNs + "number-rows-spanned")));
        var count = Math.Min(Repeat(cell, TableNs + "number-columns-repeated"), 1000);
        cells += count;
        return cells <= MaxCells ? Enumerable.Repeat(made, count) : throw new OfficeException("te-groot", $"De tabellen hebben meer dan {MaxCells} cellen. Splits het bestand.");
    }

    /// <summary>The rows of a table, also those within groups and heading rows.</summary>
    public static IEnumerable<XElement> Rows(XElement table) => table.Elements().SelectMany(e =>
        e.Name == TableNs + "table-row" ? [e] : e.Name.Namespace == TableNs && e.Name.LocalName is "table-header-rows" or "table-rows" or "table-row-group" ? Rows(e) : []);

    private void AddObject(XElement element, ImmutableArray<Block>.Builder blocks)
    {
        // A chart or formula is a document of its own within the package; its words are shown in the picture beside it.
        var folder = ((string?)element.Attribute(Href) ?? "").TrimStart('.', '/');
        var inner = element.Elements().FirstOrDefault() ?? (folder.Length > 0 && !folder.Contains("..", StringComparison.Ordinal) ? package.Xml(folder + "/content.xml") : null);
        var texts = inner?.Descendants().Where(e => e.Name == TextNs + "p" || e.Name.LocalName is "mi" or "mtext" or "mo" or "mn").Select(e => e.Value.Trim()).Where(t => t.Length > 0).ToList() ?? [];
        if (texts.Count > 0)
        {
            blocks.Add(new Section(ZoneKind.Body, [new Paragraph(Formats.Text.TextBlocks.Lines(texts))]) { Name = "tekening" });
        }
        else if (folder.Length > 0 && package.Bytes(folder) is { } bytes)
        {
            Attachments.Add(new Attachment(folder[(folder.LastIndexOf('/') + 1)..], "application/octet-stream", bytes));
        }
    }

    public ImageContent ImageOf(XElement image, string description)
    {
        var data = image.Element(OfficeNs + "binary-data") is { } inline ? FromBase64(inline.Value) : package.Bytes((string?)image.Attribute(Href) ?? "");
        return data is null ? new ImageContent([], "image/unknown", description) : ImageFile.Content(data, description);
    }

    private static byte[]? FromBase64(string text)
    {
        var buffer = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    private static bool IsTechnical(XElement element) =>
        element.Name.Namespace == DcNs || element.Name.Namespace == MetaNs || element.Name.Namespace == PresentationNs && element.Name.LocalName is "settings"
        || (element.Name.Namespace == OfficeNs && element.Name.LocalName is "forms" or "event-listeners" or "scripts")
        || (element.Name.Namespace == TextNs && (element.Name.LocalName.EndsWith("-decls", StringComparison.Ordinal) || element.Name.LocalName.EndsWith("-source", StringComparison.Ordinal)))
        || (element.Name.Namespace == TableNs && element.Name.LocalName is not ("table" or "shapes"));
}
