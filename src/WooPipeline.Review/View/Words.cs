using System.Collections.Frozen;
using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Review;

/// <summary>Dutch words for kinds, labels and zones, from <c>Data/words.json</c>.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Lists = Load();

    public static string Of(DocumentKind kind) => Lists["kinds"][kind.ToString()];

    public static string Of(Label label) => Lists["labels"][label.ToString()];

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("WooPipeline.Review.Data.words.json")
            ?? throw new InvalidOperationException("Data/words.json is missing from the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!
            .ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
