using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Street with house number, and postcode. A private person's goes; an organisation's stays, judged by what stands around it.</summary>
internal static class AddressRecogniser
{
    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        foreach (var field in context.Fields)
        {
            if (field.Has(WordClass.AddressCue) && field.LabelText is "home address" or "woonadres" or "thuisadres" or "huisadres" or "private address")
            {
                Home(context, field);
            }
        }

        var reach = -1;
        for (var k = 0; k < words.Count; k++)
        {
            // Every address has a number: only words shortly before one are looked at (Kerkstraat nr. 12), and those that open a longer name (rue, calle).
            reach = reach < k ? words.NextNear(k, WordClass.None, Shape.Digit, 2) : reach;
            ref readonly var token = ref words[k];
            if ((k < reach && !ForeignAddresses.MayBeKind(token.Hash)) || (!words.Has(k, Trigger.Address) && !words[k - 1].Is(WordClass.Particle)))
            {
                continue;
            }

            if (token.Length == 6 && token.HasDigit && IsJoinedPostcode(words, k) && (FollowsStreet(context, token.Start) || context.CueBefore(token.Start, 3, WordClass.AddressCue) != 0))
            {
                Postcode(context, k, k + 1);
            }
            else if (token.IsNumber && token.Length == 4 && IsPostcode(words, k) is var postcodeEnd && postcodeEnd > k)
            {
                Postcode(context, k, postcodeEnd);
            }
            else if (token.IsWord && token.Length >= 3 && NumberAt(words, k) is var at && words[at].HasDigit && HouseNumber(words, at) is var end && end > at && StreetNames.IsStreet(words, k, context.IsInformal) && !IsSurname(words, k)
                || words[k + 1].HasDigit && token.IsWord && token.IsCapital && token.Length >= 2 && (token.Length > 2 || !token.IsAllCaps) && words.Folded(k) is not ("postbus" or "antwoordnummer" or "postvak" or "bus" or "mailbox") && !token.Is(WordClass.Month) && HouseNumber(words, k + 1) is var far && (end = far) > k + 1 && words[far].IsNumber && words[far].Length == 4 && IsPostcode(words, far) > far && words.GapBefore(far) is Gap.Comma or Gap.Space or Gap.Line)
            {
                Street(context, k, end);
            }
            else if (token.IsCapital && token.IsWord && words[k + 1].HasDigit && HouseNumber(words, k + 1) is var near && near > k + 1 && IsBeforeTown(words, k, near))
            {
                Street(context, k, near);
            }
            else if (token.IsCapital && token.IsWord && token.Length is >= 4 and <= 9 && words[k + 1].HasDigit && AnnouncedAddresses.PartsEnd(words, k) is var parts && parts > k)
            {
                context.Add(token.Start, words[parts - 1].End, Label.Address, "address.private", 0.8);
                k = parts - 1;
            }
            else if (Foreign(context, k) is var after && after > k)
            {
                k = after - 1;
            }
        }

        foreach (var field in context.Fields)
        {
            if (field.IsCell && AddressOwner.IsAddressColumn(field) && !field.Has(WordClass.Mailbox | WordClass.Organisation))
            {
                Cell(context, field);
            }
        }
    }

    /// <summary>A home that its label calls one and that is written as no street of ours: all but the town (<c>Blk 14 Lot 6 Sampaguita St, Iloilo City</c>).</summary>
    private static void Home(RecogniserContext context, Field field)
    {
        var words = context.Words;
        var comma = context.Text.AsSpan(field.Start, field.End - field.Start).LastIndexOf(',');
        var first = words.IndexAt(field.Start);
        if (comma > 4 && field.End - field.Start < LongestHome && words[first].IsCapital && words[first].IsWord && !words[first + 1].Is(WordClass.Particle) && Enumerable.Range(first, 6).Any(i => words[i].HasDigit && words[i].End <= field.Start + comma) && Enumerable.Range(first, 8).Count(i => words[i].HasDigit && words[i].End <= field.Start + comma) > 1
            && IsPostcode(words, words.IndexAt(field.Start + comma)) == words.IndexAt(field.Start + comma))
        {
            context.Add(field.Start, field.Start + comma, Label.Address, "address.private", 0.85);
        }
    }

    private const int LongestHome = 90;

    /// <summary>Where the house number of a street may stand: next to it, or behind <c>nr.</c></summary>
    private static int NumberAt(TokenText words, int k) => words.Folded(k + 1) is "nr" or "no" or "nummer" && words.GapBefore(k + 1) is Gap.Space or Gap.Comma && words[k + 2].HasDigit ? k + 2 : k + 1;

    /// <summary>An address of another country, or one that only the words before it make one; gives the word after what was taken.</summary>
    private static int Foreign(RecogniserContext context, int k)
    {
        var words = context.Words;
        var (first, end) = (k, k);
        if (words[k].HasDigit)
        {
            end = ForeignAddresses.NumberFirst(words, k);
            first = end > k ? ForeignAddresses.FirstOf(words, k) : AnnouncedStreet(words, k);
            end = end > k ? end : first < k ? HouseNumber(words, k) : k;
        }
        else if (words[k].IsWord)
        {
            end = ForeignAddresses.KindFirst(words, k);
            end = end > k ? end : ForeignAddresses.WithEnding(words, k);
            end = end > k ? end : ForeignAddresses.HouseLast(words, k);
            first = end > k && words[k].IsCapital ? StreetNames.FirstWord(words, k) : k;
        }

        if (end <= k)
        {
            return k;
        }

        var last = words.GapBefore(end) is Gap.Comma or Gap.Space or Gap.Line && words.TextBefore(end).Count('\n') <= 1 ? ForeignAddresses.Postcode(words, end) : end;
        Emit(context, words[first].Start, words[Math.Max(last, end) - 1].End, first, Math.Max(last, end));
        BritishPostcode(context, Math.Max(last, end));
        return Math.Max(last, end);
    }

    private static int AnnouncedStreet(TokenText words, int k) => words[k].Length <= 4 && !(words[k].Length == 4 && words.Of(k) is ['1', '9', ..] or ['2', '0', ..]) && words.GapBefore(k) == Gap.Space && !words[k + 1].Is(WordClass.Month) && HouseNumber(words, k) > k ? AnnouncedAddresses.FirstWord(words, k) : k;

    /// <summary>Behind the town: <c>221B Baker Street, London NW1 6XE</c>.</summary>
    private static void BritishPostcode(RecogniserContext context, int from)
    {
        var words = context.Words;
        for (var k = from; k < from + 4 && words.GapBefore(k) is not Gap.Paragraph; k++)
        {
            if (ForeignAddresses.IsBritish(words, k) && context.Found[^1] is var street && street.Rule.StartsWith("address.", StringComparison.Ordinal) && !context.IsTaken(words[k].Start, words[k + 1].End))
            {
                context.Add(words[k].Start, words[k + 1].End, street.Label, street.Rule, street.Confidence);
                return;
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
        if (words.GapBefore(k) == Gap.Line && words.GapAfter(k) == Gap.Hyphen && token.Length == 4 || (token.Length <= 2 && words.GapAfter(k) is Gap.Hyphen or Gap.Dot or Gap.Slash && words.GapAfter(k + 1) == words.GapAfter(k) && words[k + 2].Length == 4 && words.Of(k + 2) is ['1' or '2', ..] && DateReader.EndOf(words, k) > token.Start))
        {
            // A number of the next row, or a date.
            return k;
        }

        if (!token.HasDigit || token.Length > 7 || !char.IsAsciiDigit(words.Text[token.Start]) || !(words.GapBefore(k) is Gap.Space or Gap.Comma or Gap.Line || words.GapBefore(k) is Gap.DotSpace or Gap.Dot && words.Folded(k - 1) is "nr" or "no" or [.., 's', 't', 'r']) || words[k + 1].Is(WordClass.Month) && words.GapAfter(k) == Gap.Space)
        {
            return k;
        }

        var end = k + 1;
        while (end < words.Count && end - k < 4 && IsAddition(words, end))
        {
            end++;
        }

        return end;
    }

    private static bool IsAddition(TokenText words, int k)
    {
        ref readonly var add = ref words[k];
        var gap = words.GapBefore(k);
        if (gap == Gap.Hyphen)
        {
            return add.Length <= 4 || Floors.EndsIn(words.Of(k));
        }

        if (gap != Gap.Space)
        {
            return false;
        }

        if (add.IsNumber)
        {
            return add.Length <= 3 && words.Folded(k - 1) == "bus" || add.Length == 1 && words.Folded(k + 1) == "hoog";
        }

        return add.Length == 1 && add.IsWord && add.IsCapital && (!words[k + 1].IsCapital || words[k + 1].Is(WordClass.Place) || words.GapAfter(k) is Gap.Line or Gap.Paragraph or Gap.Comma or Gap.Tab) && words.GapAfter(k) != Gap.Dot
            || add.Length == 1 && add.IsWord && words.Folded(k)[0] is >= 'a' and <= 'f' && words.GapAfter(k) is Gap.CloseParen or Gap.Comma or Gap.Line or Gap.Paragraph or Gap.Tab
            || words.Folded(k) is "bus" && words[k + 1].IsNumber && words[k + 1].Length <= 3
            || words.Folded(k) is "hs" or "wb" or "bis" or "huis" or "bg" or "rood" or "zwart" or "boven" or "ii" or "iii" or "iv" or "1hoog" or "2hoog" or "3hoog" or "4hoog"
            || words.Folded(k) is "hoog" && words[k - 1].Length == 1;
    }

    private static readonly SuffixSet Floors = new("hoog", "achter", "voor", "boven", "beneden", "huis", "links", "rechts");

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

        if (last == end && words.GapBefore(end) == Gap.Comma && words[end].IsNumber && words[end].Length == 5 && (words[end + 1].IsCapital && words.GapAfter(end) == Gap.Space || words.GapAfter(end) is Gap.Tab or Gap.Line or Gap.Paragraph))
        {
            // A German postcode behind a street that could be ours.
            last = end + 1;
        }

        var closing = words.GapBefore(end) == Gap.OpenParen && Floors.EndsIn(words.Of(end)) && words[end].End < words.Text.Length && words.Text[words[end].End] == ')' ? words[end].End + 1 : 0;
        if (closing > 0 && words[end + 1].IsNumber && words[end + 1].Length == 4 && IsPostcode(words, end + 1) is var beyond && beyond > end + 1)
        {
            (last, closing) = (beyond, 0);
        }

        Emit(context, words[HouseName(words, first)].Start, Math.Max(closing, words[last - 1].End), first, last);
        if (context.Found.Count > 0 && context.Found[^1] is { Label: Label.Address } flat && flat.Span.End == words[last - 1].End && words.Folded(last) is "kamer" or "room" or "app" or "appartement" or "unit" && words.GapBefore(last) == Gap.Comma && words[last + 1].HasDigit && words[last + 1].Length <= 4)
        {
            // "Zonnebloemstraat 212, kamer 14": a room in a house.
            context.Add(words[last].Start, words[last + 1].End, Label.Address, "address.private", 0.85);
        }

        if (last == end && context.Found.Count > 0 && context.Found[^1] is { Label: Label.Address } home && home.Span.End == words[last - 1].End)
        {
            HouseNumberRecogniser.MoreNumbers(context, last);
        }
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

            // "9401 KL 63": the number of the house stands for the street.
            var words = context.Words;
            var far = words.GapBefore(end) == Gap.Space && words[end].HasDigit && words[end].Length <= 4 && HouseNumber(words, end) is var number && number > end && !words[end + 1].Is(WordClass.Month) ? number : end;
            Emit(context, words[k].Start, words[far - 1].End, k, far);
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

        if (AddressOwner.IsNumberColumn(field) && field.End - field.Start <= 8 && (words[first].HasDigit || words[first].Length <= 3 || words.Folded(first) is "huis" or "hoog") && !context.IsTaken(field.Start, field.End))
        {
            Emit(context, field.Start, field.End, first, words.IndexAt(field.End - 1) + 1);
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

        if (field.End > field.Start && words[first].IsCapital && !context.IsTaken(field.Start, field.End) && context.RowAt(field.Start).Any(f => AddressOwner.IsNumberColumn(f) && f.End > f.Start))
        {
            // The street alone, its number in the next column.
            Emit(context, field.Start, field.End, first, words.IndexAt(field.End - 1) + 1);
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

    public static void Emit(RecogniserContext context, int start, int end, int first, int last)
    {
        if (context.IsTaken(start, end))
        {
            return;
        }

        var owner = AddressOwner.Judge(context, first, last, Key(context.Words, first, last));
        context.Add(start, end, owner == Owner.Private ? Label.Address : null, owner == Owner.Private ? "address.private" : "address.organisation", owner == Owner.Private ? 0.9 : 0.8);
    }
}
