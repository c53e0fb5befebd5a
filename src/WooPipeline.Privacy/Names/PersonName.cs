using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WooPipeline.Privacy;

/// <summary>The parts of a person's name, each folded to lower case without diacritics.</summary>
/// <param name="Given">Given names in order; a double name (<c>Erik-Jan</c>) is two.</param>
/// <param name="Initials">Initials without dots, in lower case (<c>jp</c>).</param>
/// <param name="Particles">Words before the surname (<c>van</c>, <c>der</c>).</param>
/// <param name="Surname">Words of the surname, inner particles among them.</param>
/// <param name="Halves">For each word of the surname whether a hyphen starts a new half there; empty where it is not double.</param>
public sealed record PersonName(
    ImmutableArray<string> Given,
    string Initials,
    ImmutableArray<string> Particles,
    ImmutableArray<string> Surname,
    ImmutableArray<int> Halves)
{
    /// <summary>A name without any part.</summary>
    public static PersonName Empty { get; } = new([], "", [], [], []);

    /// <summary>Given names in one word, for comparing.</summary>
    [JsonIgnore]
    public string GivenKey => string.Concat(Given);

    /// <summary>Surname with its particles in one word, for comparing.</summary>
    [JsonIgnore]
    public string SurnameKey => string.Concat(Particles) + "|" + string.Concat(Surname);

    /// <summary>True where there is a surname and something before it.</summary>
    [JsonIgnore]
    public bool IsFull => Surname.Length > 0 && (Given.Length > 0 || Initials.Length > 0);

    /// <summary>True where no part is known.</summary>
    [JsonIgnore]
    public bool IsEmpty => Surname.Length == 0 && Given.Length == 0;

    /// <summary>First letter of the first given name or initial; <c>\0</c> where neither is known.</summary>
    [JsonIgnore]
    public char FirstLetter => Initials.Length > 0 ? Initials[0] : Given.Length > 0 ? Given[0][0] : '\0';

    /// <summary>The surname cut at its hyphens, each with its inner particles.</summary>
    public IEnumerable<ImmutableArray<string>> SurnameHalves()
    {
        if (Halves.Length == 0)
        {
            yield return Surname;
            yield break;
        }

        var start = 0;
        foreach (var cut in Halves)
        {
            yield return Surname[start..cut];
            start = cut;
        }

        yield return Surname[start..];
    }

    /// <inheritdoc/>
    public bool Equals(PersonName? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private string Key => string.Join(' ', Given) + "/" + Initials + "/" + string.Join(' ', Particles) + "/" + string.Join(' ', Surname);
}
