namespace WooPipeline.Privacy;

/// <summary>The words of a text seen as parts of dates, and the date on which it was written.</summary>
internal sealed class DateText(TokenText words, DateOnly reference)
{
    private readonly DateVocabulary vocabulary = DateVocabulary.Default;

    public DateOnly Reference { get; } = reference;

    public TokenText Words { get; } = words;

    public DateWordKind Kind(int k) => vocabulary.Word(Words[k].Hash).Kind;

    public int Value(int k) => vocabulary.Word(Words[k].Hash).Value;

    /// <summary>True where a word of a kind stands, joined to the word before it.</summary>
    public bool Is(int k, DateWordKind kind) => Kind(k) == kind && Near(k);

    /// <summary>True where a word goes on with the word before it.</summary>
    public bool Near(int k) => Words.GapBefore(k) is Gap.Space or Gap.Line or Gap.DotSpace or Gap.Comma or Gap.Hyphen or Gap.Slash or Gap.Dot;

    /// <summary>True where words are joined by white space, or by a dot behind a short form.</summary>
    public bool Spaced(int k) => Words.GapBefore(k) is Gap.Space or Gap.Line || (Words.GapBefore(k) is Gap.DotSpace or Gap.Dot && Kind(k - 1) is DateWordKind.Month or DateWordKind.Weekday or DateWordKind.WeekdayShort or DateWordKind.Past);

    /// <summary>False where certainly no date starts at a word.</summary>
    public bool MayStart(int k)
    {
        ref readonly var token = ref Words[k];
        return token.HasDigit || Kind(k) != DateWordKind.None || vocabulary.NumberWord(token.Hash).Value != 0 || Holidays.MayStart(token.Hash);
    }

    /// <summary>The number at a word: digits (<c>15</c>, <c>15e</c>, <c>22ste</c>) or words; a value of 0 where there is none.</summary>
    public DateNumber Number(int k)
    {
        ref readonly var token = ref Words[k];
        if (!token.HasDigit)
        {
            return vocabulary.NumberWord(token.Hash);
        }

        var word = Words.Of(k);
        var value = 0;
        var digits = 0;
        while (digits < word.Length && digits < 5 && char.IsAsciiDigit(word[digits]))
        {
            value = (value * 10) + word[digits++] - '0';
        }

        var tail = word[digits..];
        return digits is 0 or 5 || !(tail.IsEmpty || (digits <= 2 && tail is "e" or "de" or "ste" or "E")) ? default : new DateNumber(value, !tail.IsEmpty, digits);
    }

    /// <summary>A day of the month, in digits or words; 0 where there is none.</summary>
    public int Day(int k) => Number(k) is { Value: >= 1 and <= 31, Digits: <= 2 } day ? day.Value : 0;

    /// <summary>True where nothing follows that would make a day of the month the number of something else.</summary>
    public bool EndsThere(int end) => end >= Words.Count || Words.GapBefore(end) is not (Gap.Space or Gap.Line or Gap.Hyphen or Gap.Slash or Gap.Ampersand or Gap.Apostrophe) || (Spaced(end) && vocabulary.Follows(Words[end].Hash));

    /// <summary>The year at a word, with what joins it; no end where there is none. <c>2016</c>, <c>'16</c>, <c>tweeduizend en achttien</c>, <c>negentien achtenzeventig</c>.</summary>
    public (int End, int Year) Year(int k)
    {
        if (!Near(k) && Words.GapBefore(k) != Gap.Apostrophe && !Words.TextBefore(k).Contains('\'') && !Words.TextBefore(k).Contains('\u2019'))
        {
            return default;
        }

        var number = Number(k);
        if (number.Digits == 4)
        {
            return number.Value >= 1000 && !number.IsOrdinal ? (k + 1, number.Value) : default;
        }

        if (number.Digits > 0)
        {
            return number.Digits == 2 && Words.TextBefore(k).IndexOfAny('\'', '\u2019') >= 0 ? (k + 1, Calendar.Century(number.Value)) : default;
        }

        if (number.IsOrdinal || number.Value < 19)
        {
            return default;
        }

        var rest = Kind(k + 1) == DateWordKind.And && Spaced(k + 1) ? k + 2 : k + 1;
        var more = Spaced(rest) && Number(rest) is { Digits: 0, IsOrdinal: false, Value: > 0 and < 100 } tail ? tail.Value : 0;
        return number.Value switch
        {
            >= 1800 when number.Value % 100 == 0 && more > 0 => (rest + 1, number.Value + more),
            >= 1800 => (k + 1, number.Value),
            19 or 20 when more > 0 => (rest + 1, (number.Value * 100) + more),
            _ => default,
        };
    }

    /// <summary>Where a reading ends in the text: the dot of a short weekday within a sentence belongs to it.</summary>
    public int EndOf(int end)
    {
        var last = Words[end - 1].End;
        var dotted = Kind(end - 1) is DateWordKind.Weekday && Words[end - 1].Length <= 5 && Words.GapBefore(end) == Gap.DotSpace && end < Words.Count && !Words[end].IsCapital;
        return dotted ? last + 1 : last;
    }
}
