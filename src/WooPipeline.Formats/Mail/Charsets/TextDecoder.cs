using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>Makes text of bytes whose charset is declared, wrongly declared or not declared; never throws.</summary>
public static class TextDecoder
{
    /// <summary>
    /// The text. A byte order mark goes before the declared charset; a declared charset that the bytes contradict, and none,
    /// give UTF-8 where the bytes are UTF-8 and Windows-1252 else.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="declared">Charset as declared; null or empty where none.</param>
    /// <param name="deviation">Code of a deviation, or null: <c>charset-unknown</c>, <c>charset-wrong</c>.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared, out string? deviation)
    {
        deviation = null;
        if (Marked(bytes, out var marked))
        {
            return marked;
        }

        var encoding = MailCharsets.Find(declared);
        if (encoding is null && !string.IsNullOrWhiteSpace(declared))
        {
            deviation = "charset-unknown";
        }

        if (System.Text.Ascii.IsValid(bytes) && (encoding is null || encoding.CodePage is 1252 or 65001))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        if (encoding is null || IsAscii(declared))
        {
            deviation ??= string.IsNullOrWhiteSpace(declared) ? null : "charset-wrong";
            return Utf8OrWestern(bytes);
        }

        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return Utf8(bytes, ref deviation);
        }

        // Half a UTF-16 unit at the end is the line end of the carrier, not text.
        var whole = encoding.CodePage is 1200 or 1201 ? bytes.Length & ~1 : bytes.Length;
        return encoding.GetString(bytes[..whole]).TrimStart('\uFEFF');
    }

    /// <summary>UTF-8 where the bytes are UTF-8 throughout, Windows-1252 else.</summary>
    public static string Utf8OrWestern(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : MailCharsets.Western.GetString(bytes);

    private static string Utf8(ReadOnlySpan<byte> bytes, ref string? deviation)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // Broken characters in true UTF-8 become U+FFFD; bytes without a single whole sequence are Western.
        deviation = "charset-wrong";
        var text = Encoding.UTF8.GetString(bytes);
        foreach (var c in text)
        {
            if (c is > '\u007F' and not '\uFFFD')
            {
                return text;
            }
        }

        return MailCharsets.Western.GetString(bytes);
    }

    private static bool Marked(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            text = Encoding.UTF8.GetString(bytes[3..]);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            text = Encoding.Unicode.GetString(bytes[2..]);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            text = Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        return text.Length > 0;
    }

    private static bool IsAscii(string? declared) => declared is not null
        && (declared.Contains("ascii", StringComparison.OrdinalIgnoreCase) || declared.Trim() is "646" or "ANSI_X3.4-1968");
}
