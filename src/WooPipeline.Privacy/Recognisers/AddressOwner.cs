namespace WooPipeline.Privacy;

/// <summary>Whose something is.</summary>
internal enum Owner
{
    Organisation,
    Private,
}

/// <summary>Judges whether an address is a person's home or an organisation's.</summary>
internal static class AddressOwner
{
    private const WordClass Firm = WordClass.Organisation | WordClass.RoomCue | WordClass.Brand | WordClass.OrganisationCue;

    public static Owner Judge(RecogniserContext context, int first, int last, IReadOnlyList<Field> fields)
    {
        if (InHomeField(context, first, fields) is { } byField)
        {
            return byField;
        }

        var words = context.Words;
        for (var k = last; k < words.Count && k < last + 4 && words.GapBefore(k) is not Gap.Paragraph; k++)
        {
            if (words[k].Is(WordClass.RoomCue))
            {
                return Owner.Organisation;
            }
        }

        if (AddresseeIsFirm(context, first))
        {
            return Owner.Organisation;
        }

        var score = 0;
        var line = 0;
        for (var k = first - 1; k >= 0 && first - k < 16; k--)
        {
            var gap = words.TextBefore(k + 1);
            line += gap.Count('\n');
            if (line > 2 || words.GapBefore(k + 1) is Gap.Semicolon || (gap.Contains(". ", StringComparison.Ordinal) && line == 0 && first - k > 8))
            {
                break;
            }

            var weight = first - k <= 6 ? 3 : 1;
            var token = words[k];
            score += token.Is(WordClass.AddressCue) ? 3 * weight : 0;
            score += token.Is(WordClass.BirthCue | WordClass.Relative | WordClass.PrivateCue | WordClass.IdCue) ? 2 * weight : 0;
            score += token.Is(WordClass.Title) && !token.Is(WordClass.Common) ? weight : 0;
            score += token.IsCapital && token.Is(WordClass.Given | WordClass.Surname) && !token.Is(WordClass.Common | WordClass.Place) ? weight : 0;
            score += token.Length == 1 && token.IsCapital && words.GapAfter(k) is Gap.Dot or Gap.DotSpace ? weight : 0;
            score += token.Is(WordClass.PersonLabel) && !token.Is(WordClass.Common | WordClass.Mailbox | Firm) ? weight : 0;
            score -= token.Is(Firm) && (first - k <= 5 || (token.IsCapital && first - k <= 9 && !token.Is(WordClass.Brand))) ? 3 * weight : 0;
        }

        return score > 0 ? Owner.Private : Owner.Organisation;
    }

    /// <summary>The block of an address opens with an organisation, whoever it is for the attention of.</summary>
    private static bool AddresseeIsFirm(RecogniserContext context, int first)
    {
        var words = context.Words;
        var k = first - 1;
        if (words.GapBefore(first) != Gap.Line)
        {
            return false;
        }

        while (k > 0 && first - k < 24 && words.GapBefore(k) is not Gap.Paragraph)
        {
            k--;
        }

        return words[k].Is(WordClass.Organisation) && words[k].IsCapital;
    }

    /// <summary>By the row it stands in: a row with a person and no organisation is a home; null outside such fields.</summary>
    private static Owner? InHomeField(RecogniserContext context, int first, IReadOnlyList<Field> fields)
    {
        var position = context.Words[first].Start;
        var row = -1;
        var home = false;
        foreach (var field in fields)
        {
            if (field.IsCell && position >= field.Start && position < field.End)
            {
                row = field.Row;
                home |= field.Has(WordClass.AddressCue);
            }
        }

        if (row < 0)
        {
            return null;
        }

        if (!home)
        {
            return fields.Any(f => f.Row == row && f.IsCell && f.Has(WordClass.RoomCue) && position >= f.Start && position < f.End) ? Owner.Organisation : null;
        }

        var personal = false;
        var site = false;
        foreach (var field in fields)
        {
            if (field.Row == row && field.IsCell)
            {
                personal |= field.Has(WordClass.BirthCue | WordClass.IdCue) || field.LabelText.Contains("woonplaats", StringComparison.Ordinal) || field.LabelText.Contains("bewoner", StringComparison.Ordinal);
                site |= field.LabelText is "locatie" or "organisatie" or "vestiging" or "object" or "site" or "location";
            }
        }

        if (site && !personal)
        {
            return Owner.Organisation;
        }

        foreach (var field in fields)
        {
            if (field.Row == row && field.IsCell && field.Has(WordClass.PersonLabel) && HoldsFirm(context, field))
            {
                return Owner.Organisation;
            }
        }

        return Owner.Private;
    }

    private static bool HoldsFirm(RecogniserContext context, Field field)
    {
        var words = context.Words;
        for (var k = words.IndexAt(field.Start); k < words.Count && words[k].Start < field.End; k++)
        {
            if (words[k].Is(WordClass.Organisation | WordClass.Brand) || words[k].Is(WordClass.PublicRole))
            {
                return true;
            }
        }

        return false;
    }
}
