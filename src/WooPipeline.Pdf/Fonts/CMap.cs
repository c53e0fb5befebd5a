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
    private CidMapName? family;
    private UnicodeCodes? form;
    private CMap? under;
    private bool isSorted = true;

    public bool IsVertical { get; set; }

    /// <summary>True where a code is its own CID (Identity).</summary>
    public bool IsIdentity { get; private init; }

    /// <summary>True where a code is Unicode (the <c>UniXX</c> maps).</summary>
    public bool IsUnicode => form is not null;

    /// <summary>True where codes tell text by themselves rather than CIDs.</summary>
    public bool TellsText => IsUnicode || codePage is not null || under is not null;

    /// <summary>Ranges of codes by their number of bytes.</summary>
    public IReadOnlyList<(int Length, uint Low, uint High)> Spaces => spaces;

    /// <summary>Number of bytes of a code.</summary>
    public int LengthOf(int code)
    {
        if (form is not null)
        {
            return form.LengthOf((uint)code);
        }

        foreach (var (length, low, high) in spaces)
        {
            if (InSpace((uint)code, low, high, length) && (length == 4 || (uint)code < 1u << (8 * length)))
            {
                return length;
            }
        }

        return spaces.Count == 0 ? 2 : code switch { >= 0 and <= 0xFF => 1, >= 0 and <= 0xFFFF => 2, >= 0 and <= 0xFFFFFF => 3, _ => 4 };
    }

    public int TextCount => texts.Count + textRanges.Count;

    /// <summary>A predefined map by name; unknown names are read as two-byte identity.</summary>
    public static CMap Predefined(string name)
    {
        var vertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        var family = CidMapName.Find(name);
        if (family is { CodePage: > 0 })
        {
            return new CMap { codePage = CodePagesEncodingProvider.Instance.GetEncoding(family.CodePage), family = family, IsVertical = vertical };
        }

        return family is not null || name.StartsWith("Uni", StringComparison.Ordinal)
            ? new CMap { form = UnicodeCodes.Of(name), family = family, IsVertical = vertical }
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
        if (other.TellsText)
        {
            under = other;
            return;
        }

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
            var length = Math.Min(left, LengthInPage(text[at], left > 1 ? text[at + 1] : (byte)0));
            code = 0;
            for (var i = 0; i < length; i++)
            {
                code = (code << 8) | text[at + i];
            }

            return length;
        }

        if (under is not null)
        {
            return under.ReadCode(text, at, out code);
        }

        if (form is not null)
        {
            return form.ReadCode(text[at..], out code);
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

    private int LengthInPage(byte first, byte second) => codePage!.CodePage switch
    {
        20932 when IsSevenBit => 2,
        20932 when first == 0x8F => 3,
        54936 when first >= 0x81 && second is >= 0x30 and <= 0x39 => 4,
        932 when first is 0x80 or (>= 0xA0 and <= 0xDF) => 1,
        _ => first >= 0x81 ? 2 : 1,
    };

    /// <summary>The maps <c>H</c> and <c>V</c>: rows and cells of JIS X 0208 in seven bits.</summary>
    private bool IsSevenBit => family?.Prefix is "H" or "V";

    /// <summary>The CID of a code; -1 where a predefined map leads to one that isn't known.</summary>
    public int CidOf(int code)
    {
        if (family is not null)
        {
            return TextOf(code) is { } said && CidCollection.Of(family.Ordering) is { } collection ? collection.CidOf(said, family.Ascii) : -1;
        }

        if (IsIdentity || IsUnicode)
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

        return under?.CidOf(code) ?? 0;
    }

    /// <summary>The text of a code; null where the map tells none.</summary>
    public string? TextOf(int code)
    {
        if (form is not null)
        {
            return form.TextOf((uint)code);
        }

        if (codePage is not null)
        {
            return OfPage((uint)(IsSevenBit ? code | 0x8080 : code));
        }

        if (texts.TryGetValue((uint)code, out var text))
        {
            return text;
        }

        // What comes later overrules: some writers give one wide range and correct it after.
        for (var i = textRanges.Count - 1; i >= 0; i--)
        {
            var (low, high, first) = textRanges[i];
            if ((uint)code >= low && (uint)code <= high && first.Length > 0)
            {
                return Plus(first, (int)((uint)code - low));
            }
        }

        return under?.TextOf(code);
    }

    private string OfPage(uint code)
    {
        Span<byte> bytes = [(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code];
        return codePage!.GetString(bytes[(code > 0xFFFFFF ? 0 : code > 0xFFFF ? 1 : code > 0xFF ? 2 : 3)..]) is var text && text.Contains('\uFFFD', StringComparison.Ordinal) ? "" : text;
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
