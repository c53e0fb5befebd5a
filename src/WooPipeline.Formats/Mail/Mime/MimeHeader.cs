using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A header field as it stood (RFC 5322 §2.2).</summary>
/// <param name="Name">Field name as written; empty for a line that is no field.</param>
/// <param name="Raw">Bytes after the colon, folds and all, without the last line end.</param>
internal sealed record MimeHeader(string Name, ReadOnlyMemory<byte> Raw)
{
    /// <summary>The value with folds undone and 8-bit bytes as text, encoded words not decoded.</summary>
    public string Unfolded { get; } = Unfold(Raw.Span);

    /// <summary>The value as a reader sees it: encoded words decoded (RFC 2047).</summary>
    public string Text => EncodedWords.Decode(Unfolded).Trim();

    /// <summary>True for this field name.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Unfold(ReadOnlySpan<byte> raw)
    {
        var text = TextDecoder.Utf8OrWestern(raw);
        if (text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0)
        {
            return text.Trim();
        }

        var unfolded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // A fold is a line end before white space; the white space stays.
            if (c is not ('\r' or '\n' or '\0'))
            {
                unfolded.Append(c == '\t' ? ' ' : c);
            }
        }

        return unfolded.ToString().Trim();
    }
}
