namespace WooPipeline.Privacy;

/// <summary>The part that tells by the clause that a given name in small letters, which is a word too, is somebody: <c>als bas belt</c>, <c>groetjes van jan en rie</c>.</summary>
internal sealed partial class BodyMentions
{
    private static readonly WordSet Clauses = new("als", "dat", "of", "want", "omdat", "wanneer", "zodra", "toen", "maar");

    private static readonly WordSet Asked = new("kun", "kan", "wil", "heb", "ben", "weet", "bel", "stuur", "zou", "mag", "kom", "ga", "neem", "zit");

    /// <summary><c>groetjes van jan</c>, and <c>en rie</c> behind it.</summary>
    private bool IsGreetedFrom(int k)
    {
        if (words.GapBefore(k) != Gap.Space || !words[k].Is(WordClass.Given))
        {
            return false;
        }

        var at = words.Folded(k - 1) is "en" && words[k - 2].Is(WordClass.Given) ? k - 3 : k - 1;
        return words.Folded(at) == "van" && words.Folded(at - 1) is "groeten" or "groetjes" or "groet" or "liefs" or "kusjes" && words.GapBefore(at) == Gap.Space;
    }

    /// <summary>A bare singular before what people do, in a clause: <c>als karel belt</c>; a thing has an article there.</summary>
    private bool ActsInClause(int k) => Clauses.Contains(words[k - 1].Hash) && words.GapAfter(k) == Gap.Space && words[k + 1].Is(WordClass.Acting | WordClass.Speech) && !words[k + 1].IsCapital && words[k].Length > 2
        && !(words.Folded(k + 1) is "is" or "was" or "zijn" or "komt" or "gaat" or "begint" or "stopt" or "valt" or "wordt");

    /// <summary>Two given names joined, and a verb of several or a preposition that persons follow: <c>bas en lies weten ervan</c>.</summary>
    private bool IsPaired(int k)
    {
        var first = words.Folded(k - 1) == "en" && words.GapBefore(k - 1) == Gap.Space ? k - 2 : k;
        return IsSmallGiven(first) && words.Folded(first + 1) == "en" && IsSmallGiven(first + 2) && words.GapAfter(first) == Gap.Space && words.GapAfter(first + 1) == Gap.Space
            && (words.Folded(first + 3) is "weten" or "zijn" or "gaan" or "komen" or "hebben" or "waren" or "willen" or "moeten" or "kunnen" or "zitten" or "doen" or "hadden" or "vinden" or "denken" && words.GapBefore(first + 3) == Gap.Space || words.Folded(first - 1) is "met" or "aan" or "namens" or "behalve");
    }

    /// <summary>Called at the head of a message: <c>piet, kun jij morgen</c>.</summary>
    private bool IsCalled(int k) => (k == 0 || words.GapBefore(k) is Gap.Paragraph or Gap.Tab or Gap.Colon) && words.GapAfter(k) == Gap.Comma && words[k].Is(WordClass.Given) && Asked.Contains(words[k + 1].Hash) && words.Folded(k + 2) is "jij" or "je" or "u" or "jullie" or "even" or "ff";

    private bool IsSmallGiven(int k) => words[k].Is(WordClass.Given) && words[k].IsWord && !words[k].IsCapital && words[k].Length > 2 && !words[k].Is(WordClass.Filler | WordClass.Particle);
}
