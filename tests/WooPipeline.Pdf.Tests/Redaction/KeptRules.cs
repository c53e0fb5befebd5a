using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>Rules of PDF/A (ISO 19005) and PDF/UA that can be held against any file, whatever part it claims; each fault in words that don't depend on object numbers.</summary>
internal static class KeptRules
{
    private static readonly string[] Unwanted = ["AA", "JavaScript", "JS", "EmbeddedFiles", "XFA", "Launch", "OPI", "Encrypt"];

    public static bool ClaimsArchive(PdfFile file) => Metadata(file).Contains("pdfaid:part", StringComparison.Ordinal);

    /// <summary>What is broken.</summary>
    public static HashSet<string> Faults(PdfFile file)
    {
        var faults = new HashSet<string>(StringComparer.Ordinal);
        void Expect(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }

        var metadata = Metadata(file);
        Expect(metadata.Contains("pdfaid:part", StringComparison.Ordinal), "does not say which part of PDF/A");
        Expect(file.Get<PdfStream>(file.Catalog, "Metadata") is { } packet && !packet.Dictionary.Contains("Filter"), "metadata is packed");
        Expect(file.Get<PdfArray>(file.Trailer, "ID") is { Count: 2 }, "no identifier");
        Expect(file.Get<PdfArray>(file.Catalog, "OutputIntents") is { Count: > 0 }, "no output intent");
        Expect(file.Catalog.Contains("Lang"), "no language");
        var hasStructure = file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot") is not null;
        Expect(hasStructure, "no structure");
        Expect(hasStructure && file.Get<PdfDictionary>(file.Catalog, "MarkInfo") is { } mark && file.Resolve(mark["Marked"]) is PdfBoolean { Value: true }, "not marked");
        for (var number = 1; number <= file.MaxNumber; number++)
        {
            var value = file.Resolve(new PdfReference(number));
            var dictionary = value as PdfDictionary ?? (value as PdfStream)?.Dictionary ?? [];
            foreach (var key in Unwanted.Where(k => dictionary.Contains(k)))
            {
                faults.Add("/" + key);
            }

            Expect(value is not PdfStream || file.Name(dictionary, "Filter") != "LZWDecode", "LZW");
            Expect(!dictionary.Contains("SMask") || file.Resolve(dictionary["SMask"]) is PdfNull or PdfName { Value: "None" }, "transparency by mask");
            Expect(file.Get<PdfDictionary>(dictionary, "Group") is null, "transparency group");
        }

        var fonts = new FontSink();
        var source = new ContentSource(file);
        foreach (var page in PdfPages.Of(file))
        {
            new ContentInterpreter(source, fonts).RunPage(page);
        }

        foreach (var font in fonts.Fonts)
        {
            Expect(IsEmbedded(file, font), "a font is not embedded");
            Expect(font.IsType3 || font.Dictionary.Contains("ToUnicode") || font is not CompositeFont, "a font of two bytes can't be read");
        }

        return faults;
    }

    private static bool IsEmbedded(PdfFile file, PdfFont font)
    {
        var dictionary = file.Resolve(font.Dictionary["DescendantFonts"]) is PdfArray { Count: > 0 } descendants ? file.Resolve(descendants[0]) as PdfDictionary ?? [] : font.Dictionary;
        var descriptor = file.Get<PdfDictionary>(dictionary, "FontDescriptor") ?? [];
        return font.IsType3 || descriptor.Contains("FontFile") || descriptor.Contains("FontFile2") || descriptor.Contains("FontFile3");
    }

    private static string Metadata(PdfFile file) =>
        file.Get<PdfStream>(file.Catalog, "Metadata") is { } stream ? Encoding.UTF8.GetString(file.Decode(stream).Data.Span) : "";

    private sealed class FontSink : IContentSink
    {
        public HashSet<PdfFont> Fonts { get; } = [];

        public void BeginInstance(ContentInstance instance)
        {
        }

        public void EndInstance(ContentInstance instance)
        {
        }

        public void Operation(ContentInterpreter interpreter, ContentOperation operation)
        {
        }

        public void Glyph(in Glyph glyph) => Fonts.Add(glyph.Font);

        public void Path(in PaintedPath path)
        {
        }

        public void Image(in PaintedImage image)
        {
        }
    }
}
