namespace WooPipeline.Privacy;

/// <summary>Which roles make their holder public by themselves (policy, "Stays").</summary>
internal static class PublicRoles
{
    /// <summary>True where a role named next to a person makes that person public.</summary>
    public static bool MakesPublic(string role, PolicySettings settings)
    {
        using var words = Tokenizer.Cut(role, Lexicon.Default);
        var found = false;
        for (var k = 0; k < words.Count; k++)
        {
            found |= words[k].Is(WordClass.PublicRole) && !RolePhrase.IsFormer(words, k);
        }

        return found || (settings.SpokespersonsArePublic && role.Contains("woordvoerder", StringComparison.OrdinalIgnoreCase));
    }
}
