using System.Collections.Concurrent;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// The sketches of all documents of a dossier, and how many documents share each passage, by a table of fixed size. All sets are read once for it, on
/// all cores; later only those of documents that are compared for good.
/// </summary>
internal sealed class PassageIndex
{
    private const int Counters = 1 << 20;
    private readonly int[] counts = new int[Counters];
    private readonly Dictionary<string, PassageSketch> sketches;

    /// <summary>Reads the sets of candidates.</summary>
    public PassageIndex(IReadOnlyList<DuplicateCandidate> candidates)
    {
        var all = new PassageSketch[candidates.Count];
        Parallel.ForEach(Partitioner.Create(0, candidates.Count), Cores.All, range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                var passages = Read(candidates[i]);
                all[i] = new PassageSketch(passages);
                if (candidates[i].Message?.SentAt is not null)
                {
                    Count(passages);
                }
            }
        });
        sketches = candidates.Select((c, i) => (c.Id, Sketch: all[i])).ToDictionary(c => c.Id, c => c.Sketch, StringComparer.Ordinal);
    }

    /// <summary>The sketch of a candidate.</summary>
    public PassageSketch this[DuplicateCandidate candidate] => sketches[candidate.Id];

    /// <summary>The whole set of a candidate.</summary>
    public static PassageSet Read(DuplicateCandidate candidate) => PassageSet.Read(candidate.PassagesOrMessage);

    /// <summary>Of the least passages of a message the one that the fewest messages share; it has one.</summary>
    public uint Rarest(DuplicateCandidate candidate) => this[candidate].Least.MinBy(h => (Volatile.Read(ref counts[h % Counters]), h));

    /// <summary>True where every passage of one is in the other, and the other has more.</summary>
    public bool IsWithin(DuplicateCandidate candidate, DuplicateCandidate other, PassageSet ofOther) =>
        this[candidate].MayBeWithin(this[other]) && Read(candidate).IsWithin(ofOther);

    // The sum is the same whoever adds first.
    private void Count(PassageSet passages)
    {
        foreach (var hash in passages.Hashes)
        {
            Interlocked.Increment(ref counts[hash % Counters]);
        }
    }
}
