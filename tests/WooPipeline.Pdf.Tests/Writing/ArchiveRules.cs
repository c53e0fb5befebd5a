using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>Rules of PDF/A-2 (ISO 19005-2 §6) on what isn't structure: file, fonts, colour, metadata, what must be absent.</summary>
internal static partial class ArchiveRules
{
    private static readonly string[] Forbidden =
        ["AA", "OpenAction", "JavaScript", "JS", "EmbeddedFiles", "EF", "AcroForm", "XFA", "OCProperties", "SMask", "Alternates", "OPI", "TR", "HTP", "Encrypt", "Launch", "Group", "PieceInfo", "PS"];

    /// <summary>What is broken; empty where nothing is.</summary>
    public static List<string> Faults(byte[] bytes, PdfFile file)
    {
        var faults = new List<string>();
        Add(faults, bytes.AsSpan().StartsWith("%PDF-1.7\n%"u8) && bytes[10..14].All(b => b > 127), "header (6.1.2)");
        Add(faults, bytes.AsSpan().EndsWith("%%EOF\n"u8) || bytes.AsSpan().EndsWith("%%EOF"u8), "data after the end (6.1.3)");
        Add(faults, file.Deviations.Count == 0 && !file.IsEncrypted, "the file deviates or is encrypted");
        Add(faults, file.Get<PdfArray>(file.Trailer, "ID") is { Count: 2 }, "no file identifier (6.1.3)");
        faults.AddRange(CatalogFaults(file));
        faults.AddRange(MetadataFaults(file));
        for (var number = 1; number <= file.MaxNumber; number++)
        {
            var value = file.Resolve(new PdfReference(number));
            var dictionary = value as PdfDictionary ?? (value as PdfStream)?.Dictionary ?? [];
            faults.AddRange(dictionary.Keys.Where(k => Forbidden.Contains(k)).Select(k => $"/{k} is there"));
            Add(faults, file.Name(dictionary, "Filter") is null or "FlateDecode" or "DCTDecode", "a filter that isn't allowed (6.1.7)");
            Add(faults, dictionary["Interpolate"] is null, "an image is interpolated (6.2.8)");
        }

        faults.AddRange(FontFaults(file));
        return faults;
    }

    private static List<string> CatalogFaults(PdfFile file)
    {
        var faults = new List<string>();
        Add(faults, file.Get<PdfBoolean>(file.Get<PdfDictionary>(file.Catalog, "MarkInfo") ?? [], "Marked") is { Value: true }, "not marked as tagged (6.7.2)");
        Add(faults, StructureNode.Decode(file.Get<PdfString>(file.Catalog, "Lang")) is { } language && LanguageTag().IsMatch(language), "no language (6.7.4)");
        Add(faults, file.Get<PdfBoolean>(file.Get<PdfDictionary>(file.Catalog, "ViewerPreferences") ?? [], "DisplayDocTitle") is { Value: true }, "the title is not displayed (UA 7.1)");
        var intents = file.Get<PdfArray>(file.Catalog, "OutputIntents") ?? [];
        Add(faults, intents.Count == 1, "not one output intent (6.2.3)");
        foreach (var intent in intents.Select(i => file.Resolve(i)).OfType<PdfDictionary>())
        {
            var profile = file.Get<PdfStream>(intent, "DestOutputProfile");
            var data = profile is null ? default : file.Decode(profile).Data.Span;
            Add(faults, file.Name(intent, "S") == "GTS_PDFA1" && intent.Contains("OutputConditionIdentifier"), "no PDF/A output intent");
            Add(faults, data.Length > 128 && data[36..].StartsWith("acsp"u8) && data[12..].StartsWith("mntrRGB XYZ "u8), "the profile is no display profile");
            Add(faults, profile is not null && file.Number(profile.Dictionary, "N") == 3, "the profile's number of colours is wrong");
        }

        return faults;
    }

    private static List<string> MetadataFaults(PdfFile file)
    {
        var faults = new List<string>();
        if (file.Get<PdfStream>(file.Catalog, "Metadata") is not { } stream || stream.Dictionary.Contains("Filter"))
        {
            return ["no plain metadata (6.6.2)"];
        }

        var xmp = XDocument.Parse(Encoding.UTF8.GetString(stream.Data.Span));
        string? Value(string name, string space) => xmp.Descendants(XName.Get(name, space)).FirstOrDefault()?.Value;
        var information = file.Get<PdfDictionary>(file.Trailer, "Info") ?? [];
        string? Information(string key) => StructureNode.Decode(file.Get<PdfString>(information, key));
        Add(faults, Value("part", "http://www.aiim.org/pdfa/ns/id/") == "2" && Value("conformance", "http://www.aiim.org/pdfa/ns/id/") == "A", "not identified as PDF/A-2a (6.6.4)");
        Add(faults, Value("part", "http://www.aiim.org/pdfua/ns/id/") == "1", "not identified as PDF/UA-1");
        Add(faults, xmp.Descendants(XName.Get("schemas", "http://www.aiim.org/pdfa/ns/extension/")).Any(), "the schema of PDF/UA is not described (6.6.2.3)");
        Add(faults, Value("title", "http://purl.org/dc/elements/1.1/") is { Length: > 0 } title && title == Information("Title"), "the titles differ (6.6.3)");
        Add(faults, Value("Producer", "http://ns.adobe.com/pdf/1.3/") == Information("Producer"), "the producers differ (6.6.3)");
        Add(faults, information.Keys.All(k => k is "Title" or "Producer" or "CreationDate" or "ModDate"), "the information says more than it should");
        foreach (var (key, name) in new[] { ("CreationDate", "CreateDate"), ("ModDate", "ModifyDate") })
        {
            var date = Value(name, "http://ns.adobe.com/xap/1.0/");
            Add(faults, (date is null) == (Information(key) is null) && (date is null || Date(date) == Date(Information(key)!)), $"{key} differs (6.6.3)");
        }

        return faults;
    }

    private static DateTimeOffset Date(string text) =>
        text.StartsWith("D:", StringComparison.Ordinal)
            ? DateTimeOffset.ParseExact(text[2..].Replace("'", "", StringComparison.Ordinal).Replace("Z", "+0000", StringComparison.Ordinal), "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> FontFaults(PdfFile file)
    {
        var faults = new List<string>();
        foreach (var page in PdfPages.Of(file))
        {
            var marks = ContentMarks.Of(file, page.Dictionary);
            var fonts = file.Get<PdfDictionary>(file.Get<PdfDictionary>(page.Dictionary, "Resources") ?? [], "Font") ?? [];
            foreach (var (name, glyphs) in marks.Glyphs)
            {
                faults.AddRange(FontFaults(file, file.Get<PdfDictionary>(fonts, name) ?? [], glyphs).Select(f => $"{name}: {f}"));
            }
        }

        return faults;
    }

    private static List<string> FontFaults(PdfFile file, PdfDictionary font, HashSet<int> glyphs)
    {
        if (file.Name(font, "Subtype") == "TrueType")
        {
            return SimpleFontFaults(file, font, glyphs);
        }

        var faults = new List<string>();
        var descendant = file.Resolve(file.Get<PdfArray>(font, "DescendantFonts")?[0]) as PdfDictionary ?? [];
        var descriptor = file.Get<PdfDictionary>(descendant, "FontDescriptor") ?? [];
        Add(faults, file.Name(font, "Encoding") == "Identity-H" && file.Name(descendant, "CIDToGIDMap") == "Identity", "encoding (6.2.11.3)");
        Add(faults, file.Name(font, "BaseFont") is { } name && name == file.Name(descendant, "BaseFont") && name == file.Name(descriptor, "FontName") && SubsetName().IsMatch(name), "names differ");
        if (file.Get<PdfStream>(descriptor, "FontFile2") is not { } program || file.Get<PdfStream>(font, "ToUnicode") is not { } map)
        {
            return ["is not embedded or can't be read (6.2.11.4, 6.2.11.7)"];
        }

        var units = ReadMap(Encoding.ASCII.GetString(file.Decode(map).Data.Span));
        var embedded = SubsetReader.Read(file.Decode(program).Data);
        var widths = ReadWidths(file, file.Get<PdfArray>(descendant, "W")!);
        Add(faults, !glyphs.Contains(0), "shows the missing glyph (6.2.11.8)");
        foreach (var glyph in glyphs)
        {
            Add(faults, glyph < embedded.Count, $"glyph {glyph} is not in the font (6.2.11.4)");
            var text = units.GetValueOrDefault(glyph, "");
            Add(faults, text.Length > 0 && !text.Any(c => c is '\0' or '\uFEFF' or '\uFFFE' or (>= '\uE000' and <= '\uF8FF')), $"glyph {glyph} has no text (6.2.11.7)");
            var width = widths.GetValueOrDefault(glyph, -1);
            Add(faults, glyph < embedded.Count && Math.Abs(width - embedded.WidthOf(glyph)) <= 1, $"glyph {glyph} has another width (6.2.11.5)");
        }

        return faults;
    }

    /// <summary>A non-symbolic TrueType font: the code leads by WinAnsiEncoding to a character, and that by the cmap (3, 1) to a glyph.</summary>
    private static List<string> SimpleFontFaults(PdfFile file, PdfDictionary font, HashSet<int> codes)
    {
        var faults = new List<string>();
        var descriptor = file.Get<PdfDictionary>(font, "FontDescriptor") ?? [];
        Add(faults, file.Name(font, "Encoding") == "WinAnsiEncoding" && ((int)file.Number(descriptor, "Flags") & 36) == 32, "encoding (6.2.11.6)");
        Add(faults, file.Name(font, "BaseFont") is { } name && name == file.Name(descriptor, "FontName") && SubsetName().IsMatch(name), "names differ");
        if (file.Get<PdfStream>(descriptor, "FontFile2") is not { } program || file.Get<PdfStream>(font, "ToUnicode") is not { } map)
        {
            return ["is not embedded or can't be read (6.2.11.4, 6.2.11.7)"];
        }

        var units = ReadMap(Encoding.ASCII.GetString(file.Decode(map).Data.Span));
        var embedded = SubsetReader.Read(file.Decode(program).Data);
        var first = (int)file.Number(font, "FirstChar");
        var widths = file.Get<PdfArray>(font, "Widths")!;
        Add(faults, widths.Count == (int)file.Number(font, "LastChar") - first + 1, "number of widths (6.2.11.5)");
        foreach (var code in codes)
        {
            var text = units.GetValueOrDefault(code, "");
            Add(faults, text.Length == 1, $"code {code} has no text (6.2.11.7)");
            var glyph = embedded.GlyphOf(text.Length == 1 ? text[0] : 0);
            Add(faults, glyph > 0 && glyph < embedded.Count, $"code {code} is not in the font (6.2.11.4)");
            Add(faults, Math.Abs(((PdfNumber)file.Resolve(widths[code - first])).ToDouble() - embedded.WidthOf(glyph)) <= 1, $"code {code} has another width (6.2.11.5)");
        }

        return faults;
    }

    /// <summary>Widths in the form that gives a list from a glyph on (ISO 32000-2 §9.7.4.3).</summary>
    private static Dictionary<int, double> ReadWidths(PdfFile file, PdfArray array)
    {
        var widths = new Dictionary<int, double>();
        for (var i = 0; i + 1 < array.Count; i += 2)
        {
            var first = (int)((PdfNumber)array[i]).ToDouble();
            foreach (var width in (PdfArray)file.Resolve(array[i + 1]))
            {
                widths[first++] = ((PdfNumber)width).ToDouble();
            }
        }

        return widths;
    }

    private static Dictionary<int, string> ReadMap(string map) =>
        MapEntry().Matches(map).ToDictionary(
            m => int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));

    private static void Add(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    [GeneratedRegex("^<([0-9A-F]{2,4})> <([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex MapEntry();

    [GeneratedRegex("^[A-Z]{6}\\+[A-Za-z0-9_-]+$")]
    private static partial Regex SubsetName();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag();
}
