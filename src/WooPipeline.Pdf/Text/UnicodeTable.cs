using System.Collections.Frozen;
using System.Globalization;

namespace WooPipeline.Pdf.Text;

/// <summary>The parts of characters and the classes of signs (Unicode Character Database), from <c>Data/text</c>.</summary>
internal sealed class UnicodeTable
{
    private readonly FrozenDictionary<int, byte> classes;
    private readonly FrozenDictionary<string, int> wholes;

    private UnicodeTable(Dictionary<int, string> compatible, Dictionary<int, string> canonical, Dictionary<int, byte> classes, HashSet<int> single)
    {
        Compatible = compatible.ToFrozenDictionary();
        Canonical = canonical.ToFrozenDictionary();
        this.classes = classes.ToFrozenDictionary();
        wholes = canonical.Where(c => !single.Contains(c.Key)).ToFrozenDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal);
    }

    /// <summary>Form KD of the characters that have one of their own.</summary>
    public FrozenDictionary<int, string> Compatible { get; }

    /// <summary>Form D of the characters that have one of their own.</summary>
    public FrozenDictionary<int, string> Canonical { get; }

    /// <summary>Canonical combining class; 0 for what begins anew.</summary>
    public int ClassOf(int c) => c < 0x300 ? 0 : classes.GetValueOrDefault(c);

    /// <summary>The character that is two others together; -1 where there is none.</summary>
    public int Join(int first, int second) =>
        wholes.GetValueOrDefault((Canonical.GetValueOrDefault(first) ?? char.ConvertFromUtf32(first)) + char.ConvertFromUtf32(second), -1);

    public static UnicodeTable Load()
    {
        var (compatible, canonical) = (new Dictionary<int, string>(), new Dictionary<int, string>());
        foreach (var cells in Rows("decompositions.csv"))
        {
            // character;kind (c: both forms are the same, k: compatibility only);compatibility;canonical where it differs from both.
            var character = Hex(cells[0]);
            compatible[character] = Letters(cells[2]);
            if (cells.Length > 3 || cells[1] == "c")
            {
                canonical[character] = Letters(cells[^1]);
            }
        }

        var (classes, single) = (new Dictionary<int, byte>(), new HashSet<int>());
        foreach (var cells in Rows("text/unicode-forms.csv"))
        {
            var range = cells[1].Split('-');
            for (var c = Hex(range[0]); c <= Hex(range[^1]); c++)
            {
                switch (cells[0])
                {
                    case "class":
                        classes[c] = byte.Parse(cells[2], CultureInfo.InvariantCulture);
                        break;
                    case "single":
                        single.Add(c);
                        break;
                    default:
                        compatible[c] = Letters(cells[2]);
                        canonical[c] = cells.Length > 3 ? Letters(cells[3]) : "";
                        break;
                }
            }
        }

        foreach (var none in canonical.Where(c => c.Value.Length == 0).Select(c => c.Key).ToList())
        {
            canonical.Remove(none);
        }

        return new UnicodeTable(compatible, canonical, classes, single);
    }

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(UnicodeTable).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data." + name)
            ?? throw new InvalidOperationException(name + " is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(';');
        }
    }

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Letters(string codes) => string.Concat(codes.Split(' ').Select(c => char.ConvertFromUtf32(Hex(c))));
}
