using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Tells whether a word in small letters that is an ordinary word too (<c>roos</c>, <c>storm</c>, <c>wind</c>) names a person of the register
/// here. Judged by the sentence: a bare singular that does something, is spoken to, or stands where only persons stand.
/// </summary>
internal sealed class LowerNames(DocumentAnalysis analysis)
{
    private readonly TokenText words = analysis.Words;
    private readonly bool isInformal = analysis.IsInformal;

    public bool IsName(int first, int end)
    {
        if (Vocative(first, end) || Explained(end))
        {
            return true;
        }

        return isInformal && !HasDeterminer(first) && (StandsForPerson(words, first, end) || Acts(first, end));
    }

    /// <summary>What the person is stands in brackets behind it: <c>storm (de jonkheer)</c>.</summary>
    private bool Explained(int end) => words.GapBefore(end) == Gap.OpenParen && Appositions.IsDeterminer(words, end) && (PersonNouns.Is(words, end + 1) || words[end + 1].Is(WordClass.Title));

    /// <summary>At the head of a chat message with what is said to somebody behind it: <c>meh heb je de kaart</c>, <c>ton doe normaal</c>.</summary>
    public static bool IsAddressed(TokenText words, int first, int end) => words.GapBefore(first) is Gap.Tab or Gap.Colon or Gap.Other or Gap.DotSpace or Gap.Paragraph && words.GapBefore(end) == Gap.Space
        && words.Folded(end) is "rustig" or "kalm" or "doe" or "kom" or "wacht" or "kijk" or "stop" or "ga" or "heb" or "ben" or "zeg" or "bel" or "stuur" or "weet" or "wil" or "kun" or "kan" or "moet" or "jij" or "je" or "zit" or "neem" or "pak" or "laat" or "lees" or "hoor" or "luister" or "please" or "can" or "do" or "are" or "have" or "mag" or "zou" or "regel" or "check" or "haal" or "wanneer" or "hoe" or "waar" or "wat" or "jouw"
        && (words.Folded(end) == "jouw" || words.Folded(end + 1) is "aan" or "je" or "jij" or "normaal" or "even" or "ff" or "maar" or "eens" or "niet" or "you" or "de" or "het" or "die" or "dat" or "mij" or "me" or "ik" or "ook" or "nou" or "al" or "een" or "is" or "laat" or "ben" or "was" or "hier" or "naar" or "houdt");

    private bool HasDeterminer(int first) => words.GapBefore(first) == Gap.Space
        && (Appositions.IsDeterminer(words, first - 1) && words.Folded(first - 1) is not "die" || words.Folded(first - 1) is "geen" or "veel" or "meer" or "weinig" or "elke" or "elk" or "no" or "'n" or "n");

    /// <summary>At the head of a message or paragraph with a comma behind it: <c>mees, sterkte.</c>; or spoken to at the end: <c>nee winter, slaap door</c>.</summary>
    private bool Vocative(int first, int end)
    {
        var after = words.GapBefore(end);
        if (((words.GapBefore(first) == Gap.Paragraph || (words.GapBefore(first) == Gap.Line && OpensBody(first))) && after == Gap.Comma) || (isInformal && IsAddressed(words, first, end)))
        {
            return true;
        }

        var prompt = words.Folded(first - 1) is "oke" or "ok" or "okay" or "hoi" or "hey" or "he" or "ha" or "ja" or "nee" or "dank" or "dankje" or "thanks" or "thx" or "sorry" or "beterschap" or "gefeliciteerd" or "welterusten" or "sterkte" or "succes" or "hallo" or "goedemorgen" or "morgen" or "yo" or "hier" or "pff" or "haha" or "please" or "no" or "yes" or "doen" or "hoor" or "joh" or "toch"
            || words[first - 1].Is(WordClass.Closing);
        return prompt && isInformal && words.GapBefore(first) == Gap.Space && (after is Gap.Paragraph or Gap.Line or Gap.Other or Gap.Comma or Gap.DotSpace);
    }

    /// <summary>The first word behind the header fields of a message.</summary>
    private bool OpensBody(int first) => first > 0 && analysis.Document.View.IsIn(words[first - 1].Start, ZoneKind.HeaderField) && !analysis.Document.View.IsIn(words[first].Start, ZoneKind.HeaderField);

    /// <summary>Behind words that only persons follow: <c>groeten van lieve</c>, <c>vraag naar mo</c>, <c>ene roos</c>, <c>wil en ik</c>.</summary>
    public static bool StandsForPerson(TokenText words, int first, int end)
    {
        if (words.Folded(end) == "en" && words.Folded(end + 1) is "ik" or "jij" or "hij" or "zij" or "ikke")
        {
            return true;
        }

        if (words.GapBefore(first) == Gap.At)
        {
            return end > first;
        }

        if (words.GapBefore(first) != Gap.Space)
        {
            return false;
        }

        return words.Folded(first - 1) switch
        {
            "ene" or "collega" or "vraag" or "bel" or "app" or "mail" or "namens" or "kan" or "die" => words[end].Is(WordClass.Acting | WordClass.Speech | WordClass.Common) || words.GapBefore(end) is not Gap.Space,
            "van" => words.Folded(first - 2) is "groeten" or "groetjes" or "groet" or "naam" or "nummer" or "huis",
            "met" when words.GapBefore(first - 1) is Gap.Tab or Gap.Colon or Gap.Other or Gap.Paragraph && words.GapBefore(end) is Gap.Comma or Gap.Line or Gap.Paragraph or Gap.Other => true,
            "naar" or "aan" or "met" or "tegen" => words.Folded(first - 2) is "vraag" or "vroeg" or "gevraagd" or "gebeld" or "gesproken" or "gepraat" or "bel" or "app" or "mail" or "zeg" or "gezegd" or "praat" or "overleg",
            "bij" => words.Folded(first - 2) is "langs" or "thuis" or "logeren" or "slapen" or "eten" or "gemeld" or "melden" or "sleutel" or "sleutels" or "ligt" or "navragen" || words.GapBefore(end) == Gap.Comma,
            "ik" => words.Folded(end) is "heet" or "heette" && words.GapBefore(end) == Gap.Space,
            "thx" or "thanks" or "bedankt" or "dank" or "merci" => words.GapBefore(end) is Gap.Paragraph or Gap.Line or Gap.Comma or Gap.Other,
            "niet" => words.GapBefore(end) == Gap.CloseParen,
            _ => words[first - 1].Is(WordClass.Title),
        };
    }

    /// <summary>A bare singular before a finite verb, at the head of a clause: a thing would have an article, save weather and stuff.</summary>
    private bool Acts(int first, int end)
    {
        if (!OpensClause(first) || words.GapBefore(end) != Gap.Space)
        {
            return false;
        }

        var verb = words.Folded(end);
        var modal = verb is "is" or "was" or "heeft" or "had" or "wil" or "wilde" or "gaat" or "ging" or "kan" or "kon" or "moet" or "moest" or "komt" or "mag" or "zal" or "zou" or "weet" or "doet" or "zegt" or "zei";
        var stuff = words.Folded(first) is "storm" or "wind" or "regen" or "sneeuw" or "hagel" or "mist" or "wil" or "dank" or "hoop" or "groen" or "wit" or "zwart" or "rood" or "bruin" or "lang" or "kort" or "klein" or "groot" or "pas" or "mei" or "plan" or "bijl" or "brand" or "kost" or "geluk" or "honing" or "bakker" or "slager" or "kapper" or "lente" or "winter" or "zomer" or "herfst" or "vis" or "zand" or "water" or "june" or "may";
        if (modal)
        {
            return !stuff || Resumed(end);
        }

        return words[end].Is(WordClass.Acting) && !(verb is "komt" or "kwam" or "ligt" or "lag" or "begint" or "blijft" or "bleef" or "valt" or "raakt" or "stopt" or "krijgt" && stuff);
    }

    private bool OpensClause(int first) => words.GapBefore(first) is Gap.Tab or Gap.Colon or Gap.Other or Gap.Paragraph or Gap.Line or Gap.Comma or Gap.DotSpace or Gap.Semicolon
        || words.Folded(first - 1) is "dat" or "of" or "want" or "maar" or "als" or "omdat" or "en" && words.GapBefore(first) == Gap.Space;

    /// <summary>The same message goes on about somebody: <c>storm is er al, die belt elke 10 min</c>.</summary>
    private bool Resumed(int end)
    {
        for (var k = end; k < words.Count && k < end + 10 && words.GapBefore(k) is not (Gap.Line or Gap.Paragraph or Gap.DotSpace); k++)
        {
            if (words.GapBefore(k) == Gap.Comma && words.Folded(k) is "die" or "hij" or "zij" or "ze" && words[k + 1].Is(WordClass.Acting | WordClass.Speech))
            {
                return true;
            }
        }

        return false;
    }
}
