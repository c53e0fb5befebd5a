using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// Finds, in a whole dossier, messages of which all is said in a later one of any thread. Each message is listed under the one of its passages that the
/// fewest messages share; a later message looks up its own passages in that list, and what it finds is compared for good. Memory is one
/// entry a message and a table of fixed size.
/// </summary>
internal sealed class ContainedMessages
{
    private const int Counters = 1 << 20;
    private const int LeastPassages = 12;
    private const int MostListed = 64;
    private readonly ushort[] counts = new ushort[Counters];
    private readonly Dictionary<uint, List<DuplicateCandidate>> byRarest = [];

    /// <summary>The contained messages with those that contain them, the latest where there are more.</summary>
    /// <param name="candidates">Messages with a date, any order.</param>
    public static IEnumerable<Duplicate> Find(IReadOnlyList<DuplicateCandidate> candidates) => new ContainedMessages().Run(candidates);

    private IEnumerable<Duplicate> Run(IReadOnlyList<DuplicateCandidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            foreach (var hash in PassageSet.Read(candidate.PassagesOrMessage).Hashes)
            {
                ref var count = ref counts[hash % Counters];
                count += count < ushort.MaxValue ? (ushort)1 : (ushort)0;
            }
        }

        foreach (var candidate in candidates)
        {
            List(candidate);
        }

        foreach (var later in candidates.OrderByDescending(c => c.Message!.SentAt).ThenByDescending(c => c.Id, StringComparer.Ordinal))
        {
            var passages = PassageSet.Read(later.PassagesOrMessage);
            foreach (var hash in passages.Hashes)
            {
                if (byRarest.TryGetValue(hash, out var listed))
                {
                    foreach (var contained in Take(listed, later, passages))
                    {
                        yield return contained;
                    }
                }
            }
        }
    }

    private void List(DuplicateCandidate candidate)
    {
        var hashes = PassageSet.Read(candidate.PassagesOrMessage).Hashes;
        if (hashes.Length < LeastPassages)
        {
            return; // a few words of courtesy are in many messages
        }

        var rarest = hashes.MinBy(h => (counts[h % Counters], h));
        if (!byRarest.TryGetValue(rarest, out var listed))
        {
            byRarest[rarest] = listed = [];
        }

        if (listed.Count < MostListed)
        {
            listed.Add(candidate);
        }
    }

    private static ImmutableArray<Duplicate> Take(List<DuplicateCandidate> listed, DuplicateCandidate later, PassageSet passages)
    {
        var found = ImmutableArray.CreateBuilder<Duplicate>();
        for (var i = listed.Count - 1; i >= 0; i--)
        {
            var earlier = listed[i];
            if (earlier.Id != later.Id && earlier.Message!.SentAt <= later.Message!.SentAt && earlier.Attachments.All(later.Attachments.Contains)
                && PassageSet.Read(earlier.PassagesOrMessage).IsWithin(passages))
            {
                found.Add(new Duplicate(earlier.Id, later.Id, DuplicateKind.Contained));
                listed.RemoveAt(i); // the latest that holds it is the one that a reader needs
            }
        }

        return found.ToImmutable();
    }
}
