using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.Pdf.Verify;

/// <summary>Maps from codes to text of every ToUnicode stream in a file; which font uses which doesn't matter, each text is read by all.</summary>
internal sealed partial class FontMaps
{
    private const int MostMaps = 400;
    private readonly List<FontMap> maps = [];

    public IReadOnlyList<FontMap> All => maps;

    public static FontMaps Read(IEnumerable<ByteBlock> blocks)
    {
        var result = new FontMaps();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.Data.Span.IndexOf("beginbf"u8) < 0 || result.maps.Count >= MostMaps)
            {
                continue;
            }

            var text = Encoding.Latin1.GetString(block.Data.Span);
            if (seen.Add(text))
            {
                result.maps.Add(Parse(text));
            }
        }

        return result;
    }

    private static FontMap Parse(string text)
    {
        var map = new Dictionary<int, string>();
        var width = Space().Match(text) is { Success: true } space ? space.Groups["low"].Length / 2 : 2;
        foreach (Match section in Section().Matches(text))
        {
            foreach (Match row in Row().Matches(section.Groups["body"].Value))
            {
                var low = Number(row.Groups["a"].Value);
                if (section.Groups["kind"].Value == "char")
                {
                    map[low] = Text(row.Groups["b"].Value);
                    continue;
                }

                var high = Math.Min(Number(row.Groups["b"].Value), low + 0xFFFF);
                if (row.Groups["list"].Success)
                {
                    var items = Hex().Matches(row.Groups["list"].Value);
                    for (var i = 0; i < items.Count && low + i <= high; i++)
                    {
                        map[low + i] = Text(items[i].Groups["v"].Value);
                    }
                }
                else if (row.Groups["c"].Success && Text(row.Groups["c"].Value) is { Length: > 0 } first)
                {
                    for (var code = low; code <= high; code++)
                    {
                        map[code] = first[..^1] + (char)(first[^1] + code - low);
                    }
                }
            }
        }

        return new FontMap(width, map);
    }

    private static int Number(string hex) => int.TryParse(hex.Length > 8 ? hex[^8..] : hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Text(string hex) => hex.Length % 2 != 0 ? "" : hex.Length == 2
        ? ((char)Number(hex)).ToString() : Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    [GeneratedRegex(@"begincodespacerange\s*<(?<low>[0-9A-Fa-f]+)>")]
    private static partial Regex Space();

    [GeneratedRegex(@"beginbf(?<kind>char|range)(?<body>.*?)endbf", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"<(?<a>[0-9A-Fa-f]+)>\s*<(?<b>[0-9A-Fa-f]+)>(?:[ \t]*(?:<(?<c>[0-9A-Fa-f]+)>|\[(?<list>[^\]]*)\]))?")]
    private static partial Regex Row();

    [GeneratedRegex("<(?<v>[0-9A-Fa-f]+)>")]
    private static partial Regex Hex();
}

/// <summary>A map from codes to text.</summary>
/// <param name="Width">Bytes of a code.</param>
/// <param name="Texts">Text by code.</param>
internal sealed record FontMap(int Width, IReadOnlyDictionary<int, string> Texts);
