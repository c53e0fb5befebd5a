using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Names of resources that a content stream uses, by category, and what replaces those that were redacted.</summary>
internal sealed class UsedResources
{
    private readonly SortedDictionary<string, SortedSet<string>> names = new(StringComparer.Ordinal);

    /// <summary>New entries by category and name, already copies.</summary>
    public List<(string Category, string Name, PdfObject Value)> New { get; } = [];

    public IEnumerable<(string Category, string Name)> Names => names.SelectMany(c => c.Value.Select(n => (c.Key, n)));

    public void Add(string category, string? name)
    {
        if (name is null)
        {
            return;
        }

        if (!names.TryGetValue(category, out var set))
        {
            names[category] = set = new SortedSet<string>(StringComparer.Ordinal);
        }

        set.Add(name);
    }

    /// <summary>A new entry under a name that the stream doesn't use.</summary>
    public string AddNew(string category, PdfObject value)
    {
        foreach (var (known, name, old) in New)
        {
            if (known == category && Equals(old, value))
            {
                return name;
            }
        }

        var fresh = $"Woo{New.Count}";
        New.Add((category, fresh, value));
        return fresh;
    }
}
