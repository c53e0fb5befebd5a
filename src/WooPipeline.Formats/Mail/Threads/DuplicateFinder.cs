using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>A document that may be there twice.</summary>
/// <param name="Id">Its id, unique among those given.</param>
/// <param name="Sha256">Hash of its bytes.</param>
public sealed record DuplicateCandidate(string Id, string Sha256)
{
    /// <summary>What its reader told; null where it is no message.</summary>
    public MessageFacts? Message { get; init; }

    /// <summary>Number of its thread (<see cref="ThreadPlace.Thread"/>); 0 for none.</summary>
    public int Thread { get; init; }

    /// <summary>Letters and digits of its body (<see cref="DuplicateFinder.Letters"/>); where empty, the message's passages tell what is contained.</summary>
    public string Letters { get; init; } = "";

    /// <summary>Hashes of what a document says that is no message (<see cref="DuplicateFinder.Passages"/>); empty for a message, whose facts have them.</summary>
    public string Passages { get; init; } = "";

    /// <summary>Gives its passages when they are asked for, where they are kept elsewhere: those of a whole dossier are too much to hold.</summary>
    public Func<string>? PassageSource { get; init; }

    /// <summary>Its passages, a message's own first.</summary>
    internal string PassagesOrMessage => PassageSource?.Invoke() ?? (Message is { Passages.Length: > 0 } ? Message.Passages : Passages);

    /// <summary>Hashes of the bytes of its attachments.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
}

/// <summary>How a document repeats another.</summary>
public enum DuplicateKind
{
    /// <summary>The same bytes.</summary>
    SameBytes,

    /// <summary>The same content under <see cref="ContentHash"/>.</summary>
    SameContent,

    /// <summary>A message wholly contained in a later one, of its thread or of another.</summary>
    Contained,

    /// <summary>Nearly the same words: nine in ten of the passages of both are in both.</summary>
    Near,
}

/// <summary>A document that repeats another. Nothing is removed: a coordinator decides.</summary>
/// <param name="Id">The document.</param>
/// <param name="Of">The document it repeats or is contained in.</param>
/// <param name="Kind">How.</param>
public sealed record Duplicate(string Id, string Of, DuplicateKind Kind);

/// <summary>
/// Marks documents of a dossier that repeat others: by bytes, by content, messages that a later message quotes whole, and documents that say nearly
/// the same. The result hangs on the candidates and their order alone. Memory beside the candidates themselves: a few numbers each.
/// </summary>
public static class DuplicateFinder
{
    private const int LeastLetters = 20;

    /// <summary>The documents that repeat an earlier one, or are contained in a later message, in the order of the candidates.</summary>
    public static ImmutableArray<Duplicate> Find(IReadOnlyList<DuplicateCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var byBytes = new Dictionary<string, string>(StringComparer.Ordinal);
        var byContent = new Dictionary<string, string>(StringComparer.Ordinal);
        var repeated = new Dictionary<string, Duplicate>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (!byBytes.TryAdd(candidate.Sha256, candidate.Id))
            {
                repeated[candidate.Id] = new Duplicate(candidate.Id, byBytes[candidate.Sha256], DuplicateKind.SameBytes);
            }
            else if (candidate.Message?.ContentHash is { } hash && !byContent.TryAdd(hash, candidate.Id))
            {
                repeated[candidate.Id] = new Duplicate(candidate.Id, byContent[hash], DuplicateKind.SameContent);
            }
        }

        var index = new PassageIndex(candidates);
        foreach (var thread in candidates.Where(c => c.Thread > 0 && c.Message?.SentAt is not null && !repeated.ContainsKey(c.Id)).GroupBy(c => c.Thread))
        {
            foreach (var contained in Contained([.. thread.OrderBy(c => c.Message!.SentAt).ThenBy(c => c.Id, StringComparer.Ordinal)], index))
            {
                repeated.Add(contained.Id, contained);
            }
        }

        var messages = candidates.Where(c => c.Message?.SentAt is not null && !repeated.ContainsKey(c.Id)).ToList();
        foreach (var contained in ContainedMessages.Find(messages, index))
        {
            repeated.TryAdd(contained.Id, contained);
        }

        var near = new NearDuplicates(index);
        foreach (var candidate in candidates.Where(c => !repeated.ContainsKey(c.Id)))
        {
            if (near.Find(candidate) is { } earlier)
            {
                repeated.Add(candidate.Id, new Duplicate(candidate.Id, earlier.Id, DuplicateKind.Near));
            }
        }

        return [.. candidates.Select(c => repeated.GetValueOrDefault(c.Id)).OfType<Duplicate>()];
    }

    /// <summary>The letters and digits of a message's body, in lower case: without its header table, its header lines and what is hidden.</summary>
    public static string Letters(DocumentTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var text = new StringBuilder();
        ContentHash.AppendLetters(text, BodyText.Of(MessageDocument.BodyOf(tree)));
        return text.ToString();
    }

    /// <summary>Hashes of what a document that is no message says, for <see cref="DuplicateCandidate.Passages"/>; tells no word. Empty where too short to tell.</summary>
    public static string Passages(DocumentTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Mail.Passages.Of(BodyText.Of(tree.Blocks));
    }

    private static IEnumerable<Duplicate> Contained(IReadOnlyList<DuplicateCandidate> thread, PassageIndex index)
    {
        for (var i = 0; i < thread.Count; i++)
        {
            // The last message that quotes it is the one that a reader needs.
            for (var j = thread.Count - 1; j > i; j--)
            {
                if (thread[i].Attachments.All(thread[j].Attachments.Contains)
                    && (HoldsLetters(thread[j], thread[i]) || (index[thread[i]].MayBeWithin(index[thread[j]]) && PassageIndex.Read(thread[i]).IsWithin(PassageIndex.Read(thread[j])))))
                {
                    yield return new Duplicate(thread[i].Id, thread[j].Id, DuplicateKind.Contained);
                    break;
                }
            }
        }
    }

    private static bool HoldsLetters(DuplicateCandidate later, DuplicateCandidate earlier) =>
        earlier.Letters.Length >= LeastLetters && later.Letters.Length > earlier.Letters.Length
        && later.Letters.Contains(earlier.Letters, StringComparison.Ordinal);
}
