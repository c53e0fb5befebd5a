using System.Collections.Frozen;

namespace WooPipeline.Privacy;

/// <summary>Which initials a calling name may stand for: Hans is J. (Johannes), Kees is C. (Cornelis); from <c>Data/nickname-initials.csv</c>.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string> Letters = Load();

    /// <summary>True where a folded calling name can have an initial.</summary>
    public static bool Fits(string given, char letter) => given[0] == letter || (Letters.TryGetValue(given, out var letters) && letters.Contains(letter, StringComparison.Ordinal));

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("WooPipeline.Privacy.Data.nickname-initials.csv")
            ?? throw new InvalidOperationException("Data/nickname-initials.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return CsvTable.Parse(reader.ReadToEnd()).ToFrozenDictionary(r => Folding.Fold(r.Row["roepnaam"]), r => r.Row["letters"], StringComparer.Ordinal);
    }
}
