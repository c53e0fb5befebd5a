using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Symbol dictionaries (§6.5): letters drawn for themselves, refined from others, or put together.</summary>
internal sealed class SymbolDictionary
{
    private const int MaxSide = 1 << 16;
    private readonly List<Bitmap> symbols;
    private readonly int newCount;
    private readonly int template;
    private readonly int refinementTemplate;
    private readonly bool aggregates;
    private readonly (int X, int Y)[] adaptive;
    private readonly (int X, int Y)[] refinementPixels = [(-1, -1), (-1, -1)];
    private readonly ArithmeticDecoder decoder = null!;
    private readonly DictionaryTables? huffman;
    private readonly HuffmanBits bits = null!;
    private readonly PdfBudget budget;
    private readonly byte[] generic;
    private readonly byte[] refinement = RefinementRegion.Contexts();
    private readonly int numberLength;
    private readonly TextContexts text;
    private readonly byte[] count = new byte[512];

    private SymbolDictionary(SegmentReader reader, IEnumerable<Bitmap> given, Func<HuffmanTable> next, PdfBudget budget)
    {
        this.budget = budget;
        symbols = [.. given];
        var flags = reader.Short();
        if ((flags & 0x100) != 0)
        {
            throw new InvalidDataException("With the contexts of another: not ours.");
        }

        huffman = (flags & 1) != 0 ? DictionaryTables.Of(flags, next) : null;

        aggregates = (flags & 2) != 0;
        template = (flags >> 10) & 3;
        refinementTemplate = (flags >> 12) & 1;
        adaptive = huffman is null ? reader.Places(GenericRegion.AdaptiveCount(template)) : [];
        if (aggregates && refinementTemplate == 0)
        {
            refinementPixels = reader.Places(2);
        }

        ExportCount = reader.Measure();
        newCount = reader.Measure();
        generic = GenericRegion.Contexts(template);
        numberLength = Math.Max(huffman is null ? 0 : 1, Jbig2Decoder.BitsFor(symbols.Count + newCount));
        text = new TextContexts(numberLength);
        if (huffman is null)
        {
            decoder = new ArithmeticDecoder(reader.Rest);
        }
        else
        {
            bits = new HuffmanBits(reader.Rest);
        }
    }

    private int ExportCount { get; }

    /// <summary>The symbols that a dictionary gives to others.</summary>
    public static List<Bitmap> Read(SegmentReader reader, IEnumerable<Bitmap> given, Func<HuffmanTable> next, PdfBudget budget)
    {
        var dictionary = new SymbolDictionary(reader, given, next, budget);
        dictionary.ReadNew();
        return dictionary.Exported();
    }

    private void ReadNew()
    {
        var (heights, widths) = (new byte[512], new byte[512]);
        var height = 0;
        for (var done = 0; done < newCount;)
        {
            budget.Step(16);
            height += (huffman is null ? decoder.Integer(heights) : huffman.Height.Read(bits)) ?? throw new InvalidDataException("No height.");
            var width = 0;
            var row = new List<int>();
            while ((huffman is null ? decoder.Integer(widths) : huffman.Width.Read(bits)) is { } delta)
            {
                if (done++ >= newCount)
                {
                    throw new InvalidDataException("More symbols than told.");
                }

                width += delta;
                if (huffman is not null && !aggregates)
                {
                    row.Add(width);
                    continue;
                }

                symbols.Add(aggregates ? Aggregated(width, height) : GenericRegion.Decode(decoder, generic, width, height, template, false, adaptive, budget));
            }

            if (row.Count > 0)
            {
                AddRow(row, height);
            }
        }
    }

    private Bitmap Aggregated(int width, int height)
    {
        var parts = (huffman is null ? decoder.Integer(count) : huffman.Parts.Read(bits)) ?? throw new InvalidDataException("No number of parts.");
        if (parts != 1)
        {
            budget.Step(symbols.Count);
            var parameters = new TextParameters
            {
                Width = width,
                Height = height,
                Count = parts,
                Symbols = symbols,
                NumberLength = numberLength,
                Refines = true,
                RefinementTemplate = refinementTemplate,
                RefinementPixels = refinementPixels,
            };
            return TextRegion.Decode(
                huffman is null
                    ? new ArithmeticNumbers(decoder, parameters, text, refinement, budget)
                    : new HuffmanNumbers(bits, TextTables.OfDictionary, HuffmanNumbers.Plain(symbols.Count, numberLength), parameters, refinement, budget),
                parameters,
                budget);
        }

        var number = huffman is null ? decoder.Symbol(text.Number, numberLength) : bits.Number(numberLength);
        var x = (huffman is null ? decoder.Integer(text.RefinedX) : HuffmanTable.Standard(15).Read(bits)) ?? 0;
        var y = (huffman is null ? decoder.Integer(text.RefinedY) : HuffmanTable.Standard(15).Read(bits)) ?? 0;
        var source = huffman is null ? decoder : new ArithmeticDecoder(bits.Take(HuffmanTable.Standard(1).Read(bits) ?? 0));
        return number < symbols.Count
            ? RefinementRegion.Decode(source, refinement, width, height, refinementTemplate, (symbols[number], x, y), false, refinementPixels, budget)
            : throw new InvalidDataException("A symbol that isn't there.");
    }

    /// <summary>Symbols of one height that are drawn as one picture (§6.5.9): packed as a fax, or row by row.</summary>
    private void AddRow(List<int> widths, int height)
    {
        if (height is < 0 or > MaxSide || widths.Exists(w => w is < 0 or > MaxSide) || widths.Sum(w => (long)w) is var total && total > MaxSide)
        {
            throw new InvalidDataException("A symbol is too large.");
        }

        var width = (int)total;
        var size = huffman!.Size.Read(bits) ?? throw new InvalidDataException("No size.");
        bits.Align();
        Bitmap whole;
        if (size == 0)
        {
            whole = new Bitmap(width, height, budget);
            var stride = (width + 7) / 8;
            var rows = bits.Take(stride * height).Span;
            for (var i = 0; i < width * height; i++)
            {
                var (x, y) = (i % width, i / width);
                whole.Pixels[whole.Index(x, y)] = (byte)((rows[(y * stride) + (x / 8)] >> (7 - (x % 8))) & 1);
            }
        }
        else
        {
            whole = GenericRegion.DecodeFax(bits.Take(size).Span, width, height, budget);
        }

        var left = 0;
        foreach (var part in widths)
        {
            symbols.Add(whole.Part(left, part, budget));
            left += part;
        }
    }

    /// <summary>Runs of symbols that are and aren't given on (§6.5.10).</summary>
    private List<Bitmap> Exported()
    {
        var runs = new byte[512];
        var result = new List<Bitmap>();
        var isGiven = false;
        for (var at = 0; at < symbols.Count; isGiven = !isGiven)
        {
            budget.Step(1);
            var run = (huffman is null ? decoder.Integer(runs) : HuffmanTable.Standard(1).Read(bits)) ?? -1;
            if (run < 0 || run > symbols.Count - at)
            {
                throw new InvalidDataException("A run goes past the symbols.");
            }

            if (isGiven)
            {
                result.AddRange(symbols.GetRange(at, run));
            }

            at += run;
        }

        return result.Count == ExportCount ? result : throw new InvalidDataException("Another number of symbols than told.");
    }
}
