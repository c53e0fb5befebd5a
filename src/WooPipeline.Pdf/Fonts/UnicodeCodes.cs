using System.Text;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Codes of the predefined maps that begin with <c>Uni</c> (§9.7.5.2): UCS-2 and UTF-16 of two or four bytes, UTF-8 of one to four, UTF-32 of four.</summary>
internal sealed class UnicodeCodes
{
    private readonly Encoding encoding;
    private readonly int unit;

    private UnicodeCodes(Encoding encoding, int unit) => (this.encoding, this.unit) = (encoding, unit);

    /// <summary>The form that a map's name tells.</summary>
    public static UnicodeCodes Of(string name) =>
        name.Contains("UTF8", StringComparison.Ordinal) ? new UnicodeCodes(Encoding.UTF8, 1)
        : name.Contains("UTF32", StringComparison.Ordinal) ? new UnicodeCodes(new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4)
        : new UnicodeCodes(Encoding.BigEndianUnicode, 2);

    /// <summary>Reads the code at the start of a text; gives its number of bytes. What is cut off is read as far as it goes.</summary>
    public int ReadCode(ReadOnlySpan<byte> text, out int code)
    {
        var length = Math.Min(text.Length, unit switch
        {
            1 => text[0] switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 },
            2 => text.Length > 3 && text[0] is >= 0xD8 and < 0xDC ? 4 : 2,
            _ => 4,
        });
        code = 0;
        foreach (var b in text[..length])
        {
            code = (code << 8) | b;
        }

        return length;
    }

    /// <summary>Number of bytes of a code.</summary>
    public int LengthOf(uint code) => Math.Max(unit, code switch { <= 0xFF => 1, <= 0xFFFF => 2, <= 0xFFFFFF => 3, _ => 4 });

    /// <summary>The text of a code; null where it is no character.</summary>
    public string? TextOf(uint code)
    {
        Span<byte> bytes = [(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code];
        var text = encoding.GetString(bytes[^LengthOf(code)..]);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? null : text;
    }
}
