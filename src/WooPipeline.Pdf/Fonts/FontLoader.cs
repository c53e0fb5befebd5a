using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Makes fonts of font dictionaries, each once a file.</summary>
internal sealed class FontLoader(PdfFile file)
{
    public const string StandInName = "Woo stand-in";

    private readonly Dictionary<PdfDictionary, PdfFont> fonts = new(ReferenceEqualityComparer.Instance);

    /// <summary>What text is read by where no font is set or its name leads nowhere: other readers show it or hold it all the same.</summary>
    public PdfFont StandIn => field ??= Make(new PdfDictionary { { "Type", "Font" }, { "Subtype", "Type1" }, { "BaseFont", "Helvetica" }, { "Name", StandInName }, { "Encoding", "WinAnsiEncoding" } });

    public PdfFont Load(PdfDictionary dictionary)
    {
        if (!fonts.TryGetValue(dictionary, out var font))
        {
            fonts[dictionary] = font = Make(dictionary);
        }

        return font;
    }

    private PdfFont Make(PdfDictionary dictionary)
    {
        var name = PdfFont.WithoutTag(file.Name(dictionary, "BaseFont") ?? file.Name(dictionary, "Name") ?? "");
        var unicode = ReadToUnicode(dictionary);
        return file.Name(dictionary, "Subtype") switch
        {
            "Type0" => new CompositeFontReader(file, dictionary, name, unicode).Read(),
            "Type3" => new SimpleFontReader(file, dictionary, name, unicode).ReadType3(),
            _ => new SimpleFontReader(file, dictionary, name, unicode).Read(),
        };
    }

    private CMap? ReadToUnicode(PdfDictionary dictionary)
    {
        var value = file.Resolve(dictionary["ToUnicode"]);
        if (value is PdfName { Value: "Identity-H" or "Identity-V" })
        {
            return CMap.Predefined("UniIdentity-H");
        }

        if (value is not PdfStream stream)
        {
            return null;
        }

        var map = new CMap();
        CMapParser.Parse(file.Decode(stream).Data.Span, map);
        return map.TextCount > 0 ? map : null;
    }
}
