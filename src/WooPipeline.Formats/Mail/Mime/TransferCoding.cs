using System.Buffers;
using System.Buffers.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>Content-Transfer-Encodings (RFC 2045 §6), decoded leniently.</summary>
internal static class TransferCoding
{
    private static readonly SearchValues<byte> Escapes = SearchValues.Create("=\r\n"u8);

    /// <summary>Decodes a body; an unknown coding gives the bytes as they are and a deviation.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string coding, MimeContext context)
    {
        switch (coding)
        {
            case "base64" or "b":
                return Base64(body.Span, context);
            case "quoted-printable" or "quoted" or "q":
                return QuotedPrintable(body.Span, context);
            case "x-uuencode" or "uuencode" or "x-uue" or "uue":
                return UuCoding.DecodeFirst(body.Span) ?? body;
            case "x-yenc" or "yenc":
                return YEnc.DecodeFirst(body.Span) ?? body;
            case "" or "7bit" or "8bit" or "binary" or "7-bit" or "8-bit":
                return body;
            default:
                context.Deviate("mime-unknown-transfer-encoding");
                return body;
        }
    }

    /// <summary>Base64 with whatever stands between its characters; text after padding goes on as a new run.</summary>
    public static ReadOnlyMemory<byte> Base64(ReadOnlySpan<byte> text, MimeContext? context = null)
    {
        var bytes = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3]; // a last group cut short too
        // The lines are put together first: without line ends the decoder works on whole vectors.
        var lines = ArrayPool<byte>.Shared.Rent(text.Length);
        var joined = WithoutLineEnds(text, lines);
        var status = System.Buffers.Text.Base64.DecodeFromUtf8(joined, bytes, out _, out var written);
        ArrayPool<byte>.Shared.Return(lines);
        if (status == OperationStatus.Done)
        {
            return bytes.AsMemory(0, written);
        }

        context?.Deviate("mime-base64-junk");
        return SlowBase64(text, bytes) ?? text.ToArray();
    }

    /// <summary>Quoted-printable: soft breaks with blanks after them, lower-case hex, a lone <c>=</c> kept as it is.</summary>
    public static ReadOnlyMemory<byte> QuotedPrintable(ReadOnlySpan<byte> text, MimeContext? context = null)
    {
        var bytes = new byte[text.Length];
        var written = 0;
        var at = 0;
        while (at < text.Length)
        {
            var plain = text[at..].IndexOfAny(Escapes);
            plain = plain < 0 ? text.Length - at : plain;
            text.Slice(at, plain).CopyTo(bytes.AsSpan(written));
            written += plain;
            at += plain;
            if (at >= text.Length)
            {
                break;
            }

            if (text[at] != '=')
            {
                // Blanks before a line end were added on the way (RFC 2045 §6.7, rule 3).
                while (written > 0 && plain-- > 0 && bytes[written - 1] is (byte)' ' or (byte)'\t')
                {
                    written--;
                }

                bytes[written++] = text[at++];
                continue;
            }

            at = Escape(text, at, bytes, ref written, context);
        }

        return bytes.AsMemory(0, written);
    }

    private static ReadOnlySpan<byte> WithoutLineEnds(ReadOnlySpan<byte> text, byte[] lines)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny((byte)'\r', (byte)'\n');
            length = length < 0 ? text.Length : length;
            text[..length].CopyTo(lines.AsSpan(written));
            written += length;
            text = text[length..];
            text = text.TrimStart("\r\n"u8);
        }

        return lines.AsSpan(0, written);
    }

    private static int Escape(ReadOnlySpan<byte> text, int at, byte[] bytes, ref int written, MimeContext? context)
    {
        if (at + 2 < text.Length && Hex(text[at + 1]) is >= 0 and var high && Hex(text[at + 2]) is >= 0 and var low)
        {
            bytes[written++] = (byte)((high << 4) | low);
            return at + 3;
        }

        var after = at + 1;
        while (after < text.Length && text[after] is (byte)' ' or (byte)'\t')
        {
            after++;
        }

        if (after >= text.Length)
        {
            return after; // an escape cut off by the end
        }

        if (text[after] is (byte)'\r' or (byte)'\n')
        {
            _ = HeaderReader.LineEnd(text, after, out var next);
            return next;
        }

        context?.Deviate("mime-quoted-printable-junk");
        bytes[written++] = (byte)'=';
        return at + 1;
    }

    // Null where the text is no base64 at all: what was never encoded must not be decoded away.
    private static ReadOnlyMemory<byte>? SlowBase64(ReadOnlySpan<byte> text, byte[] bytes)
    {
        int bits = 0, held = 0, written = 0, junk = 0, good = 0;
        foreach (var b in text)
        {
            var value = Value(b);
            if (value >= 0)
            {
                good++;
                bits = ((bits << 6) | value) & 0xFFFFFF;
                held += 6;
                if (held >= 8)
                {
                    held -= 8;
                    bytes[written++] = (byte)(bits >> held);
                }
            }
            else if (b == '=')
            {
                held = 0;
            }
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                junk++;
            }
        }

        return junk * 10 > good ? default(ReadOnlyMemory<byte>?) : bytes.AsMemory(0, written);
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
