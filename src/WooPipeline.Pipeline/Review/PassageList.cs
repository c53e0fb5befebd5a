using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>The policy's passages of a document; counted at once, unpacked when they are looked at.</summary>
public sealed class PassageList
{
    private readonly Lazy<ImmutableArray<ReviewPassage>> all;

    private PassageList(Lazy<ImmutableArray<ReviewPassage>> all, int removed, int doubts)
    {
        this.all = all;
        Removed = removed;
        Doubts = doubts;
    }

    /// <summary>No passages.</summary>
    public static PassageList Empty { get; } = Of([]);

    /// <summary>All of them, in order of place.</summary>
    public ImmutableArray<ReviewPassage> All => all.Value;

    /// <summary>How many the policy removes.</summary>
    public int Removed { get; }

    /// <summary>How many a person must look at.</summary>
    public int Doubts { get; }

    /// <summary>A list of passages.</summary>
    public static PassageList Of(ImmutableArray<ReviewPassage> passages) =>
        new(new Lazy<ImmutableArray<ReviewPassage>>(passages), passages.Count(p => p.Decision.Verdict == Verdict.Remove), passages.Count(p => p.Decision.NeedsReview));

    internal static PassageList Packed(ReadOnlyMemory<byte> bytes, int removed, int doubts) =>
        new(new Lazy<ImmutableArray<ReviewPassage>>(() => PassageBytes.Read(bytes)), removed, doubts);
}
