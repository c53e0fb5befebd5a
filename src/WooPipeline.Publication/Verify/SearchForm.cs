using System.Collections.Immutable;

namespace WooPipeline.Publication.Verification;

/// <summary>A removed form as the check searches it.</summary>
/// <param name="Number">Its number in <c>intern/zoektermen.json</c>, from 1.</param>
/// <param name="Words">Its words, folded.</param>
/// <param name="Allowed">Public path to how often it may stand there.</param>
internal sealed record SearchForm(int Number, ImmutableArray<string> Words, IReadOnlyDictionary<string, int> Allowed)
{
    private static readonly HashSet<string> Particles = new(DataTable.Read("particles.csv").Select(r => r[0]), StringComparer.Ordinal);

    private static readonly HashSet<string> Syntax = new(DataTable.Read("syntax-words.csv").Select(r => r[0]), StringComparer.Ordinal);

    /// <summary>Letters and digits alone, in a row.</summary>
    public string Squashed { get; } = string.Concat(Words);

    /// <summary>
    /// True where the form is searched raw, in every encoding: several distinguishing words, a number, or one word of six letters that
    /// isn't a word of file formats. Others are only counted as whole words.
    /// </summary>
    public bool IsDistinctive => Squashed.Length >= 6 && !IsDate
        && (Distinguishing >= 2 || (Squashed.Count(char.IsAsciiDigit) >= 7 && Squashed.Where(char.IsAsciiDigit).Distinct().Count() >= 3) || Words.Any(IsMixed) || IsLongWord);

    /// <summary>True for one word with letters in it; it is found only where it stands undivided.</summary>
    public bool IsOneWord => Words.Length == 1 && Squashed.Any(char.IsLetter);

    /// <summary>True for a form with enough letters to count; a single letter, a short number or a year says nothing.</summary>
    public bool IsCountable => Squashed.Length >= 2 && (Squashed.Any(char.IsLetter) || (Squashed.Length >= 4 && !IsYear));

    /// <summary>True for one word that file formats use themselves (<c>styles</c>, <c>theme</c>).</summary>
    public bool IsSyntaxWord => Words is [var only] && Syntax.Contains(only);

    private bool IsYear => Squashed.Length == 4 && (Squashed.StartsWith("19", StringComparison.Ordinal) || Squashed.StartsWith("20", StringComparison.Ordinal));

    private int Distinguishing => Words.Count(w => w.Length > 1 && !Particles.Contains(w) && w.Any(char.IsLetter));

    private bool IsLongWord => Words is [var only] && only.All(char.IsLetter) && !Syntax.Contains(only);

    /// <summary>A date in digits, with or without a time behind it; what is removed for a date is collected by the same measure.</summary>
    private bool IsDate => Words.Length >= 3 && Words.All(w => w.All(char.IsAsciiDigit) && w.Length is 1 or 2 or 4)
        && Words.Take(3).Sum(w => w.Length) <= 8 && Words.Skip(3).All(w => w.Length <= 2);

    private static bool IsMixed(string word) => word.Length >= 5 && word.Any(char.IsAsciiDigit) && word.Any(char.IsLetter);
}
