using WooPipeline.Pdf.Color;
using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>Turns a drawn document into the objects of a file.</summary>
internal sealed class DocumentAssembler
{
    private readonly PdfObjectStore store = new();
    private readonly FlowDocument document;
    private readonly PaintedDocument painted;
    private readonly List<PdfReference> pages;
    private readonly List<StructureElement> annotated = [];
    private readonly Dictionary<string, PdfReference> fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PdfReference> images = new(StringComparer.Ordinal);

    private DocumentAssembler(FlowDocument document, PaintedDocument painted)
    {
        (this.document, this.painted) = (document, painted);
        pages = [.. painted.Pages.Select(_ => store.Reserve())];
    }

    public static void Write(FlowDocument document, LayoutContext context, PaintedDocument painted, Stream output)
    {
        var assembler = new DocumentAssembler(document, painted);
        var (root, information) = assembler.Assemble(context);
        CompactFileWriter.Write(output, assembler.store, root, information);
    }

    private (PdfReference Root, PdfReference Information) Assemble(LayoutContext context)
    {
        foreach (var subset in context.Fonts.Subsets)
        {
            foreach (var (use, font) in FontWriter.Write(store, subset, painted.Pages.SelectMany(p => p.Fonts).Where(f => f.Subset == subset).ToHashSet()))
            {
                fonts.Add(use.ResourceName, font);
            }
        }

        PdfReference? inks = null;
        foreach (var image in context.Images.All)
        {
            if (image.IsCmyk)
            {
                inks ??= store.Add(Deflate.Stream(new PdfDictionary { { "N", 4 } }, CmykProfile.Bytes.Span));
                image.Stream.Dictionary["ColorSpace"] = new PdfArray([new PdfName("ICCBased"), inks]);
            }

            images.Add(image.Name, store.Add(image.Stream));
        }

        var tree = store.Reserve();
        for (var p = 0; p < pages.Count; p++)
        {
            store.Set(pages[p], Page(painted.Pages[p], tree));
        }

        store.Set(tree, new PdfDictionary { { "Type", "Pages" }, { "Kids", new PdfArray(pages) }, { "Count", pages.Count } });
        var structure = new StructureTreeWriter(store, pages).Write(painted.Root, painted.Pages, annotated);
        var title = string.IsNullOrWhiteSpace(document.Title) ? "Document" : Characters.CleanLine(document.Title);
        var catalog = new PdfDictionary
        {
            { "Type", "Catalog" },
            { "Pages", tree },
            { "Lang", PdfString.OfText(document.Language) },
            { "MarkInfo", new PdfDictionary { { "Marked", PdfBoolean.True } } },
            { "StructTreeRoot", structure },
            { "ViewerPreferences", new PdfDictionary { { "DisplayDocTitle", PdfBoolean.True } } },
            { "Metadata", store.Add(XmpPacket.Stream(document, title)) },
            { "OutputIntents", new PdfArray([OutputIntent()]) },
        };
        catalog["Outlines"] = OutlineWriter.Write(store, painted.Marks, pages);
        return (store.Add(catalog), store.Add(XmpPacket.Information(document, title)));
    }

    private PdfDictionary Page(PageCanvas canvas, PdfReference tree)
    {
        var page = new PdfDictionary
        {
            { "Type", "Page" },
            { "Parent", tree },
            { "MediaBox", PdfArray.OfNumbers(0, 0, document.Style.PageWidth, document.Style.PageHeight) },
            { "Resources", Resources(canvas) },
            { "Contents", store.Add(Deflate.Stream([], canvas.Finish().Span)) },
            { "StructParents", canvas.Number - 1 },
            { "Tabs", "S" },
        };
        page["Annots"] = canvas.Links.Count == 0 ? null : new PdfArray(canvas.Links.Select(l => Annotation(l, canvas.Number)));
        return page;
    }

    private PdfDictionary Resources(PageCanvas canvas)
    {
        var resources = new PdfDictionary();
        if (canvas.Fonts.Count > 0)
        {
            var used = new PdfDictionary();
            foreach (var font in canvas.Fonts)
            {
                used.Add(font.ResourceName, fonts[font.ResourceName]);
            }

            resources.Add("Font", used);
        }

        if (canvas.Images.Count > 0)
        {
            var used = new PdfDictionary();
            foreach (var image in canvas.Images)
            {
                used.Add(image, images[image]);
            }

            resources.Add("XObject", used);
        }

        return resources;
    }

    private PdfReference Annotation(PageLink link, int page)
    {
        static double Round(double value) => Math.Round(value, 2);
        var annotation = new PdfDictionary
        {
            { "Type", "Annot" },
            { "Subtype", "Link" },
            { "Rect", PdfArray.OfNumbers(Round(link.X), Round(link.Bottom), Round(link.X + link.Width), Round(link.Bottom + link.Height)) },
            { "Border", PdfArray.OfNumbers(0, 0, 0) },
            { "F", 4 }, // printed, as PDF/A asks
            { "P", pages[page - 1] },
            { "Contents", PdfString.OfText(link.Target.Description) },
            { "StructParent", pages.Count + annotated.Count },
        };
        if (link.Target.Address is ['#', .. var anchor])
        {
            var place = painted.Marks.Anchors.GetValueOrDefault(anchor, new PagePlace(1, document.Style.PageHeight));
            annotation.Add("Dest", Destination.Of(place, pages));
        }
        else
        {
            var address = PdfString.OfText(Ascii(new Uri(link.Target.Address)));
            annotation.Add("A", new PdfDictionary { { "Type", "Action" }, { "S", "URI" }, { "URI", address } });
        }

        var reference = store.Add(annotation);
        link.Target.Element.AddAnnotation(page, reference);
        annotated.Add(link.Target.Element);
        return reference;
    }

    /// <summary>The address in ASCII, as an action wants it: names of hosts in Punycode, other characters escaped.</summary>
    private static string Ascii(Uri address)
    {
        var text = address.AbsoluteUri;
        if (!System.Text.Ascii.IsValid(text) && address.Host.Length > 0)
        {
            text = new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;
        }

        return string.Concat(text.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
    }

    private PdfDictionary OutputIntent() => new()
    {
        { "Type", "OutputIntent" },
        { "S", "GTS_PDFA1" },
        { "OutputConditionIdentifier", PdfString.OfText("sRGB") },
        { "Info", PdfString.OfText("sRGB IEC61966-2.1") },
        { "DestOutputProfile", store.Add(Deflate.Stream(new PdfDictionary { { "N", 3 } }, SrgbProfile.Bytes.Span)) },
    };
}
