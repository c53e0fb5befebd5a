namespace WooPipeline.Templating;

/// <summary>Finds the name that someone probably meant.</summary>
public static class Suggestion
{
    /// <summary>The nearest of the known names, where it is near enough; null otherwise.</summary>
    public static string? For(string name, IEnumerable<string> known) => known
        .Select(k => (Name: k, Distance: Distance(name, k)))
        .Where(c => c.Distance <= Math.Max(1, Math.Max(name.Length, c.Name.Length) / 3))
        .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
        .Select(c => c.Name)
        .FirstOrDefault();

    /// <summary>A sentence with the name probably meant, or with the names there are.</summary>
    public static string Sentence(string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        return For(name, names) is { } near ? $"Bedoelde u '{near}'?"
            : names.Count > 0 ? $"Er zijn: {string.Join(", ", names.Take(30))}."
            : "Er is hier niets om uit te kiezen.";
    }

    // Levenshtein's distance with neighbours swapped counted once.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                    rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
