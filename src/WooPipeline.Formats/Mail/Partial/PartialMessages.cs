using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>A message made whole from its pieces.</summary>
/// <param name="Pieces">Paths of the pieces, by number.</param>
/// <param name="Content">The message (RFC 5322), with the header that RFC 2046 §5.2.2.1 prescribes.</param>
public sealed record JoinedMessage(ImmutableArray<string> Pieces, ReadOnlyMemory<byte> Content);

/// <summary>
/// Gathers the pieces of messages that were sent in pieces and joins those of which all pieces are there. The pieces themselves stay
/// documents: nothing is taken away. Not safe to share between threads.
/// </summary>
/// <param name="limits">Bounds: pieces held at once together take no more than <see cref="ReadLimits.MaxFileBytes"/>; what goes past it isn't joined.</param>
public sealed class PartialMessages(ReadLimits limits)
{
    private readonly Dictionary<string, SortedDictionary<int, (string Path, PartialPiece Piece)>> byId = new(StringComparer.Ordinal);
    private long held;

    /// <summary>True where the bytes are a piece; it is kept. A second piece of the same number is not.</summary>
    /// <param name="path">Where it was found.</param>
    /// <param name="message">The message that carries the piece.</param>
    public bool Add(string path, ReadOnlyMemory<byte> message)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (PartialPiece.Of(message, limits) is not { } piece)
        {
            return false;
        }

        if (!byId.TryGetValue(piece.Id, out var pieces))
        {
            byId[piece.Id] = pieces = [];
        }

        if (held + message.Length <= limits.MaxFileBytes && pieces.TryAdd(piece.Number, (path, piece)))
        {
            held += message.Length;
        }

        return true;
    }

    /// <summary>The messages of which all pieces were added, in the order of their first pieces' paths.</summary>
    public ImmutableArray<JoinedMessage> Join() =>
    [
        .. byId.Values.Where(IsComplete).Select(p => new JoinedMessage([.. p.Values.Select(v => v.Path)], Joined([.. p.Values.Select(v => v.Piece)])))
            .OrderBy(m => m.Pieces[0], StringComparer.Ordinal),
    ];

    private static bool IsComplete(SortedDictionary<int, (string Path, PartialPiece Piece)> pieces)
    {
        var total = pieces.Values.Select(p => p.Piece.Total).FirstOrDefault(t => t is not null);
        return total == pieces.Count && pieces.Keys.SequenceEqual(Enumerable.Range(1, pieces.Count))
            && pieces.Values.All(p => p.Piece.Total is null || p.Piece.Total == total);
    }

    // The header of the carrier, but what describes the content comes from the message within (§5.2.2.1).
    private ReadOnlyMemory<byte> Joined(ImmutableArray<PartialPiece> pieces)
    {
        var inner = HeaderReader.Read(pieces[0].Fragment, new MimeContext(limits));
        using var message = new MemoryStream();
        foreach (var field in pieces[0].Header.Fields.Where(f => f.Name.Length > 0 && !IsOfContent(f)).Concat(inner.Fields.Where(f => f.Name.Length > 0 && IsOfContent(f))))
        {
            message.Write(System.Text.Encoding.ASCII.GetBytes(field.Name + ":"));
            message.Write(field.Raw.Span);
            message.Write("\r\n"u8);
        }

        message.Write("\r\n"u8);
        message.Write(pieces[0].Fragment.Span[inner.BodyStart..]);
        foreach (var piece in pieces.Skip(1))
        {
            message.Write(piece.Fragment.Span);
        }

        return message.ToArray();
    }

    private static bool IsOfContent(MimeHeader field) =>
        field.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || field.Is("Subject") || field.Is("Message-ID") || field.Is("Encrypted") || field.Is("MIME-Version");
}
