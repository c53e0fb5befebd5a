using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Tables of <c>Data/fonts</c>: glyph names, encodings (ISO 32000-2 Annex D) and the widths of the fourteen standard fonts.</summary>
internal static class FontData
{
    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(LoadNames);
    private static readonly Lazy<FrozenDictionary<string, string?[]>> EncodingTables = new(LoadEncodings);
    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, int>>> WidthTables = new(LoadWidths);

    /// <summary>Text of a glyph name of the tables, or null.</summary>
    public static string? TextOfName(string name) => Names.Value.GetValueOrDefault(name);

    /// <summary>Glyph names by code: <c>standard</c>, <c>macroman</c>, <c>winansi</c>, <c>pdfdoc</c>, <c>symbol</c>, <c>dingbats</c>.</summary>
    public static string?[] Encoding(string name) => EncodingTables.Value[name];

    /// <summary>Widths by glyph name of a standard font (<c>Helvetica-Bold</c>); null for another font.</summary>
    public static FrozenDictionary<string, int>? Widths(string font) => WidthTables.Value.GetValueOrDefault(font);

    /// <summary>Rows of a table, its head too.</summary>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(FontData).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.fonts/" + file)
            ?? throw new InvalidOperationException($"Data/fonts/{file} is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream, System.Text.Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(';');
        }
    }

    private static FrozenDictionary<string, string> LoadNames() => Rows("glyph-names.csv").Skip(1).ToFrozenDictionary(
        r => r[0], r => new Rune(int.Parse(r[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(), StringComparer.Ordinal);

    private static FrozenDictionary<string, string?[]> LoadEncodings()
    {
        string[]? heads = null;
        var tables = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var row in Rows("encodings.csv"))
        {
            if (heads is null)
            {
                heads = row;
                foreach (var head in heads.Skip(1))
                {
                    tables[head] = new string?[256];
                }

                continue;
            }

            for (var c = 1; c < row.Length; c++)
            {
                tables[heads[c]][int.Parse(row[0], CultureInfo.InvariantCulture)] = row[c].Length > 0 ? row[c] : null;
            }
        }

        return tables.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, FrozenDictionary<string, int>> LoadWidths()
    {
        var tables = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var rows = Rows("standard-widths.csv").ToList();
        for (var c = 1; c < rows[0].Length; c++)
        {
            tables[rows[0][c]] = rows.Skip(1).ToDictionary(r => r[0], r => int.Parse(r[c], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        }

        foreach (var row in Rows("symbol-widths.csv").Skip(1))
        {
            if (!tables.TryGetValue(row[0], out var table))
            {
                tables[row[0]] = table = new Dictionary<string, int>(StringComparer.Ordinal);
            }

            table[row[1]] = int.Parse(row[2], CultureInfo.InvariantCulture);
        }

        return tables.ToFrozenDictionary(t => t.Key, t => t.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
