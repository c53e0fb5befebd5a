using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>The styles of written documents, made from the house style.</summary>
internal static class DocxStyles
{
    public const string Mark = "Lakmarkering";
    public const string TableStyle = "WooTabel";
    private const string DefaultFont = "Verdana";
    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static XElement Build(HouseStyle style, string language)
    {
        var font = style.Fonts.Length > 0 ? style.Fonts[0] : DefaultFont;
        var color = M.Color(style.HeadingColor);
        var line = (int)Math.Round(240 * style.LineHeight);
        return DocxWriter.Root("styles",
            M.E("docDefaults",
                M.E("rPrDefault", M.E("rPr",
                    M.E("rFonts", M.A("ascii", font), M.A("hAnsi", font), M.A("eastAsia", font), M.A("cs", font)),
                    M.E("sz", M.Val(M.HalfPoints(style.FontSize))),
                    M.E("szCs", M.Val(M.HalfPoints(style.FontSize))),
                    M.E("lang", M.Val(language), M.A("eastAsia", language), M.A("bidi", "ar-SA")))),
                M.E("pPrDefault", M.E("pPr", M.E("spacing", M.A("after", 120), M.A("line", line), M.A("lineRule", "auto"))))),
            Paragraph("Normal", "Normal", null, null, M.E("rPr", M.E("lang", M.Val(language))), isDefault: true),
            Enumerable.Range(1, 6).Select(level => Heading(level, style, color)),
            Paragraph("Title", "Title", "Normal",
                M.E("pPr", M.E("keepNext"), M.E("spacing", M.A("before", 0), M.A("after", 240)), M.E("outlineLvl", M.Val(0))),
                M.E("rPr", M.E("b"), M.E("color", M.Val(color)), M.E("sz", M.Val(M.HalfPoints(Size(style, 1) + 6))))),
            Paragraph("ListBullet", "List Bullet", "Normal", M.E("pPr", M.E("spacing", M.A("after", 60))), null),
            Paragraph("ListNumber", "List Number", "Normal", M.E("pPr", M.E("spacing", M.A("after", 60))), null),
            Paragraph("ListContinue", "List Continue", "Normal", M.E("pPr", M.E("spacing", M.A("after", 60))), null),
            Paragraph("Quote", "Quote", "Normal",
                M.E("pPr", M.E("pBdr", M.E("left", M.Val("single"), M.A("sz", 12), M.A("space", 8), M.A("color", "BFBFBF"))), M.E("ind", M.A("left", 340))), null),
            Paragraph("Caption", "caption", "Normal", M.E("pPr", M.E("keepNext"), M.E("spacing", M.A("before", 120), M.A("after", 60))), M.E("rPr", M.E("b"))),
            Paragraph("TableText", "Tabeltekst", "Normal", M.E("pPr", M.E("spacing", M.A("after", 0))), null),
            Paragraph("SmallText", "Kleine tekst", "Normal", M.E("pPr", M.E("spacing", M.A("after", 0))), M.E("rPr", M.E("sz", M.Val(M.HalfPoints(style.FontSize - 2))))),
            Paragraph("FootnoteText", "footnote text", "Normal", M.E("pPr", M.E("spacing", M.A("after", 0))), M.E("rPr", M.E("sz", M.Val(M.HalfPoints(style.FontSize - 1.5))))),
            Paragraph("Header", "header", "Normal", null, M.E("rPr", M.E("b"), M.E("sz", M.Val(M.HalfPoints(style.FontSize - 1))))),
            Paragraph("Footer", "footer", "Normal", M.E("pPr", M.E("jc", M.Val("right"))), M.E("rPr", M.E("sz", M.Val(M.HalfPoints(style.FontSize - 1.5))))),
            Character("DefaultParagraphFont", "Default Paragraph Font", null, isDefault: true),
            Character("FootnoteReference", "footnote reference", M.E("rPr", M.E("vertAlign", M.Val("superscript")))),
            Character("Hyperlink", "Hyperlink", M.E("rPr", M.E("color", M.Val(color)), M.E("u", M.Val("single")))),
            Character(Mark, "Lakmarkering", M.E("rPr", M.E("color", M.Val(M.Color(style.MarkText))), M.E("shd", M.Val("clear"), M.A("color", "auto"), M.A("fill", M.Color(style.MarkFill))))),
            TableNormal(),
            Table(color));
    }

    private static XElement Heading(int level, HouseStyle style, string color) => Paragraph(
        "Heading" + level.ToString(CultureInfo.InvariantCulture),
        "heading " + level.ToString(CultureInfo.InvariantCulture),
        "Normal",
        M.E("pPr", M.E("keepNext"), M.E("keepLines"), M.E("spacing", M.A("before", 240), M.A("after", 100)), M.E("outlineLvl", M.Val(level - 1))),
        M.E("rPr", M.E("b"), M.E("color", M.Val(color)), M.E("sz", M.Val(M.HalfPoints(Size(style, level))))));

    private static double Size(HouseStyle style, int level) =>
        style.HeadingSizes.Length == 0 ? style.FontSize + 2 : style.HeadingSizes[Math.Min(level, style.HeadingSizes.Length) - 1];

    private static XElement Paragraph(string id, string name, string? basedOn, XElement? paragraph, XElement? run, bool isDefault = false) => M.E("style",
        M.A("type", "paragraph"), isDefault ? M.A("default", 1) : null, M.A("styleId", id),
        M.E("name", M.Val(name)),
        basedOn is null ? null : M.E("basedOn", M.Val(basedOn)),
        id.StartsWith("Heading", StringComparison.Ordinal) || id == "Title" ? M.E("next", M.Val("Normal")) : null,
        M.E("qFormat"),
        paragraph,
        run);

    private static XElement Character(string id, string name, XElement? run, bool isDefault = false) => M.E("style",
        M.A("type", "character"), isDefault ? M.A("default", 1) : null, M.A("styleId", id),
        M.E("name", M.Val(name)),
        isDefault ? null : M.E("basedOn", M.Val("DefaultParagraphFont")),
        run);

    private static XElement TableNormal() => M.E("style",
        M.A("type", "table"), M.A("default", 1), M.A("styleId", "TableNormal"),
        M.E("name", M.Val("Normal Table")),
        M.E("tblPr", M.E("tblInd", M.A("w", 0), M.A("type", "dxa")), Margins(0, 108)));

    private static XElement Table(string color) => M.E("style",
        M.A("type", "table"), M.A("styleId", TableStyle),
        M.E("name", M.Val("Woo-tabel")),
        M.E("basedOn", M.Val("TableNormal")),
        M.E("tblPr",
            M.E("tblBorders", Sides.Select(side =>
                M.E(side, M.Val("single"), M.A("sz", 4), M.A("space", 0), M.A("color", "A6A6A6")))),
            Margins(40, 85)),
        M.E("tblStylePr", M.A("type", "firstRow"),
            M.E("rPr", M.E("b"), M.E("color", M.Val("FFFFFF"))),
            M.E("tcPr", M.E("shd", M.Val("clear"), M.A("color", "auto"), M.A("fill", color)))));

    private static XElement Margins(int vertical, int horizontal) => M.E("tblCellMar",
        M.E("top", M.A("w", vertical), M.A("type", "dxa")), M.E("left", M.A("w", horizontal), M.A("type", "dxa")),
        M.E("bottom", M.A("w", vertical), M.A("type", "dxa")), M.E("right", M.A("w", horizontal), M.A("type", "dxa")));
}
