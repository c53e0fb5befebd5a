using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>The tables of a text region coded by Huffman (§7.4.3.1.2).</summary>
internal sealed record TextTables(
    HuffmanTable FirstS, HuffmanTable DeltaS, HuffmanTable DeltaT, HuffmanTable RefinedWidth, HuffmanTable RefinedHeight, HuffmanTable RefinedX, HuffmanTable RefinedY, HuffmanTable RefinedSize)
{
    /// <summary>Those of letters put together in a dictionary (§6.5.8.2).</summary>
    public static TextTables OfDictionary { get; } = new(
        HuffmanTable.Standard(6), HuffmanTable.Standard(8), HuffmanTable.Standard(11), HuffmanTable.Standard(15), HuffmanTable.Standard(15), HuffmanTable.Standard(15), HuffmanTable.Standard(15), HuffmanTable.Standard(1));

    /// <summary>Those that flags choose, of the standard's and of the segments referred to.</summary>
    public static TextTables Of(int flags, Func<HuffmanTable> next)
    {
        HuffmanTable Choose(int shift, params int[] standard) => ((flags >> shift) & 3) is var n && n < standard.Length ? HuffmanTable.Standard(standard[n]) : next();
        return new TextTables(Choose(0, 6, 7), Choose(2, 8, 9, 10), Choose(4, 11, 12, 13), Choose(6, 14, 15), Choose(8, 14, 15), Choose(10, 14, 15), Choose(12, 14, 15), (flags & 0x4000) == 0 ? HuffmanTable.Standard(1) : next());
    }
}

/// <summary>Numbers of a text region coded by Huffman; refinements lie between them, coded arithmetically.</summary>
internal sealed class HuffmanNumbers(HuffmanBits bits, TextTables tables, HuffmanTable symbols, TextParameters text, byte[] refinement, PdfBudget budget) : ITextNumbers
{
    private const int Runs = 35;

    public int DeltaT() => Value(tables.DeltaT.Read(bits));

    public int FirstS() => Value(tables.FirstS.Read(bits));

    public int? DeltaS() => tables.DeltaS.Read(bits);

    public int CurrentT() => bits.Number(text.LogStrips);

    public int Symbol() => Value(symbols.Read(bits));

    public bool IsRefined() => bits.Number(1) == 1;

    public Bitmap Refine(Bitmap symbol)
    {
        var (width, height) = (Value(tables.RefinedWidth.Read(bits)), Value(tables.RefinedHeight.Read(bits)));
        var (x, y) = (Value(tables.RefinedX.Read(bits)), Value(tables.RefinedY.Read(bits)));
        var data = bits.Take(Value(tables.RefinedSize.Read(bits)));
        return RefinementRegion.Decode(
            new ArithmeticDecoder(data), refinement, symbol.Width + width, symbol.Height + height, text.RefinementTemplate, (symbol, (width >> 1) + x, (height >> 1) + y), false, text.RefinementPixels, budget);
    }

    /// <summary>The codes of symbols that stand before a region's data (§7.4.3.1.7): their lengths, in runs.</summary>
    public static HuffmanTable ReadSymbols(HuffmanBits bits, int count)
    {
        var runs = new HuffmanTable([.. Enumerable.Range(0, Runs).Select(i => new HuffmanTable.Line(i, bits.Number(4), 0, HuffmanTable.LineKind.Range))]);
        var lengths = new List<int>();
        while (lengths.Count < count)
        {
            var run = Value(runs.Read(bits));
            var (value, times) = run switch
            {
                < 32 => (run, 1),
                32 => (lengths.Count > 0 ? lengths[^1] : throw new InvalidDataException("Nothing to repeat."), bits.Number(2) + 3),
                33 => (0, bits.Number(3) + 3),
                _ => (0, bits.Number(7) + 11),
            };
            lengths.AddRange(Enumerable.Repeat(value, times));
        }

        bits.Align();
        return new HuffmanTable([.. lengths.Take(count).Select((l, i) => new HuffmanTable.Line(i, l, 0, HuffmanTable.LineKind.Range))]);
    }

    /// <summary>Codes that are the symbols' numbers.</summary>
    public static HuffmanTable Plain(int count, int length) => new([.. Enumerable.Range(0, count).Select(i => new HuffmanTable.Line(i, length, 0, HuffmanTable.LineKind.Range))]);

    private static int Value(int? integer) => integer ?? throw new InvalidDataException("A number is missing.");
}
