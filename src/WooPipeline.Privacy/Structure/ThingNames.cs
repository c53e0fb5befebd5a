namespace WooPipeline.Privacy;

/// <summary>Names that stand right behind a word for an organisation or a work (<c>sporthal De Wetering</c>), or in a column of organisations.</summary>
internal static class ThingNames
{
    public static IEnumerable<string> Find(TokenText words, IReadOnlyList<Field> fields, IReadOnlySet<string> domains)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        FirmNames.Find(words, domains, found);
        for (var k = words.Next(0, Trigger.Organisation); k < words.Count - 1; k = words.Next(k + 1, Trigger.Organisation))
        {
            var token = words[k];
            if (token.IsWord && words.GapAfter(k) == Gap.Space && (token.Is(WordClass.Organisation) || (token.Length > 6 && NameContext.EndsAsOrganisation(words.Of(k)))) && !token.Is(WordClass.Function | WordClass.PublicRole))
            {
                Add(words, k + 1, found);
            }
        }

        foreach (var field in fields)
        {
            if (field.IsCell && field.LabelText is "organisatie" or "organisation" or "bedrijf" or "firma" or "platform" or "instelling" or "werkgever" or "company" or "onderdeel" or "organization")
            {
                Add(words, words.IndexAt(field.Start), found);
            }
        }

        PlaceWords.Find(words, found);
        Eponyms.Find(words, found);
        return found;
    }

    private static void Add(TokenText words, int first, SortedSet<string> found)
    {
        var builder = new NameBuilder();
        if (NameReader.ReadSurname(words, first, first, builder) > first)
        {
            found.Add(builder.Build().SurnameKey);
        }
    }
}
