using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>A document whose thread and family are sought.</summary>
/// <param name="Id">Its id, unique among those given.</param>
/// <param name="Message">What its reader told; null where it is no message.</param>
/// <param name="Parent">Id of the document it is attached to; null for a document of its own.</param>
public sealed record ThreadItem(string Id, MessageFacts? Message, string? Parent = null);

/// <summary>Where a document belongs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Thread">Number of its thread, from 1; 0 for a document of its own that is no message. Attachments have their message's.</param>
/// <param name="Family">Number of its family, from 1: a message with its attachments, or a document alone.</param>
/// <param name="IsGuess">True where only the subject joins it to the thread.</param>
public sealed record ThreadPlace(string Id, int Thread, int Family, bool IsGuess);

/// <summary>
/// Joins messages to threads by References and In-Reply-To (RFC 5322 §3.6.4) and by the root of Exchange's Thread-Index (its first
/// 22 bytes); by subject only where asked, and marked as a guess. Numbers go by the order of the items: the same items in the
/// same order give the same numbers.
/// </summary>
public static class ThreadBuilder
{
    private const int ThreadIndexRoot = 22;

    /// <summary>The place of each item, in their order.</summary>
    /// <param name="items">The documents; parents before what is attached to them.</param>
    /// <param name="guessBySubject">True to join a reply without references to the thread of its subject.</param>
    public static ImmutableArray<ThreadPlace> Build(IReadOnlyList<ThreadItem> items, bool guessBySubject = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        var links = new DisjointSets();
        foreach (var item in items.Where(i => i.Message is not null))
        {
            foreach (var key in Keys(item.Message!))
            {
                links.Join("item:" + item.Id, key);
            }
        }

        var guesses = guessBySubject ? Guess(items, links) : [];
        var byId = new Dictionary<string, ThreadPlace>(StringComparer.Ordinal);
        var threads = new Dictionary<string, int>(StringComparer.Ordinal);
        var families = 0;
        var places = ImmutableArray.CreateBuilder<ThreadPlace>(items.Count);
        foreach (var item in items)
        {
            var parent = item.Parent is not null ? byId.GetValueOrDefault(item.Parent) : null;
            var thread = parent?.Thread ?? (item.Message is null ? 0 : Number(threads, links.Root("item:" + item.Id)));
            var place = new ThreadPlace(item.Id, thread, parent?.Family ?? ++families, guesses.Contains(item.Id));
            byId[item.Id] = place;
            places.Add(place);
        }

        return places.ToImmutable();
    }

    private static IEnumerable<string> Keys(MessageFacts message)
    {
        if (message.MessageId is { } id)
        {
            yield return "id:" + id;
        }

        if (message.InReplyTo is { } reply)
        {
            yield return "id:" + reply;
        }

        foreach (var reference in message.References)
        {
            yield return "id:" + reference;
        }

        if (IndexRoot(message.ThreadIndex) is { } root)
        {
            yield return "index:" + root;
        }
    }

    private static string? IndexRoot(string? index)
    {
        var bytes = new byte[((index?.Length ?? 0) * 3 / 4) + 3];
        return index is not null && Convert.TryFromBase64String(index, bytes, out var length) && length >= ThreadIndexRoot
            ? Convert.ToHexString(bytes, 0, ThreadIndexRoot) : null;
    }

    // A reply that names no message joins the first thread of its bare subject.
    private static HashSet<string> Guess(IReadOnlyList<ThreadItem> items, DisjointSets links)
    {
        var guesses = new HashSet<string>(StringComparer.Ordinal);
        var bySubject = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items.Where(i => i.Message is not null))
        {
            var bare = SubjectPrefixes.Strip(item.Message!.Subject, out var isReply);
            if (bare.Length < 4)
            {
                continue;
            }

            if (bySubject.TryAdd(bare, item.Id))
            {
                continue;
            }

            var isAlone = item.Message.InReplyTo is null && item.Message.References.Length == 0 && item.Message.ThreadIndex is null;
            if (isReply && isAlone && links.Join("item:" + item.Id, "item:" + bySubject[bare]))
            {
                guesses.Add(item.Id);
            }
        }

        return guesses;
    }

    private static int Number(Dictionary<string, int> numbers, string root)
    {
        if (!numbers.TryGetValue(root, out var number))
        {
            numbers[root] = number = numbers.Count + 1;
        }

        return number;
    }
}
