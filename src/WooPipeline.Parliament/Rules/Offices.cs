namespace WooPipeline.Parliament;

/// <summary>Compares names of offices as papers write them.</summary>
internal static class Offices
{
    /// <summary>True for the same office: an article, capitals and spaces make no difference.</summary>
    public static bool Same(string a, string b) => string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string office)
    {
        var text = Quotes.Plain(office);
        return text.StartsWith("de ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
    }
}
