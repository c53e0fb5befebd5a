using System.Collections.Concurrent;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>One string for all equal passages, and one pattern for all decisions that differ in their place alone: a dossier names the same people over and over.</summary>
internal sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Decision, Decision> patterns = new();

    /// <summary>What a decision is without its place.</summary>
    public Decision PatternOf(Decision decision) => patterns.GetOrAdd(decision with { Span = default }, p => p);

    /// <summary>The passage as a string.</summary>
    public string Of(ReadOnlySpan<char> passage)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(passage, out var there))
        {
            return there;
        }

        var text = passage.ToString();
        return known.GetOrAdd(text, text);
    }
}
