using System.Text;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A character map (§9.7.5, §9.10.3): from bytes to codes, from codes to CIDs or to text.</summary>
internal sealed class CMap
{
    private readonly List<(int Length, uint Low, uint High)> spaces = [];
    private readonly List<(uint Low, uint High, int Cid)> ranges = [];
    private readonly Dictionary<uint, int> cids = [];
    private readonly Dictionary<uint, string> texts = [];
    private readonly List<(uint Low, uint High, string First)> textRanges = [];
    private Encoding? codePage;
    private bool isSorted = true;

    public bool IsVertical { get; set; }

    /// <summary>True where a code is its own CID (Identity).</summary>
    public bool IsIdentity { get; private init; }

    /// <summary>True where a code is UTF-16 (the <c>UniXX-UCS2</c> and <c>UTF16</c> maps).</summary>
    public bool IsUnicode { get; private init; }

    /// <summary>True where codes tell text by themselves rather than CIDs.</summary>
    public bool TellsText => IsUnicode || codePage is not null;

    /// <summary>Ranges of codes by their number of bytes.</summary>
    public IReadOnlyList<(int Length, uint Low, uint High)> Spaces => spaces;

    /// <summary>Number of bytes of a code.</summary>
    public int LengthOf(int code)
    {
        foreach (var (length, low, high) in spaces)
        {
            if (InSpace((uint)code, low, high, length) && (length == 4 || (uint)code < 1u << (8 * length)))
            {
                return length;
            }
        }

        return 2;
    }

    public int TextCount => texts.Count + textRanges.Count;

    /// <summary>A predefined map by name; unknown names are read as two-byte identity.</summary>
    public static CMap Predefined(string name)
    {
        var vertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        if (name.StartsWith("Uni", StringComparison.Ordinal))
        {
            return new CMap { IsUnicode = true, IsVertical = vertical };
        }

        var page = name switch
        {
            _ when name.StartsWith("GB", StringComparison.Ordinal) => 936,
            _ when name.StartsWith("B5", StringComparison.Ordinal) || name.StartsWith("ETen", StringComparison.Ordinal) || name.StartsWith("HKscs", StringComparison.Ordinal) => 950,
            _ when name.Contains("RKSJ", StringComparison.Ordinal) => 932,
            _ when name.StartsWith("KSC", StringComparison.Ordinal) => 949,
            "EUC-H" or "EUC-V" => 20932,
            _ => 0,
        };
        return page > 0
            ? new CMap { codePage = CodePagesEncodingProvider.Instance.GetEncoding(page), IsVertical = vertical }
            : new CMap { IsIdentity = true, IsVertical = vertical };
    }

    public void AddSpace(int length, uint low, uint high) => spaces.Add((length, low, high));

    public void AddCid(uint low, uint high, int cid)
    {
        if (low == high)
        {
            cids[low] = cid;
        }
        else
        {
            ranges.Add((low, high, cid));
            isSorted = false;
        }
    }

    public void AddText(uint code, string text) => texts[code] = text;

    public void AddText(uint low, uint high, string first) => textRanges.Add((low, high, first));

    /// <summary>Takes over what another map holds (<c>usecmap</c>).</summary>
    public void Use(CMap other)
    {
        spaces.AddRange(other.IsIdentity ? [(2, 0u, 0xFFFFu)] : other.spaces);
        ranges.AddRange(other.IsIdentity ? [(0u, 0xFFFFu, 0)] : other.ranges);
        isSorted = false;
        foreach (var (code, cid) in other.cids)
        {
            cids.TryAdd(code, cid);
        }
    }

    /// <summary>Reads the code at a place; gives its number of bytes.</summary>
    public int ReadCode(ReadOnlySpan<byte> text, int at, out int code)
    {
        var left = text.Length - at;
        if (codePage is not null)
        {
            var length = text[at] >= 0x81 && left > 1 && !(codePage.CodePage == 932 && text[at] is >= 0xA0 and <= 0xDF) ? 2 : 1;
            code = length == 2 ? (text[at] << 8) | text[at + 1] : text[at];
            return length;
        }

        if (spaces.Count == 0)
        {
            code = left > 1 ? (text[at] << 8) | text[at + 1] : text[at];
            return Math.Min(2, left);
        }

        uint value = 0;
        for (var length = 1; length <= 4 && length <= left; length++)
        {
            value = (value << 8) | text[at + length - 1];
            foreach (var space in spaces)
            {
                if (space.Length == length && InSpace(value, space.Low, space.High, length))
                {
                    code = (int)value;
                    return length;
                }
            }
        }

        // No range fits: the shortest length is taken, as the specification asks.
        var shortest = Math.Min(left, spaces.Min(s => s.Length));
        code = 0;
        for (var i = 0; i < shortest; i++)
        {
            code = (code << 8) | text[at + i];
        }

        return shortest;
    }

    /// <summary>The CID of a code.</summary>
    public int CidOf(int code)
    {
        if (IsIdentity || TellsText)
        {
            return code;
        }

        if (cids.TryGetValue((uint)code, out var cid))
        {
            return cid;
        }

        if (!isSorted)
        {
            ranges.Sort((a, b) => a.Low.CompareTo(b.Low));
            isSorted = true;
        }

        foreach (var range in ranges)
        {
            if ((uint)code >= range.Low && (uint)code <= range.High)
            {
                return range.Cid + (int)((uint)code - range.Low);
            }
        }

        return 0;
    }

    /// <summary>The text of a code; null where the map tells none.</summary>
    public string? TextOf(int code)
    {
        if (IsUnicode)
        {
            return code > 0xFFFF ? new string([(char)(code >> 16), (char)code]) : ((char)code).ToString();
        }

        if (codePage is not null)
        {
            return codePage.GetString(code > 0xFF ? [(byte)(code >> 8), (byte)code] : [(byte)code]);
        }

        if (texts.TryGetValue((uint)code, out var text))
        {
            return text;
        }

        foreach (var (low, high, first) in textRanges)
        {
            if ((uint)code >= low && (uint)code <= high && first.Length > 0)
            {
                return Plus(first, (int)((uint)code - low));
            }
        }

        return null;
    }

    private static string Plus(string first, int steps)
    {
        if (steps == 0)
        {
            return first;
        }

        if (first.Length == 2 && char.IsSurrogatePair(first[0], first[1]))
        {
            var rune = char.ConvertToUtf32(first[0], first[1]) + steps;
            return Rune.IsValid(rune) ? new Rune(rune).ToString() : "";
        }

        return first[..^1] + (char)(first[^1] + steps);
    }

    private static bool InSpace(uint value, uint low, uint high, int length)
    {
        for (var shift = 0; shift < 8 * length; shift += 8)
        {
            var digit = (value >> shift) & 0xFF;
            if (digit < ((low >> shift) & 0xFF) || digit > ((high >> shift) & 0xFF))
            {
                return false;
            }
        }

        return true;
    }
}
