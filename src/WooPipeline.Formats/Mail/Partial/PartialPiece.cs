using System.Globalization;

namespace WooPipeline.Formats.Mail;

/// <summary>A piece of a message that was sent in pieces (<c>message/partial</c>, RFC 2046 §5.2.2).</summary>
/// <param name="Id">What all pieces of a message share.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Total">How many there are; null where this piece doesn't tell (only the last must).</param>
/// <param name="Header">The header of the message that carries the piece.</param>
/// <param name="Fragment">The piece.</param>
internal sealed record PartialPiece(string Id, int Number, int? Total, HeaderBlock Header, ReadOnlyMemory<byte> Fragment)
{
    private const int HeaderSearched = 64 * 1024;

    /// <summary>The piece that a message is; null where it is a whole message or no message.</summary>
    public static PartialPiece? Of(ReadOnlyMemory<byte> message, ReadLimits limits)
    {
        var head = message.Span[..Math.Min(HeaderSearched, message.Length)];
        if (head.IndexOf("/partial"u8) < 0 && head.IndexOf("/Partial"u8) < 0 && head.IndexOf("/PARTIAL"u8) < 0)
        {
            return null;
        }

        try
        {
            return Of(HeaderReader.Read(message, new MimeContext(limits)), message);
        }
        catch (MailLimitException)
        {
            return null; // the reader of mail tells it
        }
    }

    private static PartialPiece? Of(HeaderBlock header, ReadOnlyMemory<byte> message)
    {
        var type = HeaderValue.Parse(header.First("Content-Type")?.Unfolded);
        return type.Value == "message/partial" && type["id"] is { Length: > 0 } id && Count(type["number"]) is { } number
            ? new PartialPiece(id, number, Count(type["total"]), header, message[header.BodyStart..]) : null;
    }

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000 ? count : null;
}
