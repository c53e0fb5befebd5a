using System.Collections.Frozen;

namespace WooPipeline.Privacy;

/// <summary>A number in a date.</summary>
/// <param name="Value">The number; 0 where there is none.</param>
/// <param name="IsOrdinal">True for <c>derde</c>, <c>3e</c>.</param>
/// <param name="Digits">How many digits it was written with; 0 for words.</param>
internal readonly record struct DateNumber(int Value, bool IsOrdinal, int Digits);

/// <summary>Dutch numbers in words from 1 to 99, and the years that are one word: <c>eenentwintigste</c>, <c>tweeduizendachttien</c>.</summary>
internal static class NumberWords
{
    /// <summary>Makes all words from the simple ones.</summary>
    public static FrozenDictionary<ulong, DateNumber> Make(IReadOnlyList<(int Value, string Cardinal, string Ordinal)> simple)
    {
        var made = new Dictionary<ulong, DateNumber>();
        var cardinals = new List<(int Value, string Word)>();
        foreach (var (value, cardinal, ordinal) in simple)
        {
            cardinals.Add((value, cardinal));
            made[WordHash.Of(ordinal)] = new DateNumber(value, true, 0);
            foreach (var (unit, word, _) in simple.Where(s => value >= 20 && s.Value < 10))
            {
                cardinals.Add((value + unit, word + "en" + cardinal));
                made[WordHash.Of(word + "en" + ordinal)] = new DateNumber(value + unit, true, 0);
            }
        }

        foreach (var (value, word) in cardinals)
        {
            made[WordHash.Of(word)] = new DateNumber(value, false, 0);
            foreach (var (century, name) in Centuries)
            {
                made[WordHash.Of(name + word)] = new DateNumber(century + value, false, 0);
                made[WordHash.Of(name + "en" + word)] = new DateNumber(century + value, false, 0);
            }
        }

        foreach (var (century, name) in Centuries)
        {
            made[WordHash.Of(name)] = new DateNumber(century, false, 0);
        }

        return made.ToFrozenDictionary();
    }

    private static readonly (int Value, string Word)[] Centuries = [(1800, "achttienhonderd"), (1900, "negentienhonderd"), (2000, "tweeduizend")];
}
