namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>The tables of a symbol dictionary coded by Huffman (§7.4.2.1.1).</summary>
internal sealed record DictionaryTables(HuffmanTable Height, HuffmanTable Width, HuffmanTable Size, HuffmanTable Parts)
{
    /// <summary>Those that flags choose, of the standard's and of the segments referred to.</summary>
    public static DictionaryTables Of(int flags, Func<HuffmanTable> next) => new(
        ((flags >> 2) & 3) switch { 0 => HuffmanTable.Standard(4), 1 => HuffmanTable.Standard(5), _ => next() },
        ((flags >> 4) & 3) switch { 0 => HuffmanTable.Standard(2), 1 => HuffmanTable.Standard(3), _ => next() },
        (flags & 0x40) == 0 ? HuffmanTable.Standard(1) : next(),
        (flags & 0x80) == 0 ? HuffmanTable.Standard(1) : next());
}
