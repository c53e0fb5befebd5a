using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using static WooPipeline.Formats.OpenDocument.OdfNames;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>The slides of an OpenDocument presentation, or the pages of a drawing.</summary>
internal sealed class OdfSlides(OdfWalker walker, OdfStyles styles)
{
    public ImmutableArray<Block> Blocks(XElement presentation)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var number = 0;
        foreach (var page in presentation.Elements(DrawNs + "page"))
        {
            var slide = Slide(page, ++number);
            var isHidden = styles.Property("drawing-page", (string?)page.Attribute(DrawNs + "style-name"), StyleNs + "drawing-page-properties", PresentationNs + "visibility") == "hidden";
            blocks.AddRange(isHidden ? [new Section(ZoneKind.Hidden, slide) { Name = "hidden slide" }] : slide);
        }

        foreach (var declared in presentation.Elements().Where(e => e.Name.Namespace == PresentationNs && e.Name.LocalName is "footer-decl" or "header-decl" && e.Value.Trim().Length > 0))
        {
            blocks.Add(new Section(declared.Name.LocalName == "footer-decl" ? ZoneKind.PageFooter : ZoneKind.PageHeader, [Paragraph.Of(declared.Value.Trim())]));
        }

        return blocks.ToImmutable();
    }

    private ImmutableArray<Block> Slide(XElement page, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Dia {number}");
        var title = page.Elements().FirstOrDefault(e => (string?)e.Attribute(PresentationNs + "class") == "title");
        var head = title is null ? [] : walker.Shape(title).OfType<Paragraph>().SelectMany((p, i) => i == 0 ? p.Content : [new LineBreak(), .. p.Content]).ToImmutableArray();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(2, head.Length > 0 ? [new TextRun(name + ": "), .. head] : [new TextRun(name)]));
        foreach (var element in page.Elements().Where(e => e != title))
        {
            if (element.Name == PresentationNs + "notes")
            {
                var notes = element.Elements().Where(e => e.Name.LocalName != "page-thumbnail").SelectMany(e => walker.Shape(e)).ToImmutableArray();
                if (notes.Length > 0)
                {
                    blocks.Add(new Section(ZoneKind.Body, [new Paragraph([new TextRun("Notities", TextStyle.Bold)]), .. notes]) { Name = "notes" });
                }
            }
            else if (element.Name == OfficeNs + "annotation")
            {
                OdfWalker.Section(ZoneKind.Comment, walker.Comment(element), blocks);
            }
            else if (element.Name.Namespace == DrawNs)
            {
                blocks.AddRange(walker.Shape(element));
            }
        }

        return blocks.ToImmutable();
    }
}
