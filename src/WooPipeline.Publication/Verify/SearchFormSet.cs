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
        foreach (var form in json.RootElement.GetProperty("forms").EnumerateArray())
        {
            var allowed = form.TryGetProperty("allowed", out var counts)
                ? counts.EnumerateObject().ToImmutableDictionary(c => c.Name, c => c.Value.GetInt32(), StringComparer.Ordinal)
                : ImmutableDictionary<string, int>.Empty;
            forms.Add(new SearchForm(forms.Count + 1, [.. Folding.Words(form.GetProperty("text").GetString() ?? "")], allowed));
        }

        var titles = json.RootElement.TryGetProperty("titles", out var given)
            ? given.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.Ordinal) : [];
        var context = json.RootElement.TryGetProperty("context", out var words) ? words.GetString() ?? "" : "";
        return new SearchFormSet(forms.ToImmutable(), titles, context);
    }
}
