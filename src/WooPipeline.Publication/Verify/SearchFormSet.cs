using System.Collections.Immutable;
using System.Text.Json;

namespace WooPipeline.Publication.Verification;

/// <summary>All that is searched, from <c>intern/zoektermen.json</c>.</summary>
internal sealed class SearchFormSet
{
    private SearchFormSet(ImmutableArray<SearchForm> forms, Dictionary<string, string> titles, string context)
    {
        Forms = forms;
        Titles = titles;
        Context = context;
    }

    /// <summary>The forms.</summary>
    public ImmutableArray<SearchForm> Forms { get; }

    /// <summary>Public path to the title that its properties may hold.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; }

    /// <summary>Organisation, subject and reference: what any property may hold.</summary>
    public string Context { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">It isn't what we wrote.</exception>
    public static SearchFormSet Load(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var forms = ImmutableArray.CreateBuilder<SearchForm>();

        // A large dossier has millions of counts for some ten thousand paths.
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in json.RootElement.GetProperty("forms").EnumerateArray())
        {
            var allowed = form.TryGetProperty("allowed", out var counts)
                ? counts.EnumerateObject().ToDictionary(c => Known(paths, c.Name), c => c.Value.GetInt32(), StringComparer.Ordinal)
                : (IReadOnlyDictionary<string, int>)ImmutableDictionary<string, int>.Empty;
            forms.Add(new SearchForm(forms.Count + 1, [.. Folding.Words(form.GetProperty("text").GetString() ?? "")], allowed));
        }

        var titles = json.RootElement.TryGetProperty("titles", out var given)
            ? given.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.Ordinal) : [];
        var context = json.RootElement.TryGetProperty("context", out var words) ? words.GetString() ?? "" : "";
        return new SearchFormSet(forms.ToImmutable(), titles, context);
    }

    private static string Known(Dictionary<string, string> paths, string path)
    {
        if (!paths.TryGetValue(path, out var known))
        {
            paths.Add(path, known = path);
        }

        return known;
    }
}
