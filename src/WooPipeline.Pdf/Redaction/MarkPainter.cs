using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.TrueType;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Draws boxes with their codes: the box as an artifact, the code as real text with a spoken form (ISO 32000-2 §14.9.5).</summary>
internal sealed class MarkPainter(PdfObjectStore store, PdfRedactionOptions options, bool needsOwnGray)
{
    public const string FontName = "WooCode";
    public const string SpaceName = "WooGray";
    private const double LargestCode = 0.78;
    private const double StampSize = 9;
    private readonly SubsetFont subset = new(BuiltInFonts.Inter.Face(bold: false, italic: false).Font, FontName);
    private readonly PdfReference font = store.Reserve();
    private bool isUsed;

    /// <summary>Adds what drawing needs to a page's resources.</summary>
    public void AddResources(PdfDictionary resources)
    {
        Category(resources, "Font")[FontName] = font;
        if (needsOwnGray)
        {
            var white = new PdfDictionary { { "WhitePoint", PdfArray.OfNumbers(0.9505, 1, 1.089) }, { "Gamma", new PdfReal(2.2) } };
            Category(resources, "ColorSpace")[SpaceName] = new PdfArray([new PdfName("CalGray"), white]);
        }
    }

    /// <summary>The drawing of a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="mcid">Marked content of the structure that the code belongs to; -1 where it belongs to none.</param>
    /// <param name="isTagged">True in a file with structure, where what belongs to none (a page header) is an artifact.</param>
    public string Draw(MarkBox box, int mcid, bool isTagged)
    {
        isUsed = true;
        var (codes, width) = Encode(box.Mark.Code);
        var size = Math.Min(LargestCode * box.Size, Math.Max(2, width > 0 ? (box.Width - 2) / width : 0));
        var m = box.Place;
        var x = Math.Max(0, (box.Width - (width * size)) / 2);
        var spoken = PdfString.OfText(box.Mark.Spoken);
        var drawing = new StringBuilder();
        drawing.Append("\n/Artifact BMC\nq ").Append(Gray(options.BoxGray));
        drawing.Append(CultureInfo.InvariantCulture, $"{N(m.A)} {N(m.B)} {N(m.C)} {N(m.D)} {N(m.E)} {N(m.F)} cm 0 {N(box.Low)} {N(box.Width)} {N(box.High)} re f Q\nEMC\n");
        if (mcid < 0 && isTagged)
        {
            drawing.Append("/Artifact BMC\n");
        }
        else
        {
            drawing.Append("/Span <<").Append(mcid >= 0 ? $"/MCID {mcid} " : "").Append("/Lang (nl-NL) /E ").Append(Text(spoken)).Append(">> BDC\n");
        }

        drawing.Append("q ").Append(Gray(options.CodeGray));
        drawing.Append(CultureInfo.InvariantCulture, $"{N(m.A)} {N(m.B)} {N(m.C)} {N(m.D)} {N(m.E)} {N(m.F)} cm BT /{FontName} {N(size)} Tf {N(x)} {N(box.Low + (box.High / 2) - (0.36 * size))} Td <{codes}> Tj ET Q\nEMC\n");
        return drawing.ToString();
    }

    /// <summary>A line around what would go, with its code above its end.</summary>
    public string Outline(MarkBox box)
    {
        isUsed = true;
        var (codes, width) = Encode(box.Mark.Code);
        var size = Math.Clamp(0.5 * box.Size, 4, 7);
        var m = box.Place;
        return string.Create(CultureInfo.InvariantCulture, $"""

            /Artifact BMC
            q {Strokes()}0.7 w {N(m.A)} {N(m.B)} {N(m.C)} {N(m.D)} {N(m.E)} {N(m.F)} cm 0 {N(box.Low)} {N(box.Width)} {N(box.High)} re S
            {Gray(0)}BT /{FontName} {N(size)} Tf {N(Math.Max(0, box.Width - (width * size)))} {N(box.Low + box.High + 0.6)} Td <{codes}> Tj ET Q
            EMC

            """);
    }

    /// <summary>What a page of a draft is, on a band along its upper side.</summary>
    public string Stamp(string text, PageGeometry page)
    {
        isUsed = true;
        var (codes, width) = Encode(text);
        var size = Math.Min(StampSize, (page.Width - 8) / Math.Max(width, 1));
        var m = page.Upright.Inverse() ?? Matrix.Identity;
        return string.Create(CultureInfo.InvariantCulture, $"""

            /Artifact BMC
            q {N(m.A)} {N(m.B)} {N(m.C)} {N(m.D)} {N(m.E)} {N(m.F)} cm {Gray(0)}0 {N(page.Height - (1.7 * size))} {N(page.Width)} {N(1.7 * size)} re f
            {Gray(1)}BT /{FontName} {N(size)} Tf {N((page.Width - (width * size)) / 2)} {N(page.Height - (1.2 * size))} Td <{codes}> Tj ET Q
            EMC

            """);
    }

    /// <summary>Writes the font of the codes.</summary>
    public void Finish()
    {
        if (isUsed)
        {
            store.Set(font, store[FontWriter.Composite(store, subset)]!);
        }
    }

    private (string Codes, double Width) Encode(string text)
    {
        var codes = new StringBuilder();
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            var number = subset.Use(subset.Font.GlyphOf(rune.Value), rune.Value);
            codes.Append(number.ToString("X4", CultureInfo.InvariantCulture));
            width += subset.WidthOf(number);
        }

        return (codes.ToString(), width);
    }

    private string Gray(double value) => needsOwnGray ? $"/{SpaceName} cs {N(value)} sc " : $"{N(value)} g ";

    private string Strokes() => needsOwnGray ? $"/{SpaceName} CS 0 SC " : "0 G ";

    private static PdfDictionary Category(PdfDictionary resources, string name)
    {
        if (resources[name] is not PdfDictionary category)
        {
            resources[name] = category = new PdfDictionary();
        }

        return category;
    }

    private static string N(double value) => ShowRewriter.Number(value);

    private static string Text(PdfString value)
    {
        using var bytes = new MemoryStream();
        var output = new PdfOutput(bytes);
        output.Object(value);
        output.Flush();
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
