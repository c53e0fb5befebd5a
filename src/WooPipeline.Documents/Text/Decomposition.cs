using System.Collections.Frozen;
using System.Globalization;

namespace WooPipeline.Documents;

/// <summary>
/// Takes a character apart into its letter and its signs (Unicode normalisation forms D and KD), from a table of our own: the framework's
/// normalisation does nothing where a machine has no culture data, as in small containers, and a package must not depend on that. Hangul
/// syllables and characters beyond the first plane stay whole.
/// </summary>
public static class Decomposition
{
    private static readonly FrozenDictionary<char, (string Compatible, string Canonical)> Table = Load();

    /// <summary>Form KD of a character: <c>é</c> is <c>e</c> with a sign, <c>ﬁ</c> is <c>fi</c>.</summary>
    public static string Compatible(char c) => c >= 0x80 && Table.TryGetValue(c, out var parts) ? parts.Compatible : char.ToString(c);

    /// <summary>Form D of a character: <c>é</c> is <c>e</c> with a sign, <c>ﬁ</c> stays whole.</summary>
    public static string Canonical(char c) => c >= 0x80 && Table.TryGetValue(c, out var parts) ? parts.Canonical : char.ToString(c);

    // character;kind (c: both forms are the same, k: compatibility only);compatibility;canonical where it differs from both.
    private static FrozenDictionary<char, (string Compatible, string Canonical)> Load()
    {
        using var stream = typeof(Decomposition).Assembly.GetManifestResourceStream("WooPipeline.Documents.Data.decompositions.csv")
            ?? throw new InvalidOperationException("decompositions.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var table = new Dictionary<char, (string, string)>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(';');
            var character = Letters(cells[0])[0];
            var compatible = Letters(cells[2]);
            table[character] = (compatible, cells.Length > 3 ? Letters(cells[3]) : cells[1] == "c" ? compatible : char.ToString(character));
        }

        return table.ToFrozenDictionary();
    }

    private static string Letters(string codes) => new([.. codes.Split(' ').Select(c => (char)int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]);
}
