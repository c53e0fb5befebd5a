using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Reads what is drawn: images, text boxes, shapes with text, charts, diagrams, embedded objects.</summary>
internal static class WordDrawings
{
    private const double EmuPerPoint = 12_700;

    public static void Read(WordContent content, OfficePart part, XElement drawing, WordWalker walker, WordLine line, bool invisible)
    {
        foreach (var box in Outermost(drawing, W.Main + "txbxContent"))
        {
            var blocks = invisible ? content.ReadUnseen(() => walker.Story(box)) : walker.Story(box);
            if (blocks.Length > 0)
            {
                line.Hang(new Section(invisible ? ZoneKind.Hidden : ZoneKind.Body, blocks) { Name = "tekstvak" });
            }
        }

        foreach (var holder in Own(drawing).Where(e => e.Name == W.Drawing + "blip" || e.Name == W.Vml + "imagedata"))
        {
            AddImage(content, part, drawing, holder, line, invisible);
        }

        foreach (var text in Own(drawing).Where(e => e.Name == W.Vml + "textpath"))
        {
            line.Text(text, (string?)text.Attribute("string") ?? "", TextStyle.None, invisible, "string");
        }

        ShapeText(content, part, Own(drawing), line);
        foreach (var reference in Own(drawing).Where(e => e.Name.LocalName is "chart" or "relIds"))
        {
            var id = (string?)reference.Attribute(W.RelId) ?? (string?)reference.Attribute(W.Rel + "dm");
            if (content.Package.Target(part, part.Relationship(id)) is { } side)
            {
                ShapeText(content, side, content.TextRoot(side).Descendants(), line);
            }
        }

        Embedded(content, part, drawing);
        Descriptions(drawing, line);
    }

    /// <summary>Text of shapes, charts and diagrams hangs on the paragraph.</summary>
    private static void ShapeText(WordContent content, OfficePart part, IEnumerable<XElement> elements, WordLine line)
    {
        var text = Office.ShapeText.Read(elements, piece => content.Place(part, piece));
        if (text.Length > 0)
        {
            line.Hang(new Section(ZoneKind.Body, [new Paragraph(text)]) { Name = "tekening" });
        }
    }

    /// <summary>Descendants that aren't in a text box of the drawing: those belong to the box's own story.</summary>
    private static IEnumerable<XElement> Own(XElement root) =>
        root.Elements().SelectMany(e => e.Name == W.Main + "txbxContent" ? [] : Own(e).Prepend(e));

    private static void AddImage(WordContent content, OfficePart part, XElement drawing, XElement holder, WordLine line, bool invisible)
    {
        var id = (string?)holder.Attribute(W.Rel + "embed") ?? (string?)holder.Attribute(W.RelId) ?? (string?)holder.Attribute(W.Office + "relid");
        var source = content.Package.Target(part, part.Relationship(id));
        var description = Description(drawing);
        if (invisible)
        {
            line.Hide(description);
            return;
        }

        var extent = drawing.Descendants().FirstOrDefault(e => e.Name.LocalName == "extent");
        var image = source is null ? new ImageContent([], "image/unknown", description) : ImageFile.Content(source.Bytes, description);
        image = image with { Width = Points(extent, "cx"), Height = Points(extent, "cy"), Origin = content.Place(part, new NativeText(drawing, "\uFFFC")) };
        content.Images.Add(image, drawing);
        line.Show(new InlineImage(image));
    }

    private static double Points(XElement? extent, string name) =>
        long.TryParse((string?)extent?.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var emu) ? Math.Round(emu / EmuPerPoint, 2) : 0;

    /// <summary>Title and description of the picture as one text.</summary>
    private static string Description(XElement drawing)
    {
        var properties = drawing.Descendants().FirstOrDefault(e => e.Name.LocalName == "docPr");
        var shape = drawing.Descendants(W.Vml + "shape").FirstOrDefault();
        string?[] texts = [(string?)properties?.Attribute("title"), (string?)properties?.Attribute("descr"), (string?)shape?.Attribute("alt"), (string?)shape?.Attribute("title")];
        return string.Join(". ", texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Descriptions of shapes that hold no image, and names: nobody sees them, a search must.</summary>
    private static void Descriptions(XElement drawing, WordLine line)
    {
        var isImage = Own(drawing).Any(e => e.Name == W.Drawing + "blip" || e.Name == W.Vml + "imagedata"); // its description is the image's own
        var texts = Own(drawing).Where(e => e.Name.LocalName is "docPr" or "cNvPr" or "shape" or "imagedata")
            .SelectMany(e => e.Attributes().Where(a => a.Name.LocalName is "name" or "href" || ((!isImage || e.Name.LocalName == "cNvPr") && a.Name.LocalName is "descr" or "title" or "alt")))
            .Select(a => a.Value.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            line.Hide(text);
        }
    }

    private static void Embedded(WordContent content, OfficePart part, XElement drawing)
    {
        foreach (var embedded in Own(drawing).Where(e => e.Name == W.Office + "OLEObject"))
        {
            if (content.Package.Target(part, part.Relationship((string?)embedded.Attribute(W.RelId))) is { } file)
            {
                content.Attachments.Add(new Attachment(file.Name[(file.Name.LastIndexOf('/') + 1)..], file.ContentType, file.Bytes));
            }
        }
    }

    private static IEnumerable<XElement> Outermost(XElement root, XName name) =>
        root.Elements().SelectMany(e => e.Name == name ? [e] : Outermost(e, name));
}
