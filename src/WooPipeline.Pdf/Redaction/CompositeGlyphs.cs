using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>What a composite font's descendant keeps for the CIDs still shown.</summary>
internal static class CompositeGlyphs
{
    private const int MaxCids = 0x10000;
    private static readonly string[] Orderings = ["Identity", "Japan1", "GB1", "CNS1", "Korea1", "KR"];
    private static readonly string[] Maps = ["Identity-", "Uni", "GB", "B5", "ETen", "HKscs", "90", "83", "EUC-", "KSC", "Add-", "Ext-", "CNS-", "H", "V"];

    /// <summary>Glyphs of CIDs for fonts that map them by a table; CIDs themselves elsewhere.</summary>
    public static HashSet<int> Of(PdfFile file, PdfDictionary source, IEnumerable<int> cids)
    {
        if (file.Get<PdfStream>(source, "CIDToGIDMap") is not { } stream)
        {
            return [.. cids];
        }

        var table = file.Decode(stream).Data;
        return [.. cids.Where(c => c >= 0 && (2 * c) + 1 < table.Length).Select(c => (table.Span[2 * c] << 8) | table.Span[(2 * c) + 1])];
    }

    public static (string Key, PdfDictionary Entries, byte[] Data)? Prune(IFontProgram? program, IReadOnlyCollection<int> cids, HashSet<int> gids)
    {
        switch (program)
        {
            case EmbeddedTrueType font when TrueTypePruner.Build(font, gids, []) is { } data:
                return ("FontFile2", new PdfDictionary { { "Length1", data.Length } }, data);
            case CffFont font when CffPruner.Build(font, [.. cids.Select(font.GlyphOfCid)]) is { } cff:
                return ("FontFile3", new PdfDictionary { { "Subtype", "CIDFontType0C" } }, cff);
            default:
                return null;
        }
    }

    public static PdfDictionary System(PdfFile file, PdfDictionary source)
    {
        var old = file.Get<PdfDictionary>(source, "CIDSystemInfo") ?? new PdfDictionary();
        var ordering = file.Get<PdfString>(old, "Ordering") is { } text ? global::System.Text.Encoding.Latin1.GetString(text.Bytes.Span) : "";
        return new PdfDictionary
        {
            { "Registry", PdfString.OfText("Adobe") },
            { "Ordering", PdfString.OfText(Orderings.Contains(ordering) ? ordering : "Identity") },
            { "Supplement", (long)Math.Clamp(file.Number(old, "Supplement"), 0, 20) },
        };
    }

    /// <summary>Widths of the CIDs still shown, both directions; of all where it isn't known which those are.</summary>
    public static void Widths(PdfFile file, PdfDictionary source, PdfDictionary target, IReadOnlyCollection<int>? cids)
    {
        foreach (var (key, size) in (ReadOnlySpan<(string, int)>)[("W", 1), ("W2", 3)])
        {
            if (file.Get<PdfArray>(source, key) is not { } old)
            {
                continue;
            }

            var values = new SortedDictionary<int, PdfObject[]>();
            Read(file, old, size, (cids ?? Enumerable.Range(0, MaxCids)).ToHashSet(), values);
            var array = new PdfArray();
            foreach (var (cid, value) in values)
            {
                array.Add(new PdfInteger(cid));
                array.Add(new PdfArray(value));
            }

            target[key] = array;
        }
    }

    public static PdfObject? Map(PdfFile file, PdfDictionary source, IReadOnlyCollection<int>? cids, PdfObjectStore store)
    {
        var value = file.Resolve(source["CIDToGIDMap"]);
        if (value is not PdfStream stream)
        {
            return value is PdfName || file.Name(source, "Subtype") == "CIDFontType2" ? new PdfName("Identity") : null;
        }

        var old = file.Decode(stream).Data.ToArray();
        if (cids is null)
        {
            return store.Add(Deflate.Stream(new PdfDictionary(), old.AsSpan()[..Math.Min(old.Length, 2 * MaxCids)]));
        }

        var table = new byte[cids.Count == 0 ? 2 : Math.Min(old.Length, (2 * cids.Max()) + 2)];
        foreach (var cid in cids.Where(c => c >= 0 && (2 * c) + 1 < old.Length))
        {
            table[2 * cid] = old[2 * cid];
            table[(2 * cid) + 1] = old[(2 * cid) + 1];
        }

        return store.Add(Deflate.Stream(new PdfDictionary(), table));
    }

    /// <summary>A predefined map by name, or a new one for the codes still shown.</summary>
    public static PdfObject Encoding(PdfFile file, FontUse use, PdfObjectStore store)
    {
        if (file.Resolve(use.Source["Encoding"]) is not PdfStream stream)
        {
            var name = file.Name(use.Source, "Encoding") ?? "Identity-H";
            return new PdfName(name.Length < 24 && Maps.Any(m => name.StartsWith(m, StringComparison.Ordinal)) ? name : "Identity-H");
        }

        if (use.Font is not CompositeFont font || use.KeepsAll || font.Map.Spaces.Count == 0)
        {
            return store.Add(Deflate.Stream(new PdfDictionary { { "Type", "CMap" }, { "CMapName", "Woo" } }, file.Decode(stream).Data.Span));
        }

        var vertical = font.Map.IsVertical ? 1 : 0;
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Woo def\n/CMapType 1 def\n");
        map.Append(CultureInfo.InvariantCulture, $"/WMode {vertical} def\n");
        foreach (var block in font.Map.Spaces.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} begincodespacerange\n");
            foreach (var (length, low, high) in block)
            {
                map.Append('<').Append(Hex(low, length)).Append("> <").Append(Hex(high, length)).Append(">\n");
            }

            map.Append("endcodespacerange\n");
        }

        foreach (var block in use.Codes.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} begincidchar\n");
            foreach (var code in block)
            {
                map.Append('<').Append(Hex((uint)code, font.Map.LengthOf(code))).Append("> ").Append(CultureInfo.InvariantCulture, $"{font.Map.CidOf(code)}\n");
            }

            map.Append("endcidchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        var system = new PdfDictionary { { "Registry", PdfString.OfText("Adobe") }, { "Ordering", PdfString.OfText("Identity") }, { "Supplement", 0 } };
        return store.Add(Deflate.Stream(
            new PdfDictionary { { "Type", "CMap" }, { "CMapName", "Woo" }, { "CIDSystemInfo", system }, { "WMode", vertical } }, global::System.Text.Encoding.ASCII.GetBytes(map.ToString())));
    }

    private static string Hex(uint value, int length) => value.ToString("X8", CultureInfo.InvariantCulture)[(8 - (2 * length))..];

    private static void Read(PdfFile file, PdfArray old, int size, ISet<int> cids, SortedDictionary<int, PdfObject[]> values)
    {
        for (var i = 0; i + 1 < old.Count;)
        {
            var first = (file.Resolve(old[i]) as PdfNumber)?.ToDouble() ?? 0;
            if (file.Resolve(old[i + 1]) is PdfArray list)
            {
                for (var n = 0; ((n + 1) * size) - 1 < list.Count; n++)
                {
                    if (cids.Contains((int)first + n))
                    {
                        values[(int)first + n] = [.. Enumerable.Range(n * size, size).Select(k => Number(file, list[k]))];
                    }
                }

                i += 2;
                continue;
            }

            if (i + 1 + size >= old.Count)
            {
                return;
            }

            var last = (file.Resolve(old[i + 1]) as PdfNumber)?.ToDouble() ?? 0;
            var value = Enumerable.Range(i + 2, size).Select(k => Number(file, old[k])).ToArray();
            foreach (var cid in cids.Where(c => c >= first && c <= last))
            {
                values[cid] = value;
            }

            i += 2 + size;
        }
    }

    private static PdfObject Number(PdfFile file, PdfObject value) => file.Resolve(value) is PdfNumber number ? number : new PdfInteger(0);
}
