using System.Collections.Concurrent;

namespace WooPipeline.Pipeline;

/// <summary>One string for all equal passages: a dossier names the same people over and over.</summary>
internal sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

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
