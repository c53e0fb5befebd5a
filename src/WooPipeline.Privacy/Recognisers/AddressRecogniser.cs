using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Street with house number, and postcode. A private person's goes; an organisation's stays, judged by what stands around it.</summary>
internal static class AddressRecogniser
{
    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        for (var k = 0; k < words.Count; k++)
        {
            var token = words[k];
            if (token.Length == 6 && token.HasDigit && IsJoinedPostcode(words, k) && (FollowsStreet(context, token.Start) || context.CueBefore(token.Start, 3, WordClass.AddressCue) != 0))
            {
                Postcode(context, k, k + 1);
            }
            else if (token.IsNumber && token.Length == 4 && IsPostcode(words, k) is var postcodeEnd && postcodeEnd > k)
            {
                Postcode(context, k, postcodeEnd);
            }
            else if (words[k + 1].HasDigit && token.IsWord && token.Length >= 3 && HouseNumber(words, k + 1) is var end && end > k + 1 && StreetNames.IsStreet(words, k, context.IsInformal) && !IsSurname(words, k)
                || words[k + 1].HasDigit && token.IsWord && token.IsCapital && token.Length >= 4 && words.Folded(k) is not ("postbus" or "antwoordnummer" or "postvak" or "bus" or "mailbox") && !token.Is(WordClass.Month) && HouseNumber(words, k + 1) is var far && (end = far) > k + 1 && words[far].IsNumber && words[far].Length == 4 && IsPostcode(words, far) > far && words.GapBefore(far) is Gap.Comma or Gap.Space or Gap.Line)
            {
                Street(context, k, end);
            }
            else if (token.IsCapital && token.IsWord && words[k + 1].HasDigit && HouseNumber(words, k + 1) is var near && near > k + 1 && IsBeforeTown(words, k, near))
            {
                Street(context, k, near);
            }
            else if (token.HasDigit && token.Length <= 5 && char.IsAsciiDigit(words.Text[token.Start]) && words.GapAfter(k) == Gap.Space && words[k + 1].IsCapital && EnglishStreet(words, k) is var last && last > k)
            {
                Emit(context, token.Start, words[last - 1].End, k, last);
            }
        }

        foreach (var field in context.Fields)
        {
            if (field.IsCell && field.Has(WordClass.AddressCue) && !field.Has(WordClass.Mailbox | WordClass.Organisation))
            {
                Cell(context, field);
            }
        }
    }

    /// <summary>Right behind a street, in the next cell or behind a comma.</summary>
    private static bool FollowsStreet(RecogniserContext context, int start) => context.Found.Count > 0 && context.Found[^1] is var street && street.Rule.StartsWith("address.", StringComparison.Ordinal)
        && street.Span.End < start && start - street.Span.End < 4;

    /// <summary>A word that no list knows, a number, and a town: <c>Tormentil 14, Tiel</c>, <c>Kromme Elleboog 17 in Amersfoort</c>. Not every street ends as streets do.</summary>
    private static bool IsBeforeTown(TokenText words, int k, int end)
    {
        if ((words[k].Class & ~(WordClass.Surname | WordClass.Given | WordClass.Female | WordClass.Male | WordClass.Frequent)) != WordClass.None || words[k].IsAllCaps || words[k].Length < 4 || words[k + 1].Length > 4)
        {
            return false;
        }

        var town = words.GapBefore(end) == Gap.Comma ? end : words.GapBefore(end) == Gap.Space && words.Folded(end) is "in" or "te" ? end + 1 : -1;
        return town > 0 && words[town].IsCapital && words[town].Is(WordClass.Place) && !words[town].Is(WordClass.Given | WordClass.Common);
    }

    private const int LongestEnglish = 4;

    /// <summary>The number before the street: <c>415 West End Avenue, Apt. 9C</c>, <c>14 Mabini Street</c>. Gives the word after the address.</summary>
    private static int EnglishStreet(TokenText words, int k)
    {
        var last = k + 1;
        while (last - k <= LongestEnglish && words[last].IsCapital && words[last].IsWord && (last == k + 1 || words.GapBefore(last) == Gap.Space))
        {
            if (last > k + 1 && words.Folded(last) is "street" or "avenue" or "road" or "lane" or "drive" or "court" or "terrace" or "close" or "crescent" or "boulevard" or "gardens" or "place" or "square" or "st" or "ave" or "rd")
            {
                var end = last + 1;
                return words.Folded(end) is "apt" or "flat" or "apartment" or "suite" or "unit" && words[end + 1].HasDigit ? end + 2 : end;
            }

            last++;
        }

        return k;
    }

    /// <summary>Surnames end as streets do: <c>Bart Zwanenburg, 2 man</c>. A comma before the number, or a given name or title before the word, tells them apart.</summary>
    private static bool IsSurname(TokenText words, int k)
    {
        if (StreetNames.IsStrongStreet(words.Of(k)))
        {
            return false;
        }

        var before = words[k - 1];
        return words.GapBefore(k + 1) == Gap.Comma && !words[k + 2].IsNumber
            || (words.GapBefore(k) is Gap.Space or Gap.DotSpace or Gap.Dot && (before.Is(WordClass.Title) || NameReader.IsInitial(words, k - 1) || (before.IsCapital && before.Is(WordClass.Given) && words[k].Is(WordClass.Surname | WordClass.Place) && !before.Is(WordClass.Common))));
    }

    /// <summary>Word after the postcode; the given word where none stands there. <c>7241 KP</c>, <c>7241KP</c>.</summary>
    private static int IsPostcode(TokenText words, int k)
    {
        var next = words[k + 1];
        return next.Length == 2 && next.IsAllCaps && next.IsWord && words.GapBefore(k + 1) is Gap.Space or Gap.Other && words.Text[words[k].Start] != '0'
            && words.TextBefore(k + 1).Length <= 2 ? k + 2 : k;
    }

    /// <summary>Word after a house number with its additions; the given word where there is none.</summary>
    public static int HouseNumber(TokenText words, int k)
    {
        var token = words[k];
        if (!token.HasDigit || token.Length > 6 || !char.IsAsciiDigit(words.Text[token.Start]) || words.GapBefore(k) is not (Gap.Space or Gap.Comma or Gap.Line) || (words[k + 1].Is(WordClass.Month) && words.GapAfter(k) == Gap.Space))
        {
            return k;
        }

        var end = k + 1;
        while (end < words.Count && end - k < 4)
        {
            var add = words[end];
            var gap = words.GapBefore(end);
            var addition = (gap is Gap.Hyphen && add.Length <= 4) || (gap is Gap.Space && add.IsWord && (add.Length == 1 && add.IsCapital && (!words[end + 1].IsCapital || words.GapAfter(end) is Gap.Line or Gap.Paragraph or Gap.Comma or Gap.Tab) && words.GapAfter(end) != Gap.Dot
                || words.Folded(end) == "bus" && words[end + 1].IsNumber && words[end + 1].Length <= 3
                || words.Folded(end - 1) == "bus" && add.IsNumber && add.Length <= 3
                || words.Folded(end) is "hs" or "bis" or "huis" or "bg" or "rood" or "zwart" or "boven" or "ii" or "iii" or "iv"));
            if (!addition)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static void Street(RecogniserContext context, int k, int end)
    {
        var words = context.Words;
        var first = StreetNames.FirstWord(words, k);
        var last = end;
        if (words[last].IsNumber && words[last].Length == 4 && IsPostcode(words, last) is var after && after > last
            && words.GapBefore(last) is Gap.Comma or Gap.Space or Gap.Line or Gap.Paragraph && words.TextBefore(last).Count('\n') <= 1)
        {
            last = after;
        }
        else if (words[last].HasDigit && words[last].Length == 6 && IsJoinedPostcode(words, last) && words.GapBefore(last) is Gap.Comma or Gap.Space)
        {
            last++;
        }

        Emit(context, words[HouseName(words, first)].Start, words[last - 1].End, first, last);
    }

    /// <summary>First word of the name of the house that stands before a street: <c>Huize De Linde, Lindeweg 1</c>, <c>boerderij "De Hoop", Dijk 3</c>.</summary>
    private static int HouseName(TokenText words, int street)
    {
        if (words.GapBefore(street) is not (Gap.Comma or Gap.Line or Gap.Other or Gap.OpenParen))
        {
            return street;
        }

        for (var k = street - 1; k >= 0 && street - k <= 5; k--)
        {
            if (words[k].Is(WordClass.HouseCue) && k < street - 1)
            {
                return words[k].IsCapital ? k : k + 1;
            }

            if (!words[k].IsWord || !words[k].IsCapital && !words[k].Is(WordClass.Particle) || words.GapBefore(k) is not (Gap.Space or Gap.Apostrophe or Gap.Hyphen or Gap.Other))
            {
                return street;
            }
        }

        return street;
    }

    private static bool IsJoinedPostcode(TokenText words, int k)
    {
        var word = words.Of(k);
        return word.Length == 6 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[3]) && char.IsAsciiLetterUpper(word[4]) && char.IsAsciiLetterUpper(word[5]);
    }

    private static void Postcode(RecogniserContext context, int k, int end)
    {
        if (!context.IsTaken(context.Words[k].Start, context.Words[end - 1].End))
        {
            // On the line under its street it goes with the street.
            if (context.Found.Count > 0 && context.Found[^1] is var street && street.Rule.StartsWith("address.", StringComparison.Ordinal)
                && street.Span.End < context.Words[k].Start && (context.Words[k].Start - street.Span.End < 4 || IsNextField(context, street.Span.End, context.Words[k].Start)))
            {
                context.Add(context.Words[k].Start, context.Words[end - 1].End, street.Label, street.Rule, street.Confidence);
                return;
            }

            Emit(context, context.Words[k].Start, context.Words[end - 1].End, k, end);
        }
    }

    /// <summary>The field for the postcode right under the one for the street.</summary>
    private static bool IsNextField(RecogniserContext context, int end, int start)
    {
        var between = context.Text.AsSpan(end, start - end);
        return between.Length < 48 && between.Count('\n') == 1 && between.TrimEnd().EndsWith(":", StringComparison.Ordinal) && between.Contains("postcode", StringComparison.OrdinalIgnoreCase);
    }

    private static void Cell(RecogniserContext context, Field field)
    {
        var words = context.Words;
        var first = words.IndexAt(field.Start);
        if (words.Folded(first) is "postbus" or "antwoordnummer")
        {
            return;
        }

        for (var k = first; k < words.Count && words[k].Start < field.End; k++)
        {
            if (words[k].HasDigit && k > first && HouseNumber(words, k) is var end && end > k && words[end - 1].End <= field.End && !context.IsTaken(field.Start, field.End))
            {
                var last = words[end].IsNumber && IsPostcode(words, end) is var after && after > end && words[after - 1].End <= field.End ? after : end;
                Emit(context, field.Start, words[last - 1].End, first, last);
                return;
            }
        }
    }

    /// <summary>Street and number folded, without postcode, so that one address has one key.</summary>
    private static string Key(TokenText words, int first, int last)
    {
        var key = new System.Text.StringBuilder();
        for (var k = first; k < last; k++)
        {
            key.Append(words.Folded(k)).Append(' ');
            if (k > first && words[k].HasDigit)
            {
                break;
            }
        }

        return key.ToString().Trim();
    }

    private static void Emit(RecogniserContext context, int start, int end, int first, int last)
    {
        if (context.IsTaken(start, end))
        {
            return;
        }

        var owner = AddressOwner.Judge(context, first, last, Key(context.Words, first, last));
        context.Add(start, end, owner == Owner.Private ? Label.Address : null, owner == Owner.Private ? "address.private" : "address.organisation", owner == Owner.Private ? 0.9 : 0.8);
    }
}
