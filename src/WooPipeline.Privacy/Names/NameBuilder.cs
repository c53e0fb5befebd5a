using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>Gathers the parts of a name while it is read.</summary>
internal sealed class NameBuilder
{
    // A part has one or two words as a rule, so that growing by one costs less than a list.
    private ImmutableArray<string> given = [];
    private ImmutableArray<string> particles = [];
    private ImmutableArray<string> surname = [];
    private ImmutableArray<int> halves = [];
    private string initials = "";

    public int GivenCount => given.Length;

    public int SurnameCount => surname.Length;

    public bool HasParticles => particles.Length > 0;

    public bool HasInitials => initials.Length > 0;

    public bool HasGivenOrInitials => HasInitials || GivenCount > 0;

    public bool IsEmpty => GivenCount == 0 && SurnameCount == 0;

    public void AddGiven(string word) => given = given.Add(word);

    public void AddParticle(string word) => particles = particles.Add(word);

    public void AddSurname(string word) => surname = surname.Add(word);

    public void AddInitials(string letters) => initials += letters;

    public void StartHalf() => halves = halves.Add(SurnameCount);

    public void LastGivenToSurname()
    {
        surname = surname.Add(given[^1]);
        given = given.RemoveAt(given.Length - 1);
    }

    /// <summary>Takes initials from a word on; gives the word after them.</summary>
    public int TakeInitials(TokenText text, int k)
    {
        var start = k;
        while (k < text.Count && k - start < 6 && NameReader.IsInitial(text, k) && !IsSentence(text, k, start)
               && (k == start || text.GapBefore(k) is Gap.Dot or Gap.DotSpace or Gap.Space or Gap.Hyphen))
        {
            initials += text.Folded(k);
            k++;
        }

        return k;
    }

    /// <summary>Takes the name in brackets of <c>J.P. (Jan)</c>; gives the word after it.</summary>
    public int TakeNickname(TokenText text, int k)
    {
        if (k >= text.Count || text.GapBefore(k) != Gap.OpenParen || !text[k].IsCapital || !text[k].IsWord || text.Folded(k) is "de" or "het")
        {
            return k;
        }

        var end = k;
        while (end < text.Count && end - k < 3 && text[end].IsCapital && (end == k || text.GapBefore(end) is Gap.Space or Gap.Hyphen)
               && !text[end].Is(WordClass.Organisation | WordClass.Function | WordClass.Party))
        {
            end++;
        }

        if (end == k || !text.TextBefore(end).Contains(')') || (text[k].Length > 7 && NameContext.EndsAsOrganisation(text.Of(k))) || (text[k].IsAllCaps && text[k].Length > 1 && !text[k].Is(WordClass.Given)))
        {
            return k;
        }

        for (; k < end; k++)
        {
            given = given.Add(text.Folded(k));
        }

        return k;
    }

    public PersonName Build()
    {
        if (given.Length == 1 && particles.Length == 0 && initials.Length == 0 && surname.Length > 0 && given[0] is "van" or "von" or "ter" or "ten" or "vd")
        {
            // "geachte heer Van Zevenaar": a particle with a capital begins the surname.
            (given, particles) = ([], given);
        }

        return new PersonName(given, initials, particles, surname, halves);
    }

    private static bool IsSentence(TokenText text, int k, int start) =>
        k == start && text[k].Length == 1 && text.GapAfter(k) == Gap.Space && !(text[k + 1].IsCapital || text[k + 1].Is(WordClass.Particle));
}
