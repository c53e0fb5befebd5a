using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Slides;

/// <summary>What the shapes of a slide, its notes or its background say, in drawing order; the title apart.</summary>
internal sealed class PptxShapes(OfficePackage package, OfficePart part)
{
    internal static readonly XNamespace A = OfficeNames.Drawing;
    private const int MaxDepth = 64;
    private static readonly XNamespace P = PptxDeck.P;
    private static readonly XName Embed = XName.Get("embed", OfficeNames.Relationships);
    private static readonly XName RelationshipId = XName.Get("id", OfficeNames.Relationships);
    private static readonly XName DiagramData = XName.Get("dm", OfficeNames.Relationships);
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Block>.Builder hidden = ImmutableArray.CreateBuilder<Block>();

    /// <summary>True for notes: the picture of the slide and its number are left out.</summary>
    public bool IsNotes { get; init; }

    /// <summary>True for masters and layouts: the prompts of placeholders are left out.</summary>
    public bool IsBackground { get; init; }

    /// <summary>The title's text; empty where there is none.</summary>
    public ImmutableArray<Inline> Title { get; private set; } = [];

    public ImmutableArray<Block> Read(IEnumerable<XElement> trees)
    {
        foreach (var tree in trees)
        {
            Group(tree, 0);
        }

        if (hidden.Count > 0)
        {
            blocks.Add(new Section(ZoneKind.Hidden, hidden.ToImmutable()));
        }

        return blocks.ToImmutable();
    }

    private void Group(XElement group, int depth)
    {
        foreach (var shape in group.Elements())
        {
            package.Limits.Check();
            if (shape.Name == XName.Get("AlternateContent", OfficeNames.Compatibility) || shape.Name == XName.Get("Choice", OfficeNames.Compatibility) || shape.Name == P + "grpSp")
            {
                if (depth < MaxDepth)
                {
                    Group(shape, depth + 1);
                }

                continue;
            }

            Shape(shape);
        }
    }

    private void Shape(XElement shape)
    {
        var properties = shape.Elements().Elements(P + "cNvPr").FirstOrDefault();
        var placeholder = shape.Elements().Elements(P + "nvPr").Elements(P + "ph").FirstOrDefault();
        var kind = placeholder is null ? null : (string?)placeholder.Attribute("type") ?? "obj";
        if ((IsBackground && kind is not null) || (IsNotes && kind is "sldImg" or "sldNum"))
        {
            return;
        }

        var made = ImmutableArray.CreateBuilder<Block>();
        switch (shape.Name.LocalName)
        {
            case "sp" or "cxnSp":
                Text(shape, kind, made);
                break;
            case "pic":
                Picture(shape, Description(properties), made);
                break;
            case "graphicFrame":
                Frame(shape, made);
                break;
            default:
                return;
        }

        var isHidden = (string?)properties?.Attribute("hidden") is "1" or "true";
        (isHidden ? hidden : blocks).AddRange(made);
        if (shape.Name.LocalName != "pic" && Description(properties) is { Length: > 0 } description)
        {
            hidden.Add(Paragraph.Of(description)); // what is read aloud of a shape that is no picture
        }
    }

    private void Text(XElement shape, string? kind, ImmutableArray<Block>.Builder made)
    {
        var body = shape.Element(P + "txBody");
        if (body is null)
        {
            return;
        }

        if (kind is "title" or "ctrTitle" && Title.IsEmpty)
        {
            Title = [.. Paragraphs(body).SelectMany((p, i) => i == 0 ? p.Content : [new LineBreak(), .. p.Content])];
            return;
        }

        var zone = kind switch { "ftr" or "sldNum" or "dt" => ZoneKind.PageFooter, "hdr" => ZoneKind.PageHeader, _ => ZoneKind.Body };
        var blocksOfText = SlideLists.Of([.. Paragraphs(body)], isList: kind is "obj" or "body" && !IsNotes);
        if (zone == ZoneKind.Body || blocksOfText.IsEmpty)
        {
            made.AddRange(blocksOfText);
        }
        else
        {
            made.Add(new Section(zone, blocksOfText));
        }
    }

    private void Picture(XElement shape, string description, ImmutableArray<Block>.Builder made)
    {
        var blip = shape.Descendants(A + "blip").FirstOrDefault();
        if (package.Target(part, part.Relationship((string?)blip?.Attribute(Embed))) is { } source)
        {
            made.Add(new ImageBlock(ImageFile.Content(source.Bytes, description)));
        }
        else if (description.Length > 0)
        {
            made.Add(new ImageBlock(new ImageContent([], "image/unknown", description)));
        }
    }

    private void Frame(XElement frame, ImmutableArray<Block>.Builder made)
    {
        foreach (var table in frame.Descendants(A + "tbl"))
        {
            var rows = table.Elements(A + "tr").Select(row => new TableRow([.. row.Elements(A + "tc").Where(IsOwnCell).Select(Cell)])).ToImmutableArray();
            var header = table.Element(A + "tblPr") is { } look && (string?)look.Attribute("firstRow") is "1" or "true" ? 1 : 0;
            if (rows.Length > 0)
            {
                made.Add(new Table(rows, Math.Min(header, rows.Length - 1)));
            }
        }

        foreach (var reference in frame.Descendants().Where(e => e.Name.LocalName is "chart" or "relIds"))
        {
            var id = (string?)reference.Attribute(RelationshipId) ?? (string?)reference.Attribute(DiagramData);
            if (package.Target(part, part.Relationship(id)) is { } side && ShapeText.Read(side.Xml.Descendants(), _ => null) is { IsEmpty: false } text)
            {
                made.Add(new Section(ZoneKind.Body, [new Paragraph(text)]) { Name = "tekening" });
            }
        }
    }

    private static bool IsOwnCell(XElement cell) => !((string?)cell.Attribute("hMerge") is "1" or "true" || (string?)cell.Attribute("vMerge") is "1" or "true");

    private TableCell Cell(XElement cell)
    {
        int Span(string name) => int.TryParse((string?)cell.Attribute(name), out var span) ? Math.Clamp(span, 1, 1000) : 1;
        return new TableCell([.. cell.Elements(A + "txBody").SelectMany(Paragraphs).Select(p => new Paragraph(p.Content))], Span("gridSpan"), Span("rowSpan"));
    }

    private IEnumerable<SlideParagraph> Paragraphs(XElement body)
    {
        foreach (var paragraph in body.Elements(A + "p"))
        {
            package.Limits.Check();
            var properties = paragraph.Element(A + "pPr");
            var content = Line(paragraph);
            if (!content.IsEmpty)
            {
                var level = int.TryParse((string?)properties?.Attribute("lvl"), out var given) ? Math.Clamp(given, 0, 8) : 0;
                var bullet = properties?.Element(A + "buNone") is not null ? false : properties?.Elements().Any(e => e.Name.LocalName is "buChar" or "buAutoNum" or "buBlip") == true ? true : default(bool?);
                yield return new SlideParagraph(content, level, bullet, properties?.Element(A + "buAutoNum") is not null);
            }
        }
    }

    private ImmutableArray<Inline> Line(XElement paragraph)
    {
        var content = ImmutableArray.CreateBuilder<Inline>();
        foreach (var piece in paragraph.Elements())
        {
            var text = piece.Name == A + "br" ? null : piece.Element(A + "t")?.Value ?? string.Concat(piece.DescendantsAndSelf().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
            if (text is null)
            {
                content.Add(new LineBreak());
            }
            else if (text.Length > 0 && piece.Name.LocalName is "r" or "fld" or "m" or "AlternateContent")
            {
                var run = new TextRun(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\v', ' '), Style(piece.Element(A + "rPr")));
                var target = part.Relationship((string?)piece.Element(A + "rPr")?.Element(A + "hlinkClick")?.Attribute(RelationshipId));
                content.Add(target is { IsExternal: true, Target.Length: > 0 } ? new Link(target.Target, [run]) : run);
            }
        }

        return content.ToImmutable();
    }

    private static TextStyle Style(XElement? properties)
    {
        bool On(string name) => (string?)properties?.Attribute(name) is "1" or "true";
        return (On("b") ? TextStyle.Bold : TextStyle.None) | (On("i") ? TextStyle.Italic : TextStyle.None)
            | ((string?)properties?.Attribute("u") is not (null or "none") ? TextStyle.Underline : TextStyle.None)
            | ((string?)properties?.Attribute("strike") is not (null or "noStrike") ? TextStyle.Strikethrough : TextStyle.None);
    }

    private static string Description(XElement? properties) => string.Join(". ",
        new[] { (string?)properties?.Attribute("title"), (string?)properties?.Attribute("descr") }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).Distinct(StringComparer.Ordinal));
}
