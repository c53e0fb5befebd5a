namespace WooPipeline.Privacy;

/// <summary>The capital letters by which a person signs: <c>JV</c>, <c>JdV</c>, <c>JHW</c>, <c>MLT</c>.</summary>
internal static class InitialCodes
{
    /// <summary>All codes of a name, folded.</summary>
    public static IEnumerable<string> Of(PersonName name)
    {
        if (name.Surname.Length == 0 || !name.IsFull)
        {
            yield break;
        }

        var particles = string.Concat(name.Particles.Select(p => p[0]));
        var halves = name.SurnameHalves().Where(h => h.Length > 0).ToArray();
        var words = string.Concat(name.Surname.Select(w => w[0]));
        var ends = new HashSet<string> { words, halves[0][0][..1], string.Concat(halves.Select(h => h[^1][0])) };
        ends.UnionWith(halves.Select(h => string.Concat(h.Select(w => w[0]))));
        if (name.Surname[0].Length > 2)
        {
            ends.Add(name.Surname[0][..2]);
        }

        var starts = new HashSet<string>();
        if (name.Given.Length > 0)
        {
            starts.Add(name.Given[0][..1]);
            starts.Add(string.Concat(name.Given.Select(g => g[0])));
        }

        if (name.Initials.Length > 0)
        {
            starts.Add(name.Initials[..1]);
            starts.Add(name.Initials);
        }

        if (name.Given.Length > 1)
        {
            yield return string.Concat(name.Given.Select(g => g[0]));
        }

        foreach (var code in starts.SelectMany(s => ends.SelectMany(e => new[] { s + e, s + particles + e })).Distinct().Order(StringComparer.Ordinal))
        {
            if (code.Length is >= 2 and <= 6)
            {
                yield return code;
            }
        }
    }
}
