using System.Collections.Frozen;

namespace WooPipeline.Publication.Metadata;

/// <summary>A coded value of DiWoo: a label with the address of its term, or a label alone.</summary>
internal sealed record Term(string Label, string? Uri)
{
    private static readonly FrozenDictionary<string, Term> Known = DataTable.Read("diwoo-terms.csv")
        .ToFrozenDictionary(r => r[0], r => new Term(r[2], r[1]), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Term> Organisations = DataTable.Read("organisations.csv")
        .ToFrozenDictionary(r => r[0], r => new Term(r[0], r[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>A term of <c>Data/diwoo-terms.csv</c>; null where there is none.</summary>
    public static Term? Find(string key) => Known.GetValueOrDefault(key);

    /// <summary>A term that is surely there.</summary>
    public static Term Get(string key) => Known[key];

    /// <summary>The publisher: its given identifier, else that of a ministry by its name, else its name alone.</summary>
    public static Term Publisher(PackageDossier dossier) =>
        dossier.PublisherUri is { Length: > 0 } uri ? new Term(dossier.Organisation, uri)
        : Organisations.GetValueOrDefault(dossier.Organisation.Trim()) ?? new Term(dossier.Organisation, null);

    /// <summary>The information category of the dossier.</summary>
    public static Term Category(PackageDossier dossier) =>
        dossier.InformationCategoryUri is { Length: > 0 } uri
            ? Known.Values.Where(t => t.Uri == uri).OrderBy(t => t.Label, StringComparer.Ordinal).FirstOrDefault() ?? new Term(uri, uri)
            : Find("category." + dossier.Kind) ?? Get("category.woo-verzoek");

    /// <summary>The language, by its first subtag; null for one that the list lacks.</summary>
    public static Term? Language(string tag) => Find("language." + tag.Split('-')[0].ToLowerInvariant());

    /// <summary>The format, by the file's extension; null for one that the list lacks.</summary>
    public static Term? Format(string path) => Find("format." + Path.GetExtension(path).TrimStart('.').ToLowerInvariant());
}
