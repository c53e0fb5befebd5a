using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>Where a block stands: in which list level, quotation, table cell.</summary>
/// <param name="Style">Paragraph style of running text there.</param>
/// <param name="Indent">Left indent in twips, 0 for none.</param>
/// <param name="ListLevel">Levels of lists around it.</param>
/// <param name="Language">Language where it differs from the document's.</param>
internal sealed record DocxPlace(string? Style = null, int Indent = 0, int ListLevel = 0, string? Language = null);

/// <summary>Writes blocks as paragraphs and tables.</summary>
internal sealed class DocxBlocks(DocxContext context)
{
    private const int MaxListLevel = 8;
    private readonly DocxInlines inlines = new(context);
    private bool titleIsOpen;

    public XElement Body(ImmutableArray<Block> blocks)
    {
        titleIsOpen = blocks is [Heading { Level: 1 }, ..] && blocks.OfType<Heading>().Count(h => h.Level == 1) == 1;
        var body = M.E("body", Blocks(blocks, new DocxPlace()));
        if (body.LastNode is not XElement last || last.Name == W.Tbl)
        {
            body.Add(M.E("p", M.E("pPr", M.Style("TableText")))); // a table may not be the last thing before the section's end
        }

        return body;
    }

    public IEnumerable<XElement> Blocks(ImmutableArray<Block> blocks, DocxPlace place) => blocks.SelectMany(b => Block(b, place));

    private IEnumerable<XElement> Block(Block block, DocxPlace place)
    {
        switch (block)
        {
            case Heading heading:
                var style = titleIsOpen && heading.Level == 1 ? "Title" : "Heading" + Math.Clamp(heading.Level, 1, 6).ToString(CultureInfo.InvariantCulture);
                titleIsOpen = false;
                return [Paragraph(heading.Content, place with { Style = style, Indent = 0 }, heading.Anchor)];
            case Paragraph paragraph:
                return [Paragraph(paragraph.Content, place, paragraph.Anchor)];
            case ListBlock list:
                return List(list, place);
            case Table table:
                return new DocxTables(context, this, inlines).Table(table, place);
            case FieldList fields:
                return new DocxTables(context, this, inlines).Fields(fields, place);
            case ImageBlock image:
                return [Paragraph([new InlineImage(image.Image)], place, image.Anchor)];
            case PageBreak:
                return [M.E("p", M.E("r", M.E("br", M.A("type", "page"))))];
            case ThematicBreak:
                return [M.E("p", M.E("pPr", M.E("pBdr", M.E("bottom", M.Val("single"), M.A("sz", 6), M.A("space", 1), M.A("color", "A6A6A6")))))];
            case Section section:
                return Section(section, place);
            default:
                return [];
        }
    }

    private IEnumerable<XElement> Section(Section section, DocxPlace place)
    {
        if (section.Kind is ZoneKind.Hidden or ZoneKind.Comment or ZoneKind.Metadata)
        {
            return [];
        }

        var inside = place with { Language = section.Language ?? place.Language };
        if (section.Kind == ZoneKind.QuotedReply || section.Name == "quote")
        {
            inside = inside with { Style = "Quote", Indent = place.Indent + 340 };
        }

        return Blocks(section.Blocks, inside);
    }

    public XElement Paragraph(ImmutableArray<Inline> content, DocxPlace place, string? anchor = null, XElement? numbering = null)
    {
        var (start, end) = context.Anchor(anchor);
        var properties = M.E("pPr",
            place.Style is null ? null : M.Style(place.Style),
            numbering,
            place.Indent > 0 && numbering is null ? M.E("ind", M.A("left", place.Indent)) : null);
        return M.E("p", properties.HasElements ? properties : null, start, inlines.Write(content, place.Language), end);
    }

    private IEnumerable<XElement> List(ListBlock list, DocxPlace place)
    {
        var level = Math.Min(place.ListLevel, MaxListLevel);
        var counted = list.Ordered && HasPlainNumbers(list);
        var number = counted ? context.Lists.Ordered(level, list.Start) : DocxLists.BulletNumber;
        var inside = place with { Style = "ListContinue", Indent = DocxLists.Indent(level), ListLevel = place.ListLevel + 1 };
        var result = new List<XElement>();
        foreach (var item in list.Items)
        {
            var rest = item.Blocks;
            var leads = rest.Length > 0 && rest[0] is Documents.Paragraph;
            var first = leads ? (Paragraph)rest[0] : new Paragraph([]);
            rest = leads ? rest.RemoveAt(0) : rest;
            result.Add(counted || !list.Ordered && item.Label is null
                ? Item(first, level, list.Ordered, number, place.Language)
                : Labelled(first, item.Label ?? "", inside));
            result.AddRange(Blocks(rest, inside));
        }

        return result;
    }

    private XElement Item(Paragraph first, int level, bool ordered, int number, string? language) => Paragraph(
        first.Content,
        new DocxPlace(ordered ? "ListNumber" : "ListBullet", Language: language),
        first.Anchor,
        M.E("numPr", M.E("ilvl", M.Val(level)), M.E("numId", M.Val(number))));

    /// <summary>An item with the number it had: the number stands as text, so that it can never be counted anew.</summary>
    private XElement Labelled(Paragraph first, string label, DocxPlace inside)
    {
        var (start, end) = context.Anchor(first.Anchor);
        var step = Math.Min(inside.Indent, Math.Max(340, 120 * (label.Length + 1)));
        return M.E("p",
            M.E("pPr", M.Style("ListNumber"), M.E("tabs", M.E("tab", M.Val("left"), M.A("pos", inside.Indent))), M.E("ind", M.A("left", inside.Indent), M.A("hanging", step))),
            start,
            label.Length > 0 ? M.Run(label + "\t") : null,
            inlines.Write(first.Content, inside.Language),
            end);
    }

    /// <summary>True where counting from the start gives the labels that the items have.</summary>
    private static bool HasPlainNumbers(ListBlock list)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i].Label is { } label && label != (list.Start + i).ToString(CultureInfo.InvariantCulture) + ".")
            {
                return false;
            }
        }

        return true;
    }
}
