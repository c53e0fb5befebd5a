using System.Globalization;

namespace WooPipeline.Pdf.Objects;

/// <summary>Writes PDF syntax to a stream, with the white space that parts tokens, and counts bytes.</summary>
public sealed class PdfOutput(Stream stream)
{
    private readonly byte[] buffer = new byte[32 * 1024];
    private int used;
    private long flushed;
    private bool needsSpace;

    /// <summary>Bytes written so far.</summary>
    public long Position => flushed + used;

    /// <summary>Writes an object.</summary>
    public void Object(PdfObject value) => value.WriteTo(this);

    /// <summary>Writes bytes as they are; what follows needs no space before it.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        needsSpace = false;
        if (bytes.Length > buffer.Length - used)
        {
            Flush();
            if (bytes.Length > buffer.Length)
            {
                stream.Write(bytes);
                flushed += bytes.Length;
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>Writes an operator or keyword, parted from the token before it.</summary>
    public void Keyword(ReadOnlySpan<byte> word)
    {
        if (needsSpace)
        {
            Raw(" "u8);
        }

        Raw(word);
        needsSpace = true;
    }

    /// <summary>Writes a delimiter, which needs no space on either side.</summary>
    public void Delimiter(ReadOnlySpan<byte> bytes) => Raw(bytes);

    /// <summary>Writes a whole number.</summary>
    public void Integer(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        Keyword(digits[..length]);
    }

    /// <summary>Writes a real number, without exponent and with at most nine decimals; values that need none are written whole.</summary>
    public void Real(double value)
    {
        Span<byte> digits = stackalloc byte[400];
        value.TryFormat(digits, out var length, "0.#########", CultureInfo.InvariantCulture);
        Keyword(digits[..length] is [(byte)'-', (byte)'0'] ? "0"u8 : digits[..length]);
    }

    /// <summary>Writes a name with what must be escaped as <c>#xx</c>.</summary>
    public void Name(string value)
    {
        Span<byte> one = stackalloc byte[3];
        Raw("/"u8);
        foreach (var c in value)
        {
            if (c is > ' ' and <= '~' and not ('#' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%'))
            {
                one[0] = (byte)c;
                Raw(one[..1]);
            }
            else
            {
                one[0] = (byte)'#';
                one[1] = Hex(c >> 4);
                one[2] = Hex(c);
                Raw(one);
            }
        }

        needsSpace = true;
    }

    /// <summary>Writes a string in parentheses.</summary>
    public void LiteralString(ReadOnlySpan<byte> bytes)
    {
        Span<byte> one = stackalloc byte[2];
        Raw("("u8);
        foreach (var b in bytes)
        {
            one[0] = (byte)'\\';
            one[1] = b switch { (byte)'\r' => (byte)'r', (byte)'\n' => (byte)'n', _ => b };
            Raw(b is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r' or (byte)'\n' ? one : one[1..]);
        }

        Raw(")"u8);
    }

    /// <summary>Writes a string between angle brackets.</summary>
    public void HexString(ReadOnlySpan<byte> bytes)
    {
        Span<byte> one = stackalloc byte[2];
        Raw("<"u8);
        foreach (var b in bytes)
        {
            one[0] = Hex(b >> 4);
            one[1] = Hex(b);
            Raw(one);
        }

        Raw(">"u8);
    }

    /// <summary>Hands what is buffered to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, used);
        flushed += used;
        used = 0;
    }

    private static byte Hex(int value) => (byte)"0123456789ABCDEF"[value & 15];
}
