using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Fonts;

/// <summary>
/// The part of an Adobe character collection that follows a national standard's order (JIS X 0208, GB 2312, KS X 1001, Big5):
/// CIDs by character and characters by CID. The stretches stand in <c>Data/fonts/cid-orders.csv</c>, the characters come from
/// the code pages of the runtime.
/// </summary>
internal sealed class CidCollection
{
    private const int Ascii = 0x20;
    private const int AsciiCount = 95;
    private static readonly Lazy<FrozenDictionary<string, CidCollection>> All = new(Load);
    private readonly Dictionary<int, int> cids = [];
    private readonly Dictionary<int, string> texts = [];

    /// <summary>A collection by its ordering (<c>Japan1</c>); null for another.</summary>
    public static CidCollection? Of(string ordering) => All.Value.GetValueOrDefault(ordering);

    /// <summary>The CID of a character; -1 where it isn't known.</summary>
    /// <param name="text">The character.</param>
    /// <param name="ascii">CID of the space: the collections hold ASCII in proportional and in half width.</param>
    public int CidOf(string text, int ascii)
    {
        if (text.Length == 0)
        {
            return -1;
        }

        var rune = char.ConvertToUtf32(text, 0);
        return rune is >= Ascii and < Ascii + AsciiCount ? ascii + rune - Ascii : cids.GetValueOrDefault(rune, -1);
    }

    /// <summary>The character of a CID; empty where it isn't known.</summary>
    public string TextOf(int cid) => texts.GetValueOrDefault(cid, "");

    private static FrozenDictionary<string, CidCollection> Load()
    {
        var all = new Dictionary<string, CidCollection>(StringComparer.Ordinal);
        foreach (var row in FontData.Rows("cid-orders.csv").Skip(1))
        {
            if (!all.TryGetValue(row[0], out var collection))
            {
                all[row[0]] = collection = new CidCollection();
            }

            int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            collection.Add(CodePagesEncodingProvider.Instance.GetEncoding(int.Parse(row[1], CultureInfo.InvariantCulture))!, Hex(row[2]), Hex(row[3]), int.Parse(row[4], CultureInfo.InvariantCulture), row[1] == "950");
        }

        foreach (var map in CidMapName.All)
        {
            all[map.Ordering].AddAscii(map.Ascii);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void AddAscii(int first)
    {
        for (var i = 0; i < AsciiCount; i++)
        {
            texts.TryAdd(first + i, ((char)(Ascii + i)).ToString());
        }
    }

    private void Add(Encoding page, int first, int last, int cid, bool isBig5)
    {
        for (var code = first; code <= last; code++)
        {
            var trail = code & 0xFF;
            if (trail is not (>= 0xA1 and <= 0xFE) && !(isBig5 && trail is >= 0x40 and <= 0x7E))
            {
                continue;
            }

            var text = page.GetString([(byte)(code >> 8), (byte)trail]);
            var single = UnicodeForms.Composed(text);
            if (single != text && page.CodePage == 949)
            {
                continue; // KS X 1001 holds some hanja once for each way of reading; they share the CID of the first
            }

            if (text.Length > 0 && text[0] != '?' && text[0] != '\uFFFD')
            {
                cids.TryAdd(char.ConvertToUtf32(text, 0), cid);
                texts.TryAdd(cid, text);
            }

            cid++;
        }
    }
}
