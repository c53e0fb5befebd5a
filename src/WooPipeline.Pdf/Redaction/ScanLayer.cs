using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.TrueType;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Lays words over scanned pages as text in rendering mode 3, each as wide as its picture.</summary>
internal sealed class ScanLayer(PdfObjectStore store, ImmutableArray<PdfScanWord> words)
{
    private const string FontName = "WooScan";
    private readonly ILookup<int, PdfScanWord> byPage = words.ToLookup(w => w.Page);
    private readonly SubsetFont subset = new(BuiltInFonts.Inter.Face(bold: false, italic: false).Font, FontName);
    private readonly PdfReference? font = words.IsEmpty ? null : store.Reserve();

    /// <summary>The text of a page; empty where it has none.</summary>
    public string Draw(int page, PdfDictionary resources)
    {
        var own = byPage[page].ToList();
        if (own.Count == 0)
        {
            return "";
        }

        if (resources["Font"] is not PdfDictionary fonts)
        {
            resources["Font"] = fonts = new PdfDictionary();
        }

        fonts[FontName] = font!;
        var text = new StringBuilder();
        foreach (var word in own)
        {
            Append(text, word);
        }

        return text.ToString();
    }

    public void Finish()
    {
        if (font is not null)
        {
            store.Set(font, store[FontWriter.Composite(store, subset)]!);
        }
    }

    private void Append(StringBuilder text, PdfScanWord word)
    {
        var codes = new StringBuilder();
        var width = 0.0;
        foreach (var rune in word.Text.EnumerateRunes())
        {
            var number = subset.Use(subset.Font.GlyphOf(rune.Value), rune.Value);
            codes.Append(number.ToString("X4", CultureInfo.InvariantCulture));
            width += subset.WidthOf(number);
        }

        var length = Math.Sqrt((word.AlongX * word.AlongX) + (word.AlongY * word.AlongY));
        if (width <= 0 || length <= 0)
        {
            return;
        }

        static string N(double v) => ShowRewriter.Number(v);
        var (x, y) = (word.AlongX / width, word.AlongY / width);
        var (upX, upY) = (-word.AlongY / length * word.Size, word.AlongX / length * word.Size);
        text.Append(CultureInfo.InvariantCulture, $"BT 3 Tr /{FontName} 1 Tf {N(x)} {N(y)} {N(upX)} {N(upY)} {N(word.X)} {N(word.Y)} Tm <{codes}> Tj ET\n");
    }
}
