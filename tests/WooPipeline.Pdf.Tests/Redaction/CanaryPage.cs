using System.Globalization;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>Builds the file with all carriers.</summary>
internal static class CanaryPage
{
    private const int Font = 10;
    private const int Page = 3;

    public static (CanaryFile File, byte[] Bytes) Build()
    {
        var f = new CanaryFile();
        f.Set(2, $"<< /Type /Pages /Kids [{Page} 0 R] /Count 1 >>");
        Fonts(f);
        var content = Text(f) + Drawn(f);
        var resources = Resources(f);
        f.Set(4, CanaryFile.Stream("", content));
        var annotations = string.Join(' ', Annotations(f).Select(a => $"{a} 0 R"));
        var thumb = f.Add(CanaryFile.Stream("/Width 3 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8", f.New("page thumb")));
        var metadata = f.Add(CanaryFile.Stream("/Type /Metadata /Subtype /XML", $"<x>{f.New("page metadata")}</x>"));
        f.Set(Page, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 900] /CropBox [0 0 600 850] /Contents 4 0 R /Resources {resources} /Annots [{annotations}] /StructParents 0 "
            + $"/Thumb {thumb} 0 R /Metadata {metadata} 0 R /PieceInfo << /X << /Private ({f.New("PieceInfo")}) >> >> /LastModified ({f.New("LastModified")}) /AA << /O << /S /JavaScript /JS ({f.New("page AA JS")}) >> >> /B [ {f.Add($"<< /T << /I << /Title ({f.New("article thread")}) >> >> >>")} 0 R ] >>");
        f.Set(1, Catalog(f));
        var info = f.Add($"<< /Title ({f.New("Info Title")}) /Author {CanaryFile.Utf16(f.New("Info Author"))} /Eigen ({f.New("Info custom key")}) >>");
        return (f, f.Build($"/Root 1 0 R /Info {info} 0 R /Prive ({f.New("trailer private key")}) /ID [({f.New("trailer ID")}) (x)]"));
    }

    private static void Fonts(CanaryFile f)
    {
        f.Set(Font, $"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [200 /{f.New("Differences glyph name")}] >> >>");
        var toUnicode = f.Add(CanaryFile.Stream("", $"/CIDInit /ProcSet findresource begin begincmap\n% {f.New("ToUnicode comment")}\n1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0020> <007E> <0020> <0100> <0100> {CanaryFile.Utf16(f.New("ToUnicode of an unused code")).Replace("FEFF", "", StringComparison.Ordinal)} endbfrange endcmap"));
        f.Set(11, $"<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /ToUnicode {toUnicode} 0 R /DescendantFonts [12 0 R] >>");
        f.Set(12, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry ({f.New("CIDSystemInfo registry")}) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 13 0 R /DW 600 >>");
        f.Set(13, $"<< /Type /FontDescriptor /FontName /{f.New("font name")} /FontFamily ({f.New("font family")}) /Flags 32 /CharSet ({f.New("CharSet")}) >>");
        var letter = f.Add(CanaryFile.Stream("", "600 0 0 0 600 700 d1 0 0 500 700 re f"));
        f.Set(14, $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 90 /Widths [{string.Join(' ', Enumerable.Repeat(600, 26))}] "
            + $"/Encoding << /Differences [65 {string.Join(' ', Enumerable.Range('A', 26).Select(c => "/" + (char)c))}] >> /CharProcs << {string.Join(' ', Enumerable.Range('A', 26).Select(c => $"/{(char)c} {letter} 0 R"))} /Los {f.Add(CanaryFile.Stream("", "% " + f.New("unused Type3 drawing")))} 0 R >> /Resources << >> >>");
    }

    private static string Text(CanaryFile f)
    {
        var y = 830;
        string Line(string show) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 10 Tf 50 {y -= 14} Td {show} ET\n");
        var kerned = f.Seen("text TJ kerned");
        return Line($"(Beste {f.Seen("text Tj")} hallo) Tj")
            + Line($"[({kerned[..3]}) -20 ({kerned[3..6]}) 15 ({kerned[6..]})] TJ")
            + Line(CanaryFile.Hex(f.Seen("text hex")) + " Tj")
            + Line(CanaryFile.Octal(f.Seen("text octal")) + " Tj")
            + Line($"14 TL ({f.Seen("quote operator")}) '")
            + Line("() Tj")
            + Line($"14 TL 1 0 ({f.Seen("double quote operator")}) \"")
            + Line("() Tj")
            + Line($"3 Tr ({f.Seen("invisible")}) Tj 0 Tr")
            + Line($"1 g ({f.Seen("white text")}) Tj 0 g")
            + Line($"/F3 10 Tf ({f.Seen("Type3 text")}) Tj")
            + Line($"/F2 10 Tf {CanaryFile.TwoBytes(f.Seen("Type0 Identity-H"))} Tj")
            + Line($"50 Tz ({f.Seen("squeezed text")}) Tj 100 Tz")
            + Line($"/Span << /ActualText ({f.New("BDC ActualText")}) >> BDC (een) Tj EMC")
            + Line($"/Span << /ActualText {CanaryFile.Utf16(f.New("BDC ActualText UTF16"))} >> BDC (twee) Tj EMC")
            + Line($"/Span /MP1 BDC (drie) Tj EMC /Tag << /X ({f.New("DP properties")}) >> DP")
            + Line($"/OC /OC1 BDC ({f.New("layer that is off")}) Tj EMC")
            + $"% {f.New("content comment")}\n({f.New("unknown operator")}) Onbekend\n"
            + Line($"({f.Seen("line continued")[..4]}\\\n{f.Visible[^1][4..]}) Tj")
            + $"q 0 0 10 10 re W n BT /F1 10 Tf 300 400 Td ({f.New("clipped away")}) Tj ET Q\n"
            + $"BT /F1 10 Tf 0 1 -1 0 560 300 Tm ({f.Seen("rotated")}) Tj ET\n"
            + $"BT /F1 10 Tf 50 500 Td ({f.New("under a bar")}) Tj ET 0 g 45 495 200 16 re f\n"
            + $"BT /F1 10 Tf 50 870 Td ({f.New("outside the crop box")}) Tj ET\n"
            + $"/MC << /MCID 0 >> BDC BT /F1 10 Tf 50 480 Td (kop) Tj ET EMC\n";
    }

    /// <summary>A colour profile with a token in a text tag and one between its tags.</summary>
    private static int Profile(CanaryFile f)
    {
        var text = "text\0\0\0\0" + f.New("ICC copyright");
        var header = new string('\0', 8) + "\x02\0\0\0mntrGRAYXYZ " + new string('\0', 12) + "acsp" + new string('\0', 88);
        var table = "\0\0\0\x01cprt\0\0\0" + (char)144 + "\0\0\0" + (char)text.Length;
        return f.Add(CanaryFile.Stream("/N 1", header + table + text + "\0" + f.New("ICC bytes between tags")));
    }

    /// <summary>A JBIG2 image with a token in a comment and one after the page's end.</summary>
    private static int Jbig2(CanaryFile f)
    {
        var comment = f.New("JBIG2 comment");
        var page = "\0\0\0\0\x30\0\x01\0\0\0\x13" + "\0\0\0\x04\0\0\0\x03" + new string('\0', 8) + "\0\0\0";
        var extension = "\0\0\0\x01\x3E\0\x01\0\0\0" + (char)comment.Length + comment;
        return f.Add(CanaryFile.Stream(
            "/Type /XObject /Subtype /Image /Width 4 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", page + extension + "\0\0\0\x02\x31\0\x01\0\0\0\0" + f.New("after the JBIG2 page")));
    }

    private static int Fax(CanaryFile f) => f.Add(CanaryFile.Stream(
        "/Type /XObject /Subtype /Image /Width 4 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 4 /Rows 1 >>", "\x80\0\x10\x01" + f.New("after the fax")));

    private static string Drawn(CanaryFile f)
    {
        f.Visible.Add("DUBBEL");
        return "q 1 0 0 1 50 400 cm /Fm1 Do Q\nq 1 0 0 1 50 380 cm /Fm2 Do Q\n/Pattern cs /P1 scn 50 340 200 20 re f\n/GS1 gs 0 0 1 1 re f /GS0 gs\n"
            + "q 40 0 0 20 400 400 cm /Im1 Do Q\nq 40 0 0 20 400 440 cm /Im2 Do Q\nq 40 0 0 20 400 480 cm /Im3 Do Q\n"
            + "q /Icc cs 0.5 sc 500 20 4 4 re f Q q 40 0 0 20 450 400 cm /Im4 Do Q q 40 0 0 20 450 440 cm /Im5 Do Q\n"
            + $"q 40 0 0 20 400 520 cm BI /W 4 /H 3 /BPC 8 /CS /G ID {f.New("inline image")} EI Q\n"
            + "BT /F1 10 Tf 50 300 Td (DUBBEL) Tj ET BT /F1 10 Tf 50.3 300 Td (DUBBEL) Tj ET\n";
    }

    private static string Resources(CanaryFile f)
    {
        var inner = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 10 0 R >> >>", $"BT /F1 10 Tf 0 5 Td ({f.Seen("nested form")}) Tj ET"));
        var form = f.Add(CanaryFile.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 10 0 R >> >> /PTEX.FileName ({f.New("PTEX.FileName")})", $"BT /F1 10 Tf 0 5 Td ({f.Seen("form")}) Tj ET"));
        var outer = f.Add(CanaryFile.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /XObject << /In {inner} 0 R >> >>", "/In Do"));
        var pattern = f.Add(CanaryFile.Stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 120 20] /XStep 120 /YStep 20 /Matrix [1 0 0 1 50 340] /Resources << /Font << /F1 10 0 R >> >>", $"BT /F1 10 Tf 0 5 Td ({f.Seen("tiling pattern")}) Tj ET"));
        var mask = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Font << /F1 10 0 R >> >>", $"1 g 0 0 600 900 re f 0 g BT /F1 10 Tf 50 250 Td ({f.Seen("soft mask text")}) Tj ET"));
        var soft = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Image /Width 4 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 8", f.New("image SMask")));
        var alternate = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Image /Width 4 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 8", f.New("image Alternates")));
        var metadata = f.Add(CanaryFile.Stream("/Type /Metadata /Subtype /XML", f.New("image Metadata")));
        var first = f.Add(CanaryFile.Stream($"/Type /XObject /Subtype /Image /Width 4 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask {soft} 0 R /Alternates [<< /Image {alternate} 0 R >>] /Metadata {metadata} 0 R", f.New("image pixels")));
        var second = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "abcd" + f.New("bytes after the last row")));
        var comment = f.New("JPEG comment");
        var third = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Image /Width 4 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", "\xFF\xD8\xFF\xFE\0" + (char)(comment.Length + 2) + comment + "\xFF\xE1\0" + (char)14 + f.New("JPEG EXIF") + "\xFF\xDA\0\x02xx\xFF\xD9"));
        return $"<< /Font << /F1 10 0 R /F2 11 0 R /F3 14 0 R >> /XObject << /Fm1 {form} 0 R /Fm2 {outer} 0 R /Im1 {first} 0 R /Im2 {second} 0 R /Im3 {third} 0 R /Im4 {Jbig2(f)} 0 R /Im5 {Fax(f)} 0 R /Ongebruikt {f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", $"BT ({f.New("unused form")}) Tj ET"))} 0 R >> "
            + $"/ColorSpace << /Icc [/ICCBased {Profile(f)} 0 R] >> /Pattern << /P1 {pattern} 0 R >> /ExtGState << /GS1 << /SMask << /Type /Mask /S /Luminosity /G {mask} 0 R >> /Naam ({f.New("graphics state key")}) >> /GS0 << /SMask /None >> >> "
            + $"/Properties << /MP1 << /ActualText ({f.New("BDC property list")}) >> /OC1 20 0 R >> >>";
    }

    private static IEnumerable<int> Annotations(CanaryFile f)
    {
        string Note(string subtype, string rest) => $"<< /Type /Annot /Subtype /{subtype} /Rect [300 600 320 620] {rest} >>";
        yield return f.Add(Note("Text", $"/Contents ({f.New("annotation Contents")}) /T ({f.New("annotation T")}) /NM ({f.New("annotation NM")}) /Subj ({f.New("annotation Subj")})"));
        yield return f.Add(Note("Popup", $"/RC ({f.New("popup RC")})"));
        var free = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 10 0 R >> >>", $"BT /F1 10 Tf 0 5 Td ({f.Seen("FreeText appearance")}) Tj ET"));
        yield return f.Add($"<< /Type /Annot /Subtype /FreeText /Rect [300 640 500 660] /DA (/F1 10 Tf) /Contents ({f.New("FreeText contents")}) /AP << /N {free} 0 R >> >>");
        yield return f.Add(Note("Link", $"/A << /S /URI /URI (mailto:{f.New("link mailto")}@x.nl) >>"));
        yield return f.Add(Note("Link", $"/A << /S /GoToR /F ({f.New("GoToR file")}) /D [0 /Fit] >>"));
        yield return f.Add(Note("Link", $"/A << /S /Launch /F ({f.New("Launch file")}) >>"));
        yield return f.Add(Note("FileAttachment", $"/FS << /F ({f.New("file attachment name")}) /EF << /F {f.Add(CanaryFile.Stream("/Type /EmbeddedFile", f.New("file attachment data")))} 0 R >> >>"));
        yield return f.Add(Note("Stamp", $"/Name /{f.New("stamp name")}"));
        yield return f.Add(Note("Redact", $"/OverlayText ({f.New("redact OverlayText")})"));
        yield return f.Add(Note("RichMedia", $"/RichMediaContent << /Assets << /Names [({f.New("RichMedia name")}) null] >> >>"));
        yield return f.Add(Note("Line", $"/Measure << /R ({f.New("measure")}) >>"));
        yield return 30;
        yield return 31;
    }

    private static string Catalog(CanaryFile f)
    {
        var value = f.Seen("field value");
        var appearance = f.Add(CanaryFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 10 0 R >> >>", $"BT /F1 10 Tf 0 5 Td ({value}) Tj ET"));
        f.Set(30, $"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [300 680 500 700] /T ({f.New("field name")}) /TU ({f.New("field tooltip")}) /V ({value}) /DV ({f.New("field default")}) /AP << /N {appearance} 0 R >> >>");
        f.Set(31, $"<< /Type /Annot /Subtype /Widget /FT /Ch /Rect [300 720 500 740] /T (keuze) /Opt [({f.New("choice option")})] >>");
        var signature = f.Add($"<< /Type /Sig /Filter /Adobe.PPKLite /Name ({f.New("signature Name")}) /Reason ({f.New("signature Reason")}) /Contents <00> >>");
        f.Set(20, $"<< /Type /OCG /Name ({f.New("layer name")}) >>");
        var xfa = f.Add(CanaryFile.Stream("", $"<xfa>{f.New("XFA")}</xfa>"));
        var xmp = f.Add(CanaryFile.Stream("/Type /Metadata /Subtype /XML", $"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{f.New("XMP")}</x:xmpmeta>"));
        var element = f.Add("null");
        var root = f.Add($"<< /Type /StructTreeRoot /K {element} 0 R /RoleMap << /{f.New("role")} /P >> /ClassMap << /{f.New("class")} << /O /Layout >> >> >>");
        f.Set(element, $"<< /Type /StructElem /S /Figure /P {root} 0 R /Pg 3 0 R /K 0 /Alt ({f.New("struct Alt")}) /ActualText ({f.New("struct ActualText")}) /E ({f.New("struct E")}) /T ({f.New("struct T")}) /ID ({f.New("struct ID")}) /A << /O /Table /Summary ({f.New("table Summary")}) >> >>");
        var item = f.Add($"<< /Title ({f.New("outline title")}) /Parent 60 0 R /Dest ({f.New("named destination")}) >>");
        f.Set(60, $"<< /Type /Outlines /First {item} 0 R /Last {item} 0 R /Count 1 >>");
        var embedded = f.Add(CanaryFile.Stream("/Type /EmbeddedFile", f.New("embedded file data")));
        var names = $"<< /Dests << /Names [({f.Tokens[^2].Token}) [3 0 R /Fit]] >> /EmbeddedFiles << /Names [(a) << /F ({f.New("embedded file name")}) /EF << /F {embedded} 0 R >> >>] >> /JavaScript << /Names [(j) << /S /JavaScript /JS ({f.New("document JS")}) >>] >> >>";
        var profile = f.Add(CanaryFile.Stream("/N 3", "profiel"));
        return $"<< /Type /Catalog /Pages 2 0 R /Outlines 60 0 R /Names {names} /Metadata {xmp} 0 R /StructTreeRoot {root} 0 R /MarkInfo << /Marked true >> /Lang ({f.New("Lang")}) "
            + $"/AcroForm << /Fields [30 0 R 31 0 R << /FT /Sig /T (s) /V {signature} 0 R >>] /DA ({f.New("AcroForm DA")}) /XFA {xfa} 0 R >> /OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >> "
            + $"/PageLabels << /Nums [0 << /S /D /P ({f.New("page label prefix")}) >>] >> /OpenAction << /S /JavaScript /JS ({f.New("OpenAction")}) >> /Prive ({f.New("catalog private key")}) "
            + $"/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({f.New("OutputIntent condition")}) /Info ({f.New("OutputIntent info")}) /DestOutputProfile {profile} 0 R >>] "
            + $"/Collection << /Schema << /{f.New("collection schema")} << /N (x) >> >> >> /SpiderInfo << /C [<< /U ({f.New("SpiderInfo")}) >>] >> >>";
    }
}
