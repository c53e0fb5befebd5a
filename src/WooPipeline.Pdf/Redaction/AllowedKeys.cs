using System.Collections.Frozen;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Keys that may come into a new file, by kind of object, from <c>Data/allowed-keys.csv</c>. A key that isn't there is left
/// out: what nobody thought of can't carry anything.
/// </summary>
internal static class AllowedKeys
{
    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, string>>> Table = new(Load);

    /// <summary>Kinds of values by key for a kind of object; the empty kind is a plain value.</summary>
    public static FrozenDictionary<string, string> Of(string kind) => Table.Value[kind];

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        using var stream = typeof(AllowedKeys).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.allowed-keys.csv")
            ?? throw new InvalidOperationException("Data/allowed-keys.csv is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(';')).GroupBy(r => r[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.SelectMany(r => r[1].Split(' ').Select(k => (Key: k, Kind: r[2]))).ToFrozenDictionary(p => p.Key, p => p.Kind, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
