using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// Encoded words in headers (RFC 2047, RFC 2231 §5), leniently: within quoted strings, with raw spaces, without padding,
/// unterminated, with characters cut over two words.
/// </summary>
internal static class EncodedWords
{
    // Far above the 75 characters of the standard; a bound keeps a header of word starts from taking quadratic time.
    private const int MaxWord = 16 * 1024;

    /// <summary>The text with its encoded words decoded; text without any comes back as it is.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        string? charset = null;
        var at = 0;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || !TryRead(text, start, out var word))
            {
                var end = start < 0 ? text.Length : start + 2;
                Flush(result, bytes, ref charset);
                result.Append(text, at, end - at);
                at = end;
                continue;
            }

            // White space between two encoded words is no part of the text; anything else is.
            var between = text.AsSpan(at, start - at);
            if (charset is null || !between.IsWhiteSpace())
            {
                Flush(result, bytes, ref charset);
                result.Append(between);
            }
            else if (!charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(result, bytes, ref charset);
            }

            charset = word.Charset;
            bytes.AddRange(word.Bytes);
            at = word.End;
        }

        Flush(result, bytes, ref charset);
        return result.ToString();
    }

    private static void Flush(StringBuilder result, List<byte> bytes, ref string? charset)
    {
        if (charset is null)
        {
            return;
        }

        foreach (var c in TextDecoder.Decode([.. bytes], charset, out _))
        {
            result.Append(c is '\r' or '\n' or '\0' ? ' ' : c);
        }

        bytes.Clear();
        charset = null;
    }

    private static bool TryRead(string text, int start, out Word word)
    {
        word = default;
        var charsetEnd = text.IndexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd - start > 80 || charsetEnd == start + 2 || charsetEnd + 2 >= text.Length || text[charsetEnd + 2] != '?')
        {
            return false;
        }

        var charset = text[(start + 2)..charsetEnd];
        var kind = char.ToUpperInvariant(text[charsetEnd + 1]);
        if (kind is not ('B' or 'Q') || charset.AsSpan().IndexOfAny(' ', '=') >= 0)
        {
            return false;
        }

        var from = charsetEnd + 3;
        var end = text.IndexOf("?=", from, Math.Min(MaxWord, text.Length - from), StringComparison.Ordinal);
        var next = end + 2;
        if (end < 0)
        {
            end = next = Unterminated(text, from, kind);
        }

        var content = text[from..end];
        var bytes = kind == 'B' ? TransferCoding.Base64(Latin(content)).Span.ToArray() : Q(content, charset);
        word = new Word(charset, bytes, next);
        return true;
    }

    private static int Unterminated(string text, int from, char kind)
    {
        if (kind == 'Q')
        {
            return text.Length;
        }

        var end = from;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '/' or '='))
        {
            end++;
        }

        return end;
    }

    private static byte[] Q(string content, string charset)
    {
        // Raw 8-bit characters are against the rules but meant in the word's own charset.
        var encoding = MailCharsets.Find(charset) is { } known and not DecodeOnlyEncoding ? known : Encoding.UTF8;
        var bytes = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '=' && i + 2 < content.Length && char.IsAsciiHexDigit(content[i + 1]) && char.IsAsciiHexDigit(content[i + 2]))
            {
                bytes.Add(Convert.FromHexString(content.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (c == '_')
            {
                bytes.Add((byte)' ');
            }
            else if (c < 0x80)
            {
                bytes.Add((byte)c);
            }
            else
            {
                bytes.AddRange(encoding.GetBytes([c]));
            }
        }

        return [.. bytes];
    }

    private static byte[] Latin(string content) => Encoding.Latin1.GetBytes(content);

    private readonly record struct Word(string Charset, byte[] Bytes, int End);
}
