using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Dates that a word makes a date of birth: <c>geboren op</c>, <c>geb.</c>, <c>d.o.b.</c>, a column of that name, <c>(minderjarig, 12 april 2009)</c>.</summary>
internal static class BirthDateRecogniser
{
    private const int Reach = 9;

    /// <summary>Younger than this many years a date in a line with a person may be of the process.</summary>
    private const int YoungestInRecord = 12;

    public static void Run(RecogniserContext context, IReadOnlyList<Field> fields)
    {
        var words = context.Words;
        foreach (var field in fields)
        {
            if (field.Has(WordClass.BirthCue) && (field.IsCell || field.LabelStart >= 0))
            {
                for (var k = words.IndexAt(field.Start); k < words.Count && words[k].Start < field.End; k++)
                {
                    Mark(context, k, field.End, "birthdate.field");
                }
            }
        }

        for (var k = words.Next(0, Trigger.Birth); k < words.Count; k = words.Next(k + 1, Trigger.Birth))
        {
            ref readonly var token = ref words[k];
            if (!token.IsNumber && token.Length > 2 && !token.Is(WordClass.BirthCue | WordClass.Relative))
            {
                continue;
            }

            if ((words[k].Is(WordClass.BirthCue) && !(words[k].Length == 2 && words[k].IsAllCaps && words[k - 1].IsNumber)) || IsSpelledCue(words, k))
            {
                Following(context, k + 1);
                Preceding(context, k);
                Said(context, k);
            }
            else if (words[k].IsNumber && UnannouncedBirths.Is(context, k))
            {
                Mark(context, k, words.Text.Length, "birthdate.person");
            }
            else if (words[k].IsNumber && words.GapBefore(k) is Gap.Comma or Gap.Tab && InRecord(context, k))
            {
                Mark(context, k, words.Text.Length, "birthdate.record");
            }
            else if (words[k].Is(WordClass.Relative) && words.GapBefore(k + 1) == Gap.OpenParen && words[k + 1].IsNumber)
            {
                Mark(context, k + 1, words.Text.Length, "birthdate.relative");
            }
        }
    }

    /// <summary>
    /// A date of many years ago that stands by itself between the commas or cells of a line that opens with a person: <c>Özgür Bayraktar,
    /// getuige, 23-02-1990, via werkgever</c>. Dates of the process are of late.
    /// </summary>
    private static bool InRecord(RecogniserContext context, int k)
    {
        var words = context.Words;
        var end = DateReader.EndOf(words, k);
        end = end > words[k].Start ? end : DutchDates.EndOfFull(words, k);
        var last = end > words[k].Start ? words.IndexAt(end - 1) : k;
        if (last == k || !words[last].IsNumber || words[last].Length != 4 || words.GapAfter(last) is not (Gap.Comma or Gap.Tab or Gap.Line or Gap.Paragraph)
            || !int.TryParse(words.Of(last), CultureInfo.InvariantCulture, out var year) || year <= 1900 || year > (context.Document.Date?.Year ?? 2020) - YoungestInRecord)
        {
            return false;
        }

        var first = words.IndexAt(context.LineStart(words[k].Start));
        if (k - first is < 2 or > 9)
        {
            return false;
        }

        var named = words[first].Is(WordClass.Given) && words[first].IsCapital || NameReader.IsInitial(words, first) || words[first].IsCapital && words[first].IsWord && words[first].Class is WordClass.None or WordClass.Surname && words[first + 1].IsCapital;
        return named && !Enumerable.Range(first, k - first).Any(i => words[i].Is(WordClass.ReferenceCue | WordClass.SourceCue | WordClass.NamedThing | WordClass.Organisation));
    }

    /// <summary>The last letter of <c>d.o.b.</c> or <c>g.d.</c>, and <c>GD</c> before a date.</summary>
    private static bool IsSpelledCue(TokenText words, int k) => words[k].Length switch
    {
        1 when words.Folded(k) == "b" && words.GapBefore(k) is Gap.Comma or Gap.OpenParen && words.GapAfter(k) == Gap.DotSpace => words[k + 1].IsNumber,
        1 => words.GapBefore(k) == Gap.Dot && (words.Folded(k) == "b" && words.Folded(k - 1) == "o" && words.Folded(k - 2) == "d" || words.Folded(k) == "d" && words.Folded(k - 1) is "g" or "geb" && words[k + 1].IsNumber),
        2 => words[k].IsAllCaps && words.Folded(k) == "gd" && DateReader.EndOf(words, k + 1) > words[k + 1].Start,
        _ => false,
    };

    /// <summary>The date before the word: <c>(11 mei 1949 geboren in …)</c>.</summary>
    private static void Preceding(RecogniserContext context, int cue)
    {
        var words = context.Words;
        // "26 februari 1964 in Nickerie geboren": a place may stand between.
        if (cue >= 4 && words.GapBefore(cue - 1) == Gap.OpenParen && DateReader.EndOf(words, cue - 4) == words[cue - 2].End)
        {
            // "12-03-1984 (Kabul) geboren".
            Mark(context, cue - 4, words.Text.Length, "birthdate.before");
            return;
        }

        for (var back = 3; back <= 6 && cue >= back && words.GapBefore(cue - back + 3) is Gap.Space; back++)
        {
            if (DateReader.EndOf(words, cue - back) == words[cue - back + 2].End && (back == 3 || words.Folded(cue - back + 3) is "in" or "te" or "at" or "ook"))
            {
                Mark(context, cue - back, words.Text.Length, "birthdate.before");
                if (words.Folded(cue - back - 1) is "en" or "and" && DateReader.EndOf(words, cue - back - 4) == words[cue - back - 2].End)
                {
                    // "2-8-2013 en 4-9-2015 geboren".
                    Mark(context, cue - back - 4, words.Text.Length, "birthdate.before");
                }

                return;
            }
        }
    }

    private static void Following(RecogniserContext context, int first)
    {
        var words = context.Words;
        if (words.TextBefore(first).StartsWith(". ", StringComparison.Ordinal) && words[first - 1].Length > 4)
        {
            // The sentence ends with the word: "in Nickerie geboren. Op 26 februari is hij gehoord."
            return;
        }

        for (var k = first; k < first + Reach && k < words.Count && words.GapBefore(k) is not Gap.Paragraph && !EndsSentence(words, k) | k == first; k++)
        {
            if (words[k].Is(WordClass.Speech) || words.Folded(k) is "stichting" or "vereniging" or "aldus")
            {
                // "geboren in Emmen, schreef hij op …".
                return;
            }

            if (k == first && Compact(context, k) || Mark(context, k, words.Text.Length, "birthdate.cue"))
            {
                Second(context, k);
                return;
            }
        }
    }

    /// <summary>Further on in the paragraph, what others say of it: <c>… is not 1 January. He says 14 August 2008; his papers say 23-05-1387</c>.</summary>
    private static void Said(RecogniserContext context, int cue)
    {
        var words = context.Words;
        for (var k = cue + 1; k < cue + 34 && k < words.Count && words.GapBefore(k) is not Gap.Paragraph; k++)
        {
            if (words.Folded(k) is "says" or "say" or "zegt" or "zeggen" or "stelt" or "noemt" or "opgave" or "states" && DateReader.EndOf(words, k + 1) > words[k + 1].Start)
            {
                Mark(context, k + 1, words.Text.Length, "birthdate.said");
            }
        }
    }

    /// <summary>A full stop that shortens no word (<c>geb.dat. 12-3-1984</c>) ends the sentence.</summary>
    private static bool EndsSentence(TokenText words, int k) => words.TextBefore(k).Contains(". ", StringComparison.Ordinal) && (words[k - 1].IsCapital || words[k - 1].Length > 4 || words[k - 1].HasDigit || words[k].IsCapital);

    /// <summary>Six digits right behind the word: <c>geb 110205</c>.</summary>
    private static bool Compact(RecogniserContext context, int k)
    {
        var word = context.Words.Of(k);
        if (word.Length != 6 || !context.Words[k].IsNumber || context.IsTaken(context.Words[k].Start, context.Words[k].End))
        {
            return false;
        }

        var (first, month, last) = (int.Parse(word[..2], CultureInfo.InvariantCulture), int.Parse(word[2..4], CultureInfo.InvariantCulture), int.Parse(word[4..], CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || !(first is >= 1 and <= 31 || last is >= 1 and <= 31))
        {
            return false;
        }

        context.Add(context.Words[k].Start, context.Words[k].End, Label.BirthDate, "birthdate.cue", 0.9);
        return true;
    }

    /// <summary>The date of birth of the other: <c>geboren 8 januari 1953, hij 29-2-1952</c>.</summary>
    private static void Second(RecogniserContext context, int first)
    {
        var words = context.Words;
        var k = first + 3;
        for (var steps = 0; steps < 7 && k < words.Count && !words.TextBefore(k).ContainsAny('.', '\n') | words.GapBefore(k) == Gap.Dot; steps++, k++)
        {
            if (words.Folded(k) is "hij" or "zij" or "ze" or "he" or "she" or "man" or "vrouw" or "partner" or "zoon" or "dochter" or "staat" or "officieel" or "formeel" or "papieren" or "officially")
            {
                for (var d = k + 1; d < k + 3; d++)
                {
                    if (Mark(context, d, words.Text.Length, "birthdate.second"))
                    {
                        return;
                    }
                }
            }
        }
    }

    private static bool Mark(RecogniserContext context, int k, int limit, string rule)
    {
        var words = context.Words;
        var start = words[k].Start;
        var end = DateReader.EndOf(words, k);
        end = end > start && !(words[k].Length == 2 && words[k + 1].IsWord) ? end : Math.Max(end, DutchDates.EndOfFull(words, k));
        if (end <= start && rule is "birthdate.field" or "birthdate.cue" && words[k].IsNumber && words[k].Length <= 2 && words[k + 1].IsWord && words[k + 1].IsCapital && words[k + 2].IsNumber && words[k + 2].Length == 4 && words.GapBefore(k + 1) == Gap.Space && words.GapBefore(k + 2) == Gap.Space)
        {
            // A month of another calendar: "30 Shahrivar 1371".
            end = words[k + 2].End;
        }

        if (end <= start || end > limit || context.IsTaken(start, end))
        {
            return false;
        }

        context.Add(start, end, Label.BirthDate, rule, 0.95);
        return true;
    }
}
