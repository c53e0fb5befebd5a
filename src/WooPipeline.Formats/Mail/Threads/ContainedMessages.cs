using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// Finds, in a whole dossier, messages of which all is said in a later one of any thread. Each message is listed under the one of its passages that the
/// fewest messages share; a later message looks up its own passages in that list, and what it finds is compared for good. Memory is one
/// entry a message.
/// </summary>
internal sealed class ContainedMessages
{
    private const int LeastPassages = 12;
    private const int MostListed = 64;
    private const int AtOnce = 256;
    private readonly PassageIndex index;
    private readonly Dictionary<uint, List<DuplicateCandidate>> byRarest = [];

    private ContainedMessages(PassageIndex index, IReadOnlyList<DuplicateCandidate> candidates)
    {
        this.index = index;
        foreach (var candidate in candidates)
        {
            List(candidate);
        }
    }

    /// <summary>The contained messages with those that contain them, the latest where there are more.</summary>
    /// <param name="candidates">Messages with a date, any order.</param>
    /// <param name="index">Holds all of them.</param>
    public static IEnumerable<Duplicate> Find(IReadOnlyList<DuplicateCandidate> candidates, PassageIndex index) =>
        new ContainedMessages(index, candidates).Run(candidates);

    private IEnumerable<Duplicate> Run(IReadOnlyList<DuplicateCandidate> candidates)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in candidates.OrderByDescending(c => c.Message!.SentAt).ThenByDescending(c => c.Id, StringComparer.Ordinal).Chunk(AtOnce))
        {
            // What is contained in one of some is looked for in all of them, for which all cores work; the latest counts.
            var held = new List<DuplicateCandidate>[some.Length];
            Parallel.For(0, some.Length, Cores.All, i => held[i] = HeldBy(some[i], found));
            for (var i = 0; i < some.Length; i++)
            {
                foreach (var earlier in held[i].Where(e => found.Add(e.Id)))
                {
                    // The latest that holds it is the one that a reader needs.
                    yield return new Duplicate(earlier.Id, some[i].Id, DuplicateKind.Contained);
                }
            }
        }
    }

    private void List(DuplicateCandidate candidate)
    {
        if (index[candidate].Count < LeastPassages)
        {
            return; // a few words of courtesy are in many messages
        }

        var rarest = index.Rarest(candidate);
        if (!byRarest.TryGetValue(rarest, out var listed))
        {
            byRarest[rarest] = listed = [];
        }

        if (listed.Count < MostListed)
        {
            listed.Add(candidate);
        }
    }

    private List<DuplicateCandidate> HeldBy(DuplicateCandidate later, HashSet<string> found)
    {
        var passages = PassageIndex.Read(later);
        var held = new List<DuplicateCandidate>();
        foreach (var hash in passages.Hashes)
        {
            if (byRarest.TryGetValue(hash, out var listed))
            {
                held.AddRange(listed.Where(earlier => earlier.Id != later.Id && !found.Contains(earlier.Id) && earlier.Message!.SentAt <= later.Message!.SentAt
                    && earlier.Attachments.All(later.Attachments.Contains) && index.IsWithin(earlier, later, passages)));
            }
        }

        return held;
    }
}
