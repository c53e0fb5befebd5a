using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>What one sheet says: its name, page headers, cells, drawings, comments; what no reader sees in hidden sections.</summary>
internal sealed class SheetStory(SheetContent content, SheetPage page)
{
    private static readonly XNamespace S = OfficeNames.Sheet;
    private static readonly XName RelationshipId = XName.Get("id", OfficeNames.Relationships);
    private static readonly XName Embed = XName.Get("embed", OfficeNames.Relationships);

    public ImmutableArray<Block> Blocks()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (page.IsHidden)
        {
            blocks.Add(new Heading(2, [new TextRun(page.Name)]));
            blocks.AddRange(SheetTables.Of(page.SpanOf, page.Cells, _ => null));
            blocks.AddRange(SheetSideParts.Unseen(content, page));
            return [new Section(ZoneKind.Hidden, blocks.ToImmutable())];
        }

        var name = content.Natives.Add(content.Main.Name, new NativeText(page.Declaration, page.Name, "name"));
        blocks.Add(new Heading(2, [new TextRun(page.Name, TextStyle.None, name)]));
        if (page.Part is not { } part)
        {
            return blocks.ToImmutable();
        }

        AddPageTexts(blocks, "Header", ZoneKind.PageHeader);
        blocks.AddRange(SheetTables.Of(page.SpanOf, page.Cells.Where(page.IsShown), c => content.Natives.Add(part.Name, new NativeText(((SheetCell)c).Element, c.Text))));
        AddHyperlinks(blocks, part);
        foreach (var drawing in content.Package.AllRelated(part, "drawing"))
        {
            AddDrawing(blocks, drawing);
        }

        AddPageTexts(blocks, "Footer", ZoneKind.PageFooter);
        var unseen = SheetTables.Of(page.SpanOf, page.Cells.Where(c => !page.IsShown(c)), _ => null).AddRange(SheetSideParts.Unseen(content, page));
        if (unseen.Length > 0)
        {
            blocks.Add(new Section(ZoneKind.Hidden, unseen));
        }

        var comments = SheetSideParts.Comments(content, part);
        if (comments.Length > 0)
        {
            blocks.Add(new Section(ZoneKind.Comment, comments));
        }

        return blocks.ToImmutable();
    }

    /// <summary>Printed headers and footers (§18.3.1.46), without their formatting codes.</summary>
    private void AddPageTexts(ImmutableArray<Block>.Builder blocks, string kind, ZoneKind zone)
    {
        foreach (var element in page.Part!.Xml.Elements(S + "headerFooter").Elements().Where(e => e.Name.LocalName.EndsWith(kind, StringComparison.Ordinal)))
        {
            var text = PageText.Shown(element.Value);
            if (text.Length > 0)
            {
                blocks.Add(new Section(zone, [new Paragraph([new TextRun(text, TextStyle.None, content.Natives.Add(page.Part.Name, new NativeText(element, text)))])]));
            }
        }
    }

    /// <summary>Where links go stands in no cell; each target that leaves the file is a link of its own below the table.</summary>
    private void AddHyperlinks(ImmutableArray<Block>.Builder blocks, OfficePart part)
    {
        foreach (var element in part.Xml.Elements(S + "hyperlinks").Elements(S + "hyperlink"))
        {
            if (part.Relationship((string?)element.Attribute(RelationshipId)) is { IsExternal: true, Target.Length: > 0 } relationship)
            {
                var link = new Link(relationship.Target, []);
                content.Links.Add(link, element);
                blocks.Add(new Paragraph([link]));
            }
        }
    }

    private void AddDrawing(ImmutableArray<Block>.Builder blocks, OfficePart drawing)
    {
        MarkupAlternatives.Choose(drawing.Xml);
        foreach (var anchor in drawing.Xml.Elements())
        {
            foreach (var blip in anchor.Descendants().Where(e => e.Name.LocalName == "blip"))
            {
                if (content.Package.Target(drawing, drawing.Relationship((string?)blip.Attribute(Embed))) is { } source)
                {
                    var image = ImageFile.Content(source.Bytes, Description(anchor));
                    image = image with { Origin = content.Natives.Add(drawing.Name, new NativeText(anchor, "\uFFFC")) };
                    content.Images.Add(image, anchor);
                    blocks.Add(new ImageBlock(image));
                }
            }

            AddText(blocks, drawing, anchor.Descendants());
            foreach (var reference in anchor.Descendants().Where(e => e.Name.LocalName is "chart" or "relIds"))
            {
                var id = (string?)reference.Attribute(RelationshipId) ?? (string?)reference.Attribute(XName.Get("dm", OfficeNames.Relationships));
                if (content.Package.Target(drawing, drawing.Relationship(id)) is { } side)
                {
                    AddText(blocks, side, side.Xml.Descendants());
                }
            }
        }
    }

    private void AddText(ImmutableArray<Block>.Builder blocks, OfficePart part, IEnumerable<XElement> elements)
    {
        var text = ShapeText.Read(elements, piece => content.Natives.Add(part.Name, piece));
        if (text.Length > 0)
        {
            blocks.Add(new Section(ZoneKind.Body, [new Paragraph(text)]) { Name = "tekening" });
        }
    }

    private static string Description(XElement anchor)
    {
        var properties = anchor.Descendants().FirstOrDefault(e => e.Name.LocalName == "cNvPr");
        string?[] texts = [(string?)properties?.Attribute("title"), (string?)properties?.Attribute("descr")];
        return string.Join(". ", texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).Distinct(StringComparer.Ordinal));
    }
}
