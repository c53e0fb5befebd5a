namespace WooPipeline.Formats.Mail;

/// <summary>
/// Finds documents that say nearly the same: those that share a key of their sketches are compared for good. Only documents that repeat no other
/// are kept to compare with.
/// </summary>
internal sealed class NearDuplicates(PassageIndex index)
{
    private const int MostCompared = 16;
    private const int LeastPassages = 20;
    private const double LeastLikeness = 0.9;
    private readonly Dictionary<ulong, List<DuplicateCandidate>> byKey = [];

    /// <summary>The earlier document that this one nearly repeats; null where there is none, and then it is kept.</summary>
    public DuplicateCandidate? Find(DuplicateCandidate candidate)
    {
        var sketch = index[candidate];
        if (sketch.Count < LeastPassages)
        {
            return null;
        }

        var passages = new Lazy<PassageSet>(() => PassageIndex.Read(candidate));
        var others = sketch.BandKeys.SelectMany(key => byKey.GetValueOrDefault(key) ?? []).Distinct();
        if (others.FirstOrDefault(other => IsOfLikeSize(sketch, index[other]) && passages.Value.Likeness(PassageIndex.Read(other)) >= LeastLikeness) is { } found)
        {
            return found;
        }

        foreach (var key in sketch.BandKeys)
        {
            if (!byKey.TryGetValue(key, out var list))
            {
                byKey[key] = list = [];
            }

            if (list.Count < MostCompared)
            {
                list.Add(candidate);
            }
        }

        return null;
    }

    // Two sets of which one is much the larger can't be alike; a long document keeps a part of its hashes, and only the sets tell.
    private static bool IsOfLikeSize(PassageSketch one, PassageSketch two) =>
        one.Shift != two.Shift || Math.Min(one.Count, two.Count) >= LeastLikeness * Math.Max(one.Count, two.Count);
}
