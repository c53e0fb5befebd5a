namespace WooPipeline.Pdf.Objects;

/// <summary>Undoes the escapes of string tokens (§7.3.4).</summary>
internal static class PdfStringDecoder
{
    /// <summary>The bytes of a string token, literal or hexadecimal.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> token)
    {
        var buffer = new byte[token.Length];
        return buffer[..Decode(token, buffer)];
    }

    /// <summary>Decodes into a buffer at least as long as the token; gives the number of bytes.</summary>
    public static int Decode(ReadOnlySpan<byte> token, Span<byte> output) =>
        token.IsEmpty ? 0 : token[0] == '<' ? Hex(token[1..], output) : Literal(token[1..], output);

    private static int Hex(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var length = 0;
        var high = -1;
        foreach (var b in text)
        {
            var digit = PdfLexer.Hex(b);
            if (digit < 0)
            {
                continue;
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                output[length++] = (byte)((high << 4) | digit);
                high = -1;
            }
        }

        if (high >= 0)
        {
            output[length++] = (byte)(high << 4);
        }

        return length;
    }

    private static int Literal(ReadOnlySpan<byte> text, Span<byte> output)
    {
        // An unterminated string has no closing parenthesis to leave off.
        var end = text.Length > 0 && text[^1] == ')' ? text.Length - 1 : text.Length;
        var length = 0;
        for (var i = 0; i < end; i++)
        {
            var b = text[i];
            if (b == '\r')
            {
                // Any line end in a string is one line feed.
                output[length++] = (byte)'\n';
                i += i + 1 < end && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (b == '\\' && i + 1 < end)
            {
                i = Escape(text[..end], i + 1, output, ref length);
            }
            else
            {
                output[length++] = b;
            }
        }

        return length;
    }

    private static int Escape(ReadOnlySpan<byte> text, int i, Span<byte> output, ref int length)
    {
        var b = text[i];
        switch (b)
        {
            case (byte)'n':
                output[length++] = (byte)'\n';
                return i;
            case (byte)'r':
                output[length++] = (byte)'\r';
                return i;
            case (byte)'t':
                output[length++] = (byte)'\t';
                return i;
            case (byte)'b':
                output[length++] = (byte)'\b';
                return i;
            case (byte)'f':
                output[length++] = (byte)'\f';
                return i;
            case (byte)'\r':
                return i + 1 < text.Length && text[i + 1] == '\n' ? i + 1 : i;
            case (byte)'\n':
                return i;
            case >= (byte)'0' and <= (byte)'7':
                var value = 0;
                var start = i;
                while (i < text.Length && i < start + 3 && text[i] is >= (byte)'0' and <= (byte)'7')
                {
                    value = (value * 8) + (text[i++] - '0');
                }

                output[length++] = (byte)value;
                return i - 1;
            default:
                output[length++] = b;
                return i;
        }
    }
}
