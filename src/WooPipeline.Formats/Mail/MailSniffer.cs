using System.Collections.Frozen;

namespace WooPipeline.Formats.Mail;

/// <summary>Tells mail from what is not.</summary>
internal static class MailSniffer
{
    private const int Searched = 16 * 1024;
    private static readonly FrozenSet<string> Strong = new[] { "Message-ID", "Received", "MIME-Version", "Return-Path", "Delivered-To", "X-Mailer", "X-Mozilla-Status", "DKIM-Signature" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known = new[] { "From", "To", "Subject", "Date", "Cc", "Reply-To", "Sender", "Content-Type", "In-Reply-To", "References", "Content-Transfer-Encoding" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the bytes begin with a mail header, by its fields.</summary>
    public static bool LooksLikeMessage(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Searched)];
        int strong = 0, known = 0;
        for (var at = 0; at < head.Length;)
        {
            var end = HeaderReader.LineEnd(head, at, out var next);
            var line = head[at..end];
            var name = HeaderReader.NameLength(line);
            if (name > 0)
            {
                var text = System.Text.Encoding.ASCII.GetString(line[..name]);
                strong += Strong.Contains(text) ? 1 : 0;
                known += Known.Contains(text) ? 1 : 0;
            }
            else if (line.IsEmpty || !(line[0] is (byte)' ' or (byte)'\t' || (at == 0 && line.StartsWith("From "u8))))
            {
                break;
            }

            at = next;
        }

        return strong > 0 && strong + known >= 3;
    }

    /// <summary>True where the first lines hold a field of mail headers.</summary>
    public static bool HasMailField(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Searched)];
        for (var at = 0; at < head.Length;)
        {
            var end = HeaderReader.LineEnd(head, at, out var next);
            var name = HeaderReader.NameLength(head[at..end]);
            if (name > 0 && System.Text.Encoding.ASCII.GetString(head.Slice(at, name)) is var text && (Strong.Contains(text) || Known.Contains(text)))
            {
                return true;
            }

            at = next;
        }

        return false;
    }

    /// <summary>A quarantine where a file that is called a message holds none; null where it does.</summary>
    public static Quarantined? Refusal(MimeEntity message, ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Searched)];
        if (message.Header.Fields.Any(f => Strong.Contains(f.Name) || Known.Contains(f.Name)))
        {
            return null;
        }

        if (bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return new Quarantined("leeg", "Het bestand bevat geen bericht, alleen lege regels. Vraag het opnieuw op bij de bron.");
        }

        var controls = 0;
        foreach (var b in head)
        {
            controls += b is < 9 or (> 13 and < 27) or (> 27 and < 32) ? 1 : 0;
        }

        return controls * 50 > head.Length
            ? new Quarantined("beschadigd", "Het bestand heet een e-mailbericht maar bevat er geen: de kopregels ontbreken en de inhoud is geen tekst. Vraag het opnieuw op bij de bron.")
            : null;
    }
}
