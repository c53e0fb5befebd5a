using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Content;

/// <summary>The appearance of a text field that leaves its drawing to the reader (§12.7.4.3): its value on one line, in Helvetica.</summary>
internal static class FieldAppearance
{
    private const int MaxParents = 32;
    private const double LargestSize = 12;

    /// <summary>An appearance for a field without one of its own, or with an empty one that is to be made anew; null where it needs none.</summary>
    public static PdfStream? Make(PdfFile file, PdfDictionary widget, PdfStream? own)
    {
        if (file.Name(widget, "Subtype") != "Widget" || (own is not null && !IsStale(file, own)) || Inherited(file, widget, "FT") is not PdfName { Value: "Tx" or "Ch" }
            || Inherited(file, widget, "V") is not PdfString value || Box.Of(file.Numbers(widget["Rect"], 4)) is not { IsEmpty: false } area)
        {
            return null;
        }

        var size = Math.Min(LargestSize, 0.7 * area.Height);
        var text = Encoding.Latin1.GetBytes(PdfTextString.Decode(value).ReplaceLineEndings(" "));
        var content = string.Create(CultureInfo.InvariantCulture, $"BT /WooField {size:0.##} Tf 2 {(area.Height / 2) - (0.35 * size):0.##} Td <{Convert.ToHexString(text)}> Tj ET");
        var font = new PdfDictionary { { "Type", "Font" }, { "Subtype", "Type1" }, { "BaseFont", "Helvetica" }, { "Encoding", "WinAnsiEncoding" } };
        var dictionary = new PdfDictionary
        {
            { "Type", "XObject" },
            { "Subtype", "Form" },
            { "BBox", PdfArray.OfNumbers(0, 0, area.Width, area.Height) },
            { "Resources", new PdfDictionary { { "Font", new PdfDictionary { { "WooField", font } } } } },
        };
        return new PdfStream(dictionary, Encoding.ASCII.GetBytes(content));
    }

    private static bool IsStale(PdfFile file, PdfStream own)
    {
        if (file.Get<PdfDictionary>(file.Catalog, "AcroForm") is not { } form || file.Resolve(form["NeedAppearances"]) is not PdfBoolean { Value: true })
        {
            return false;
        }

        var drawing = file.Decode(own).Data.Span;
        return drawing.IndexOf("Tj"u8) < 0 && drawing.IndexOf("TJ"u8) < 0;
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
