using System.Globalization;
using System.Text;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A DICT of a CFF font: operands by operator; two-byte operators are 0x0C00 and up.</summary>
internal sealed class CffDict
{
    public const int Ros = 0x0C1E;
    public const int FdArray = 0x0C24;
    public const int FdSelect = 0x0C25;
    public const int FontMatrix = 0x0C07;
    private readonly OrderedDictionary<int, (double[] Numbers, byte[] Raw)> entries = [];

    /// <summary>Operators in the order of the font.</summary>
    public IEnumerable<int> Operators => entries.Keys;

    public bool Has(int key) => entries.ContainsKey(key);

    public double[]? Numbers(int key) => entries.TryGetValue(key, out var entry) ? entry.Numbers : null;

    /// <summary>The operands as the font has them.</summary>
    public byte[] Raw(int key) => entries[key].Raw;

    /// <summary>The first operand as a whole number; 0 where there is none.</summary>
    public int Int(int key) => Numbers(key) is { Length: > 0 } n && Math.Abs(n[0]) < int.MaxValue ? (int)n[0] : 0;

    public static CffDict Read(ReadOnlySpan<byte> data)
    {
        var dict = new CffDict();
        var numbers = new List<double>();
        var start = 0;
        for (var i = 0; i < data.Length;)
        {
            var b = data[i];
            if (b <= 21)
            {
                var raw = data[start..i].ToArray();
                var key = b == 12 && i + 1 < data.Length ? 0x0C00 | data[++i] : b;
                dict.entries[key] = ([.. numbers], raw);
                numbers.Clear();
                start = ++i;
            }
            else
            {
                numbers.Add(Number(data, ref i));
            }
        }

        return dict;
    }

    private static double Number(ReadOnlySpan<byte> data, ref int i)
    {
        var b = data[i++];
        int At(ReadOnlySpan<byte> d, int place) => place < d.Length ? d[place] : 0;
        switch (b)
        {
            case 28:
                i += 2;
                return (short)((At(data, i - 2) << 8) | At(data, i - 1));
            case 29:
                i += 4;
                return (At(data, i - 4) << 24) | (At(data, i - 3) << 16) | (At(data, i - 2) << 8) | At(data, i - 1);
            case 30:
                return Real(data, ref i);
            case >= 32 and <= 246:
                return b - 139;
            case >= 247 and <= 250:
                return ((b - 247) * 256) + At(data, i++) + 108;
            case >= 251 and <= 254:
                return (-(b - 251) * 256) - At(data, i++) - 108;
            default:
                return 0;
        }
    }

    private static double Real(ReadOnlySpan<byte> data, ref int i)
    {
        var text = new StringBuilder();
        while (i < data.Length)
        {
            var b = data[i++];
            foreach (var nibble in (ReadOnlySpan<int>)[b >> 4, b & 15])
            {
                if (nibble == 15)
                {
                    return double.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
                }

                text.Append(nibble switch { < 10 => ((char)('0' + nibble)).ToString(), 10 => ".", 11 => "E", 12 => "E-", 14 => "-", _ => "" });
            }
        }

        return 0;
    }
}
