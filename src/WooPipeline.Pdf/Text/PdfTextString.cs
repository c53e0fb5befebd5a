using System.Text;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Text;

/// <summary>Reads text strings (§7.9.2.2): UTF-16 and UTF-8 with their marks, else PDFDocEncoding.</summary>
internal static class PdfTextString
{
    private static readonly Lazy<string[]> Table = new(() => [.. Enumerable.Range(0, 256).Select(Character)]);

    public static string Decode(PdfString value)
    {
        var bytes = value.Bytes.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(Table.Value[b]);
        }

        return text.ToString();
    }

    private static string Character(int code) => FontData.Encoding("pdfdoc")[code] is { } name ? GlyphNames.TextOf(name)
        : code is 9 or 10 or 13 || code >= 0xA1 ? ((char)code).ToString() : "";
}
