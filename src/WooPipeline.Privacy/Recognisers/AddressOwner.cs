namespace WooPipeline.Privacy;

/// <summary>Whose something is.</summary>
internal enum Owner
{
    Organisation,
    Private,
}

/// <summary>Judges whether an address is a person's home or an organisation's: by its row, its block, the words before it, and other documents.</summary>
internal static partial class AddressOwner
{
    private const int LongestLabel = 24;

    /// <summary>Longer lines are sentences, not the head of a letter.</summary>
    private const int LongestHead = 72;
    private const WordClass Firm = WordClass.Organisation | WordClass.RoomCue | WordClass.Brand | WordClass.OrganisationCue;

    public static Owner Judge(RecogniserContext context, int first, int last, string key)
    {
        var sure = Sure(context, first, last);
        if (sure is { } known)
        {
            (known == Owner.Private ? context.Homes : context.Offices).Add(key);
            return known;
        }

        var score = Score(context, first) + (IsSmall(context, first) ? 3 : 0) + (IsSaidHome(context.Words, last) ? 6 : 0);
        if (context.Persons is { } persons)
        {
            var home = persons.Homes.Contains(key);
            var office = persons.Offices.Contains(key);
            if (home != office)
            {
                return home ? Owner.Private : Owner.Organisation;
            }
        }

        if (score >= 6)
        {
            context.Homes.Add(key);
        }

        return score > 0 ? Owner.Private : Owner.Organisation;
    }

    /// <summary>A line of a signature that opens with an organisation and goes on between bars: <c>Lyceum Vestdijk | Simon Vestdijkstraat 1 | …</c>.</summary>
    public static bool IsOfficeLine(RecogniserContext context, int position)
    {
        var words = context.Words;
        var start = context.LineStart(words[position].Start);
        if (!context.Text.AsSpan(start, words[position].Start - start).Contains(" | ", StringComparison.Ordinal))
        {
            return false;
        }

        for (var k = words.IndexAt(start); k < position && k < words.IndexAt(start) + 3; k++)
        {
            if (words[k].IsCapital && (words[k].Is(WordClass.Organisation) || (words[k].Length > 8 && NameContext.EndsAsOrganisation(words.Of(k)))) && !words[k].Is(WordClass.Given | WordClass.Function))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>People write the streets of people in small letters, in a chat or a note.</summary>
    private static bool IsSmall(RecogniserContext context, int first) => !context.Words[first].IsCapital && !context.Words[first + 1].IsCapital;

    /// <summary>In brackets or behind a comma: <c>(mijn huis)</c>, <c>, my parents' home</c>.</summary>
    private static bool IsSaidHome(TokenText words, int last) => words.GapBefore(last) is Gap.OpenParen or Gap.Comma && (words.Folded(last) is "mijn" or "ons" or "haar" or "zijn" or "hun" or "my" or "our" or "their" or "his" or "her" && Enumerable.Range(last + 1, 3).Any(i => words.Folded(i) is "huis" or "woning" or "adres" or "home" or "house" or "flat" or "appartement")
        || words.Folded(last) is "thuis" or "thuisadres" or "woonadres" or "prive" or "home");

    /// <summary>A lawyer by title only, with nothing but the name: <c>mr. Karaca, Deventerstraat 88</c>; people of the law give their office.</summary>
    private static bool IsLawyer(TokenText words, int first)
    {
        if (words.GapBefore(first) is not (Gap.Comma or Gap.Line))
        {
            return false;
        }

        var k = first - 1;
        while (first - k < 7 && (words[k].IsCapital || words[k].Is(WordClass.Particle)) && words[k].IsWord && words.GapBefore(k) is Gap.Space or Gap.Dot or Gap.DotSpace or Gap.Hyphen or Gap.Apostrophe)
        {
            k--;
        }

        return words.Folded(k) == "mr" && !words[k].IsCapital && words.GapBefore(k + 1) is Gap.DotSpace or Gap.Dot or Gap.Space;
    }

    private static Owner? Sure(RecogniserContext context, int first, int last)
    {
        if (context.Words.Folded(first - 1) == "uur" && context.Words.GapBefore(first) == Gap.Comma)
        {
            // "Dinsdag 16 januari, 14.00-15.20 uur, Harlingerweg 58": where they meet.
            return Owner.Organisation;
        }

        if (ByRow(context, first) is { } byRow)
        {
            return byRow;
        }

        var words = context.Words;
        if (words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "bewoner" or "bewoners" or "bewoonster" or "huurder" or "huurders" or "omwonende" or "omwonenden" or "gezin" || words.GapBefore(last) == Gap.OpenParen && words[last].Is(WordClass.Title) && !words[last].IsAllCaps)
        {
            // "bewoners Zernikelaan 3", "Zernikelaan 3 (fam. Dijkstra)".
            return Owner.Private;
        }

        if (words[first - 1].Is(WordClass.AddressCue) || words.Folded(first - 1) == "at" && words.Folded(first - 2) is "live" or "lived" or "lives" || words[first - 2].Is(WordClass.AddressCue) && words.GapBefore(first - 1) == Gap.Space && !words[first - 2].Is(WordClass.Common)
            || IsCareOf(words, first))
        {
            // "wonende Kerkstraat 12, kamer 4", "p/a Keizersweg 88": somebody lives there whatever follows.
            var brought = words.Folded(first - 2) is "afgeven" or "bezorgen" or "langsbrengen" or "kaartje" or "bloemen" && Enumerable.Range(last, 4).Any(i => words[i].Is(WordClass.RoomCue));
            if (!brought && !FirmFollows(words, last) && words.Folded(first - 1) is not ("adres" or "address" or "nummer") && words.Folded(first - 2) is not ("adres" or "address"))
            {
                return Owner.Private;
            }
        }

        for (var k = last; k < words.Count && k < last + 4 && words.GapBefore(k) is not Gap.Paragraph; k++)
        {
            if (words[k].Is(WordClass.RoomCue) || (words[k].HasDigit && words[k].IsCapital && RoomRecogniser.IsWingRoom(context, k)))
            {
                return Owner.Organisation;
            }
        }

        if (ByBlock(context, first) is { } byBlock && !(byBlock == Owner.Organisation && IsAmidSentence(words, first, context.LineStart(words[first].Start))))
        {
            return byBlock;
        }

        if (IsHomeForm(context, first))
        {
            return Owner.Private;
        }

        return IsVenue(context, first) || IsOfficeLine(context, first) || IsLawyer(words, first) || FirmBefore(words, first) || UnderFunction(words, first) ? Owner.Organisation : null;
    }

    /// <summary><c>p/a Keizersweg 88</c>, <c>p/a Lammert Hoekzema, Lethe 12</c>: at somebody's home.</summary>
    private static bool IsCareOf(TokenText words, int first)
    {
        for (var k = first - 1; k > 0 && first - k <= 6; k--)
        {
            if (words.Folded(k) == "a" && words.Folded(k - 1) == "p" && words.GapBefore(k) == Gap.Slash)
            {
                return true;
            }

            if (!words[k].IsWord || !words[k].IsCapital && !words[k].Is(WordClass.Particle | WordClass.Title) || words[k].Is(Firm) || words.GapBefore(k + 1) is Gap.Line or Gap.Paragraph)
            {
                return false;
            }
        }

        return false;
    }

    private static bool FirmFollows(TokenText words, int last) => words.GapBefore(last) == Gap.OpenParen && words[last].Is(WordClass.Organisation);

    /// <summary>A line that says where a meeting is.</summary>
    private static bool IsVenue(RecogniserContext context, int first)
    {
        var start = context.Words[first].Start;
        var line = context.Text.AsSpan(context.LineStart(start), start - context.LineStart(start));
        foreach (var label in (ReadOnlySpan<string>)["plaats:", "plaats**", "locatie:", "locatie**", "waar:", "waar**", "where:", "location:", "adres vergadering", "bezoek:", "bezoekadres:", "postadres:", "visit:"])
        {
            var at = line.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (line.Length - at < 48 || line[..at].Trim(" *>-|").IsEmpty))
            {
                return true;
            }
        }

        return false;
    }

    private static int Score(RecogniserContext context, int first)
    {
        var words = context.Words;
        var score = 0;
        var line = 0;
        var beyond = false;
        var sentence = IsAmidSentence(words, first, context.LineStart(words[first].Start));
        for (var k = first - 1; k >= 0 && first - k < 16; k--)
        {
            beyond |= words.GapBefore(k + 1) == Gap.Paragraph;
            var gap = words.TextBefore(k + 1);
            line += gap.Count('\n');
            if (line > 2 || words.GapBefore(k + 1) is Gap.Semicolon || (gap.Contains(". ", StringComparison.Ordinal) && line == 0 && first - k > 8))
            {
                break;
            }

            // What a heading or salutation names says nothing against a home that a sentence gives.
            score += sentence && beyond ? Math.Max(0, Weigh(words, k, first)) : Weigh(words, k, first);
        }

        return score;
    }

    private static int Weigh(TokenText words, int k, int first)
    {
        var weight = first - k <= 6 ? 3 : 1;
        var token = words[k];
        var score = token.Is(WordClass.AddressCue) ? 3 * weight : 0;
        score += token.Is(WordClass.BirthCue | WordClass.Relative | WordClass.PrivateCue | WordClass.IdCue) ? 2 * weight : 0;
        score += words.Folded(k) is "huis" or "woning" or "flat" or "deur" && Appositions.IsDeterminer(words, k - 1) && words.Folded(k - 1) is not ("het" or "de" or "een" or "the") ? 3 * weight : 0;
        score += words.Folded(k) is "verhuisd" or "verhuist" or "bewoner" or "bewoners" or "bewoonster" or "bewoond" or "huurder" or "huurders" or "omwonende" or "inwoner" or "buren" or "woonboot" or "woonwagen" or "parents" or "mother's" or "huurt" ? 2 * weight : 0;
        score += words.Folded(k) is "langs" && words.Folded(k - 1) is "kom" or "komt" or "kwam" or "komen" or "even" ? 2 * weight : 0;
        score += words.Folded(k) is "mij" or "ons" && words.Folded(k - 1) == "bij" ? 3 * weight : 0;
        score += token.Is(WordClass.Title) && !token.Is(WordClass.Common) ? weight : 0;
        score += token.IsCapital && token.Is(WordClass.Given | WordClass.Surname) && !token.Is(WordClass.Common | WordClass.Place) ? weight : 0;
        score += token.Length == 1 && token.IsCapital && words.GapAfter(k) is Gap.Dot or Gap.DotSpace ? weight : 0;
        score += token.Is(WordClass.PersonLabel) && !token.Is(WordClass.Common | WordClass.Mailbox | Firm) ? weight : 0;
        score -= words.Folded(k) is "gmbh" or "bv" or "nv" or "ag" or "ltd" or "bvba" or "vof" or "building" or "gebouw" or "lab" or "campus" or "faculty" or "faculteit" or "pand" or "hoofdkantoor" or "laboratory" or "department" ? 3 * weight : 0;
        var firm = token.Is(Firm) && (first - k <= 5 || (token.IsCapital && first - k <= 9 && !token.Is(WordClass.Brand)));
        return score - (firm || (token.Length > 8 && token.IsCapital && NameContext.EndsAsOrganisation(words.Of(k))) ? 3 * weight : 0);
    }

    /// <summary>A firm right before it: <c>Deltavisie B.V., Lange Kerkstraat 3</c>, <c>RIVM, Antonie van Leeuwenhoeklaan 9</c>.</summary>
    private static bool FirmBefore(TokenText words, int first)
    {
        if (words.GapBefore(first) is not (Gap.Comma or Gap.Other or Gap.SpacedHyphen))
        {
            return false;
        }

        if (words[first - 1].IsCapital && words.Folded(first - 1) is "ag" or "gmbh" or "ltd" or "inc" or "llp" or "plc" or "bv" or "nv" or "sa" or "se" or "spa" or "vof" or "sarl" or "kg" or "llc" or "bvba" or "cv")
        {
            return true;
        }

        if (words.GapBefore(first) == Gap.Comma && !words[first - 1].IsCapital && (words.Folded(first - 1) is "notaris" or "advocaat" or "advocate" or "psychiater" or "cardioloog" or "neuroloog" or "fysiotherapeut" or "deurwaarder" or "gerechtsdeurwaarder" or "makelaar" or "accountant" or "mediator" or "solicitor" || words[first - 1].Length > 5 && words.Of(first - 1).EndsWith("arts", StringComparison.Ordinal)))
        {
            // "dr. De Hoop, oogarts, Dunantstraat 1": where one practises.
            return true;
        }

        var legal = words[first - 1].Length == 1 && words[first - 2].Length == 1 && words.Folded(first - 1) == "v" && words.Folded(first - 2) is "b" or "n";
        return legal || (words[first - 1].IsAllCaps && words[first - 1].Length is >= 3 and <= 6 && words[first - 1].Is(WordClass.Abbreviation | WordClass.Brand | WordClass.Organisation)) || words[first - 1].Is(WordClass.Organisation);
    }

    /// <summary>In a signature: the line above, or the same line, gives a function.</summary>
    private static bool UnderFunction(TokenText words, int first)
    {
        var lines = words.GapBefore(first) == Gap.Line ? 1 : 0;
        if (lines == 0 && words.GapBefore(first) is not (Gap.Other or Gap.SpacedHyphen or Gap.Comma))
        {
            return false;
        }

        for (var k = first - 1; k >= 0 && first - k < 14; k--)
        {
            if ((words[k].Is(WordClass.Function) || (words[k].Length > 8 && NameContext.EndsAsOrganisation(words.Of(k)))) && (lines > 0 || words.TextBefore(first).Contains('|')))
            {
                return true;
            }

            if (words[k].Is(WordClass.AddressCue | WordClass.BirthCue) || words.GapBefore(k) is Gap.Paragraph)
            {
                return false;
            }

            if (words.GapBefore(k) is Gap.Tab || (lines == 0 && words.GapBefore(k) is Gap.Line))
            {
                return false;
            }

            lines += words.GapBefore(k) is Gap.Line ? 1 : 0;
            if (lines > 2)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The lines above an address in a letter's head: a person's, or an organisation's whoever it is for the attention of.</summary>
    private static Owner? ByBlock(RecogniserContext context, int first)
    {
        var words = context.Words;
        var start = context.LineStart(words[first].Start);
        var above = 0;
        if (words[first].Start - start > LongestLabel)
        {
            // Amid a line it belongs to the sentence, not to a head of lines.
            return null;
        }

        for (var line = 0; line < 4 && start > 0; line++)
        {
            var previous = context.LineStart(start - 1);
            if (context.Text.AsSpan(previous, start - previous).Trim().IsEmpty)
            {
                break;
            }

            var k = words.IndexAt(previous);
            if (line == 0 && words.Folded(k) == "mr" && words[k + 1].IsCapital && words[first].Start - context.LineStart(words[first].Start) < 3 && words.IndexAt(start) - k < 6)
            {
                // A lawyer by title only; people of the law give their office.
                return Owner.Organisation;
            }

            var attention = words.Folded(k) is "t" && words.Folded(k + 1) is "a" || words.Folded(k) is "tav" or "attn";
            if (line == 0 && words[first].Start - context.LineStart(words[first].Start) < 3 && !attention)
            {
                above = words[k].Is(WordClass.Title) || words.Folded(k) == "de" && words[k + 1].Is(WordClass.Title) || IsNameLine(words, k, first) ? 1 : 0;
            }

            var legal = words.IndexAt(start) is var next && words.Folded(next - 1) is "v" or "bv" or "nv" && (words.Folded(next - 1).Length == 2 || words[next - 2].Length == 1 && words.GapBefore(next - 1) == Gap.Dot);
            if ((words[k].IsCapital || words.Folded(k) is "provincie" or "gemeente" or "ministerie" or "waterschap" or "hoogheemraadschap" or "rijkswaterstaat") && words[k].Start < start && start - previous <= LongestHead && !context.Text.AsSpan(previous, start - previous).TrimEnd().EndsWith(":", StringComparison.Ordinal) && (legal || words[k].Is(WordClass.Organisation) || (words[k].Length > 8 && NameContext.EndsAsOrganisation(words.Of(k)))))
            {
                return above > 0 ? Owner.Private : Owner.Organisation;
            }

            if (line == 0 && words[first].Start - context.LineStart(words[first].Start) < 3 && IsPartners(words, k, words.IndexAt(start)))
            {
                return Owner.Organisation;
            }

            start = previous;
        }

        return above > 0 ? Owner.Private : null;
    }

    /// <summary>Names joined by an ampersand: <c>Ter Laak &amp; Bosman Letselschade</c>.</summary>
    private static bool IsPartners(TokenText words, int k, int end)
    {
        for (var i = k + 1; i < end; i++)
        {
            if (words.GapBefore(i) == Gap.Ampersand || words.TextBefore(i) is " & ")
            {
                return words[i].IsCapital && words[i - 1].IsCapital && !words[i].Is(WordClass.Given) && !words[i - 1].Is(WordClass.Given);
            }
        }

        return false;
    }

    /// <summary>A line that is a person's name and nothing else, as under a letter.</summary>
    private static bool IsNameLine(TokenText words, int k, int end)
    {
        if (end - k is < 2 or > 7 || !(NameReader.IsInitial(words, k) || (words[k].IsCapital && words[k].Is(WordClass.Given))) || words.GapBefore(end) != Gap.Line)
        {
            return false;
        }

        for (var i = k; i < end; i++)
        {
            if (!words[i].IsWord || (!words[i].IsCapital && !words[i].Is(WordClass.Particle) && words[i].Length > 1) || words[i].Is(WordClass.Organisation | WordClass.Function) || (i > k && words.GapBefore(i) is Gap.Line or Gap.Comma or Gap.Tab or Gap.Other))
            {
                return false;
            }
        }

        return words[end - 1].IsCapital && words[end - 1].Length > 2;
    }

    /// <summary>By the row it stands in: a row with a person and no organisation is a home; null outside such rows.</summary>
    private static Owner? ByRow(RecogniserContext context, int first)
    {
        var position = context.Words[first].Start;
        var home = false;
        var room = false;
        var personal = false;
        var site = false;
        var firm = false;
        var judged = false;
        foreach (var field in context.RowAt(position))
        {
            var here = position >= field.Start && position < field.End;
            home |= here && IsAddressColumn(field);
            room |= here && field.Has(WordClass.RoomCue);
            personal |= field.Has(WordClass.BirthCue | WordClass.IdCue) || field.LabelText.Contains("woonplaats", StringComparison.Ordinal) || field.LabelText.Contains("bewoner", StringComparison.Ordinal);
            site |= IsKindOfOrganisation(context, field);
            site |= field.LabelText is "locatie" or "organisatie" or "vestiging" or "object" or "site" or "location";
            if (IsParty(field) && !judged)
            {
                judged = true;
                firm = HoldsFirm(context, field);
            }
        }

        return !home ? room ? Owner.Organisation : null : firm || (site && !personal) ? Owner.Organisation : Owner.Private;
    }

    /// <summary>A cell that says what kind of party the row is of: <c>ziekenhuis</c>, <c>leverancier</c>, <c>pers</c>.</summary>
    private static bool IsKindOfOrganisation(RecogniserContext context, Field field)
    {
        var k = context.Words.IndexAt(field.Start);
        return field.End - field.Start < 24 && context.Words[k].End == field.End && context.Words.Folded(k) is "ziekenhuis" or "leverancier" or "pers" or "fabrikant" or "bedrijf" or "instelling" or "school" or "organisatie" or "gemeente" or "winkel" or "horeca" or "vereniging" or "stichting" or "aannemer" or "zorginstelling" or "verzekeraar" or "ondernemer" or "media" or "overheid" or "kantoor" or "apotheek" or "huisartsenpraktijk" or "corporatie" or "woningcorporatie" or "netbeheerder" or "club" or "zakelijk";
    }

    /// <summary>A column of streets or house numbers, by whatever name.</summary>
    public static bool IsAddressColumn(Field field) => field.Has(WordClass.AddressCue) || field.LabelText.StartsWith("pc", StringComparison.Ordinal) && field.LabelText.Length < 10 || field.LabelText is "straat" or "straatnaam" or "street" or "str" || IsNumberColumn(field);

    /// <summary>A column of house numbers or what is added to them.</summary>
    public static bool IsNumberColumn(Field field) => field.LabelText is "huisnummer" or "huisnr" or "huisnr." or "hnr" or "nr/toev" or "toevoeging" or "toev" or "toev." or "huisnummertoevoeging" or "house number" or "house no";

    private static bool IsParty(Field field) => field.Has(WordClass.PersonLabel) || field.LabelText is "leverancier" or "crediteur" or "begunstigde" or "partij" or "bedrijf" or "organisatie" or "tnv" or "t.n.v." or "supplier" or "firma" or "ontvanger" or "huurder" or "eigenaar" or "inwoner" or "client";

    /// <summary>True in a row whose party is a firm or says that it is one.</summary>
    public static bool IsRowOfFirm(RecogniserContext context, int position)
    {
        foreach (var field in context.RowAt(position))
        {
            if (IsKindOfOrganisation(context, field) || (IsParty(field) && HoldsFirm(context, field)) || HasLegalForm(context.Words, field))
            {
                return true;
            }

            if (field.Has(WordClass.PersonLabel))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A cell that ends with a legal form, or that two words with a capital fill of which the last is a trade: <c>Kemperman Vastgoed</c>.</summary>
    private static bool HasLegalForm(TokenText words, Field field)
    {
        var first = words.IndexAt(field.Start);
        var end = words.IndexAt(field.End);
        if (!field.IsCell || end - first is < 2 or > 7 || !words[first].IsCapital)
        {
            return false;
        }

        var dotted = words.Folded(end - 1) is "v" or "a" && words[end - 1].IsCapital && words.GapBefore(end - 1) == Gap.Dot && words.Folded(end - 2) is "b" or "n" or "u";
        return dotted || (words.Folded(end - 1) is "bv" or "nv" or "vof" or "gmbh" or "ltd" or "limited" or "llp" or "plc" or "inc" or "bvba" && words[end - 1].IsCapital)
            || (end - first == 2 && words[end - 1].IsCapital && words[end - 1].Length > 5 && !words[end - 1].Is(WordClass.Surname) && !words[first].Is(WordClass.Given | WordClass.Title | WordClass.Function) && NameContext.EndsAsOrganisation(words.Of(end - 1)));
    }

    private static bool HoldsFirm(RecogniserContext context, Field field)
    {
        var words = context.Words;
        var first = words.IndexAt(field.Start);
        if (words[first].Is(WordClass.Title) && !words[first].Is(WordClass.Organisation) && words[first + 1].IsCapital)
        {
            // "mevr. Hoogerwerf (Stichting De Maria)": she lives there.
            return false;
        }

        for (var k = first; k < words.Count && words[k].Start < field.End; k++)
        {
            if (words[k].IsWord && words[k].Length > 9 && words.Of(k).EndsWith("commissie", StringComparison.OrdinalIgnoreCase) || words[k].Length > 1 && words[k].Is(WordClass.Organisation | WordClass.Brand) && !words[k].Is(WordClass.Given | WordClass.Surname) || (words[k].Length > 8 && words[k].IsCapital && NameContext.EndsAsOrganisation(words.Of(k)) && !words[k].Is(WordClass.Surname)) || (k == first && words[k].Is(WordClass.PublicRole)) || (k > first && words.Folded(k) is "bedrijfsleider" or "filiaalhouder" or "exploitant" or "uitbater" or "winkelier"))
            {
                return true;
            }
        }

        return false;
    }
}
