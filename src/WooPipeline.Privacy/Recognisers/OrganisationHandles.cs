namespace WooPipeline.Privacy;

/// <summary>Handles that name an organisation by their words: <c>gemeentenoorderzijl</c>, <c>minbzk</c>, <c>politie</c>.</summary>
internal static class OrganisationHandles
{
    private static readonly string[] Marks =
    [
        "gemeente", "provincie", "ministerie", "minister", "waterschap", "politie", "brandweer", "rijks", "stichting", "vereniging", "nieuws", "redactie", "omroep", "tweedekamer", "rivm", "ggd",
        "kiesraad", "overheid", "hogeschool", "universiteit", "museum", "bibliotheek", "ziekenhuis", "partij", "official", "veiligheidsregio", "omgevingsdienst", "belastingdienst", "support", "municipality", "council",
    ];

    public static bool IsOrganisation(string handle)
    {
        foreach (var mark in Marks)
        {
            if (handle.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return handle.StartsWith("min", StringComparison.Ordinal) && handle.Length is >= 5 and <= 7 && handle.AsSpan(3).IndexOfAny("aeiou") < 0
            || (Lexicon.Default.Find(handle) & (WordClass.Brand | WordClass.Party)) != 0;
    }
}
