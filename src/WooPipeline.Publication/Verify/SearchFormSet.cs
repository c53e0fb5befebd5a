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
        var json = new Utf8JsonReader(File.ReadAllBytes(path));
        var reader = new Reader();
        Expect(ref json, JsonTokenType.StartObject);
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            Next(ref json);
            reader.Read(name!, ref json);
        }

        return reader.Set();
    }

    private static JsonTokenType Next(ref Utf8JsonReader json) => json.Read() ? json.TokenType : throw new JsonException("Ends too early.");

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (Next(ref json) != type)
        {
            throw new JsonException("Not the parts that we write.");
        }
    }

    /// <summary>What is read so far. A large dossier has millions of counts for some ten thousand paths: each path is held once.</summary>
    private sealed class Reader
    {
        private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
        private readonly List<KeyValuePair<string, int>> counts = [];
        private ImmutableArray<SearchForm>.Builder? forms;
        private string context = "";

        public void Read(string name, ref Utf8JsonReader json)
        {
            switch (name)
            {
                case "context":
                    context = json.GetString() ?? "";
                    break;
                case "titles":
                    Titles(ref json);
                    break;
                case "forms":
                    Forms(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        public SearchFormSet Set() => new(forms?.ToImmutable() ?? throw new JsonException("No forms."), titles, context);

        private void Titles(ref Utf8JsonReader json)
        {
            while (Next(ref json) == JsonTokenType.PropertyName)
            {
                var path = Known(json.GetString()!);
                Next(ref json);
                titles[path] = json.GetString() ?? "";
            }
        }

        private void Forms(ref Utf8JsonReader json)
        {
            forms = ImmutableArray.CreateBuilder<SearchForm>();
            while (Next(ref json) == JsonTokenType.StartObject)
            {
                var text = "";
                counts.Clear();
                while (Next(ref json) == JsonTokenType.PropertyName)
                {
                    var isText = json.ValueTextEquals("text"u8);
                    var isAllowed = json.ValueTextEquals("allowed"u8);
                    Next(ref json);
                    text = isText ? json.GetString() ?? "" : text;
                    if (isAllowed)
                    {
                        Counts(ref json);
                    }
                    else
                    {
                        json.Skip();
                    }
                }

                forms.Add(new SearchForm(forms.Count + 1, [.. Folding.Words(text)], PathCounts.Of(counts)));
            }
        }

        private void Counts(ref Utf8JsonReader json)
        {
            while (Next(ref json) == JsonTokenType.PropertyName)
            {
                var path = Known(json.GetString()!);
                Next(ref json);
                counts.Add(KeyValuePair.Create(path, json.GetInt32()));
            }
        }

        private string Known(string path)
        {
            if (!paths.TryGetValue(path, out var known))
            {
                paths.Add(path, known = path);
            }

            return known;
        }
    }
}
