using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Content;

/// <summary>The appearance of a text field that leaves its drawing to the reader (§12.7.4.3): its value in Helvetica, size and colour as the field asks.</summary>
internal static class FieldAppearance
{
    private const int MaxParents = 32;
    private const int MaxDepth = 6;
    private const int Multiline = 1 << 12;
    private const double LargestSize = 12;
    private const double LineHeight = 1.2;

    /// <summary>An appearance for a field without one of its own, or with an empty one that is to be made anew; null where it needs none.</summary>
    public static PdfStream? Make(PdfFile file, PdfDictionary widget, PdfStream? own)
    {
        if (file.Name(widget, "Subtype") != "Widget" || (own is not null && !IsStale(file, own)) || Inherited(file, widget, "FT") is not PdfName { Value: "Tx" or "Ch" }
            || Inherited(file, widget, "V") is not PdfString value || Box.Of(file.Numbers(widget["Rect"], 4)) is not { IsEmpty: false } area)
        {
            return null;
        }

        var isMultiline = ((int)((Inherited(file, widget, "Ff") as PdfNumber)?.ToDouble() ?? 0) & Multiline) != 0;
        var text = PdfTextString.Decode(value).ReplaceLineEndings(isMultiline ? "\n" : " ");
        var form = file.Get<PdfDictionary>(file.Catalog, "AcroForm");
        var (size, color) = Wanted(((Inherited(file, widget, "DA") ?? form?["DA"]) as PdfString)?.Bytes ?? default);
        size = size > 0 ? size : isMultiline ? LargestSize : Math.Min(LargestSize, 0.7 * area.Height);
        var others = new List<string>();
        var content = Content(text.Split('\n'), area, size, color, isMultiline, others);
        var fonts = new PdfDictionary { { "WooField", Font(new PdfName("WinAnsiEncoding")) } };
        if (others.Count > 0)
        {
            fonts["WooOther"] = Font(new PdfDictionary { { "Type", "Encoding" }, { "Differences", new PdfArray([new PdfInteger(1), .. others.Select(n => new PdfName(n))]) } });
        }

        var dictionary = new PdfDictionary
        {
            { "Type", "XObject" },
            { "Subtype", "Form" },
            { "BBox", PdfArray.OfNumbers(0, 0, area.Width, area.Height) },
            { "Resources", new PdfDictionary { { "Font", fonts } } },
        };
        return new PdfStream(dictionary, Encoding.ASCII.GetBytes(content));
    }

    private static string Content(string[] lines, in Box area, double size, string color, bool isMultiline, List<string> others)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"q 1 1 {Math.Max(0, area.Width - 2):0.####} {Math.Max(0, area.Height - 2):0.####} re W n BT {color} ");
        var y = isMultiline ? area.Height - 2 - size : ((area.Height - size) / 2) + (0.2 * size);
        content.Append(CultureInfo.InvariantCulture, $"2 {y:0.####} Td {LineHeight * size:0.##} TL ");
        foreach (var line in lines)
        {
            Line(content, line, size, others);
            content.Append("T* ");
        }

        return content.Append("ET Q").ToString();
    }

    /// <summary>A line in pieces by font: what the Latin encoding lacks goes by the names of its glyphs.</summary>
    private static void Line(StringBuilder content, string line, double size, List<string> others)
    {
        var latin = FontData.Encoding("winansi");
        foreach (var rune in line.EnumerateRunes())
        {
            var (font, code) = ("WooField", Array.FindIndex(latin, n => n is not null && GlyphNames.TextOf(n) == rune.ToString()));
            if (code < 0)
            {
                var name = GlyphNames.NameOf(rune);
                if (!others.Contains(name) && others.Count < 254)
                {
                    others.Add(name);
                }

                (font, code) = ("WooOther", others.IndexOf(name) + 1);
            }

            content.Append(CultureInfo.InvariantCulture, $"/{font} {size:0.##} Tf <{code:X2}> Tj ");
        }
    }

    private static PdfDictionary Font(PdfObject encoding) => new() { { "Type", "Font" }, { "Subtype", "Type1" }, { "BaseFont", "Helvetica" }, { "Encoding", encoding } };

    /// <summary>Size and colour of a default appearance (§12.7.4.3); size 0 where the reader chooses.</summary>
    private static (double Size, string Color) Wanted(ReadOnlyMemory<byte> appearance)
    {
        var reader = new ContentReader(appearance.Span);
        var operation = new ContentOperation();
        var (size, color) = (0.0, "");
        while (reader.Next(operation))
        {
            var numbers = operation.Operands.Where(o => o.Kind is PdfTokenKind.Integer or PdfTokenKind.Real).Select(o => Math.Clamp(o.Number, -1000, 1000)).ToList();
            if (operation.Operator == ContentOperator.Font && numbers.Count > 0)
            {
                size = numbers[^1];
            }

            var name = operation.Operator switch { ContentOperator.FillGray => "g", ContentOperator.FillRgb => "rg", ContentOperator.FillCmyk => "k", _ => null };
            if (name is not null)
            {
                color = string.Join(' ', numbers.Select(n => n.ToString("0.#####", CultureInfo.InvariantCulture))) + " " + name;
            }
        }

        return (size, color);
    }

    /// <summary>True where the file asks for new appearances and this one, with all forms in it, shows no text.</summary>
    private static bool IsStale(PdfFile file, PdfStream own) =>
        file.Get<PdfDictionary>(file.Catalog, "AcroForm") is { } form && file.Resolve(form["NeedAppearances"]) is PdfBoolean { Value: true } && !ShowsText(file, own, 0);

    private static bool ShowsText(PdfFile file, PdfStream stream, int depth)
    {
        var drawing = file.Decode(stream).Data.Span;
        if (drawing.IndexOf("Tj"u8) >= 0 || drawing.IndexOf("TJ"u8) >= 0)
        {
            return true;
        }

        var forms = file.Get<PdfDictionary>(stream.Dictionary, "Resources") is { } resources ? file.Get<PdfDictionary>(resources, "XObject") : null;
        return depth < MaxDepth && forms is not null && forms.Any(f => file.Resolve(f.Value) is PdfStream inner && ShowsText(file, inner, depth + 1));
    }

    private static PdfObject? Inherited(PdfFile file, PdfDictionary node, string key)
    {
        var at = node;
        for (var depth = 0; at is not null && depth < MaxParents; depth++)
        {
            if (file.Resolve(at[key]) is not PdfNull and var found)
            {
                return found;
            }

            at = file.Get<PdfDictionary>(at, "Parent");
        }

        return null;
    }
}
