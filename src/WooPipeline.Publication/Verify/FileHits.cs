using System.Globalization;

namespace WooPipeline.Publication.Verification;

/// <summary>What was found in one file, each form with the places where it stands.</summary>
internal sealed class FileHits(string path)
{
    private const int MaxPlaces = 5;
    private readonly Dictionary<int, SortedSet<string>> structured = [];
    private readonly Dictionary<int, SortedSet<string>> raw = [];
    private readonly SortedSet<string> sourcesNamed = new(StringComparer.Ordinal);

    /// <summary>A form at a place that a person can look up.</summary>
    public void Structured(SearchForm form, string place) => Add(structured, form, place);

    /// <summary>A form in bytes.</summary>
    public void Raw(SearchForm form, string place) => Add(raw, form, place);

    /// <summary>A place that names a source.</summary>
    public void NamesSource(string place) => sourcesNamed.Add(place);

    /// <summary>The forms; raw bytes only tell where nothing better does.</summary>
    public IEnumerable<VerifyFinding> Leaks() =>
        from hit in structured.Concat(raw.Where(r => !structured.ContainsKey(r.Key))).OrderBy(h => h.Key)
        from place in hit.Value.Take(MaxPlaces)
        select new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, place,
            $"Gelakte passage gevonden: zoekterm {hit.Key.ToString(CultureInfo.InvariantCulture)} van intern/zoektermen.json.", hit.Key);

    /// <summary>The places that name a source.</summary>
    public IEnumerable<VerifyFinding> SourcesNamed() =>
        sourcesNamed.Select(place => new VerifyFinding(VerifyKind.Leak, "publicatie/" + path, place, "Noemt de naam van een bronbestand (zie intern/bronnen.json)."));

    private static void Add(Dictionary<int, SortedSet<string>> hits, SearchForm form, string place)
    {
        if (!hits.TryGetValue(form.Number, out var places))
        {
            hits[form.Number] = places = new SortedSet<string>(StringComparer.Ordinal);
        }

        places.Add(place);
    }
}
