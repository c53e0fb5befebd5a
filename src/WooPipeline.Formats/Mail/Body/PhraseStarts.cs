using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>Finds which phrase a line starts with; the longest wins. Lines are many, so the first letter decides first.</summary>
internal sealed class PhraseStarts(IEnumerable<string> phrases)
{
    private readonly FrozenDictionary<char, ImmutableArray<string>> byFirst = phrases
        .GroupBy(p => char.ToLowerInvariant(p[0]))
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToImmutableArray());

    /// <summary>Length of the phrase at the start of a text; null where none stands there.</summary>
    public int? Match(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !byFirst.TryGetValue(char.ToLowerInvariant(text[0]), out var candidates))
        {
            return null;
        }

        foreach (var phrase in candidates)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return phrase.Length;
            }
        }

        return null;
    }
}
