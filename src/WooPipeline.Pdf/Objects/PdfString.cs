using System.Text;

namespace WooPipeline.Pdf.Objects;

/// <summary>A string of bytes (§7.3.4); what the bytes mean depends on where it stands.</summary>
public sealed class PdfString(ReadOnlyMemory<byte> bytes, bool isHex = false) : PdfObject
{
    /// <summary>The bytes after escapes are undone.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>True where it is written between angle brackets.</summary>
    public bool IsHex { get; } = isHex;

    /// <summary>A text string (§7.9.2.2): ASCII where that does, else UTF-16BE with its mark.</summary>
    public static PdfString OfText(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~'))
        {
            return new PdfString(Encoding.ASCII.GetBytes(text));
        }

        return new PdfString((byte[])[0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], isHex: true);
    }

    internal override void WriteTo(PdfOutput output)
    {
        if (IsHex)
        {
            output.HexString(Bytes.Span);
        }
        else
        {
            output.LiteralString(Bytes.Span);
        }
    }
}
