using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Symbol dictionaries (§6.5) coded arithmetically: letters drawn for themselves, refined from others, or put together.</summary>
internal sealed class SymbolDictionary
{
    private readonly List<Bitmap> symbols;
    private readonly int newCount;
    private readonly int template;
    private readonly int refinementTemplate;
    private readonly bool aggregates;
    private readonly (int X, int Y)[] adaptive;
    private readonly (int X, int Y)[] refinementPixels = [(-1, -1), (-1, -1)];
    private readonly ArithmeticDecoder decoder;
    private readonly PdfBudget budget;
    private readonly byte[] generic;
    private readonly byte[] refinement = RefinementRegion.Contexts();
    private readonly int numberLength;
    private readonly TextContexts text;
    private readonly byte[] count = new byte[512];

    private SymbolDictionary(SegmentReader reader, IEnumerable<Bitmap> given, PdfBudget budget)
    {
        this.budget = budget;
        symbols = [.. given];
        var flags = reader.Short();
        if ((flags & 1) != 0 || (flags & 0x100) != 0)
        {
            throw new InvalidDataException("Coded by Huffman, or with the contexts of another: not ours.");
        }

        aggregates = (flags & 2) != 0;
        template = (flags >> 10) & 3;
        refinementTemplate = (flags >> 12) & 1;
        adaptive = reader.Places(GenericRegion.AdaptiveCount(template));
        if (aggregates && refinementTemplate == 0)
        {
            refinementPixels = reader.Places(2);
        }

        ExportCount = reader.Measure();
        newCount = reader.Measure();
        generic = GenericRegion.Contexts(template);
        numberLength = Jbig2Decoder.BitsFor(symbols.Count + newCount);
        text = new TextContexts(numberLength);
        decoder = new ArithmeticDecoder(reader.Rest);
    }

    private int ExportCount { get; }

    /// <summary>The symbols that a dictionary gives to others.</summary>
    public static List<Bitmap> Read(SegmentReader reader, IEnumerable<Bitmap> given, PdfBudget budget)
    {
        var dictionary = new SymbolDictionary(reader, given, budget);
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
            height += decoder.Integer(heights) ?? throw new InvalidDataException("No height.");
            var width = 0;
            while (decoder.Integer(widths) is { } delta)
            {
                if (done++ >= newCount)
                {
                    throw new InvalidDataException("More symbols than told.");
                }

                width += delta;
                symbols.Add(aggregates ? Aggregated(width, height) : GenericRegion.Decode(decoder, generic, width, height, template, false, adaptive, budget));
            }
        }
    }

    private Bitmap Aggregated(int width, int height)
    {
        var parts = decoder.Integer(count) ?? throw new InvalidDataException("No number of parts.");
        if (parts != 1)
        {
            return TextRegion.Decode(
                decoder,
                new TextParameters
                {
                    Width = width,
                    Height = height,
                    Count = parts,
                    Symbols = symbols,
                    NumberLength = numberLength,
                    Refines = true,
                    RefinementTemplate = refinementTemplate,
                    RefinementPixels = refinementPixels,
                },
                text,
                refinement,
                budget);
        }

        var number = decoder.Symbol(text.Number, numberLength);
        var x = decoder.Integer(text.RefinedX) ?? 0;
        var y = decoder.Integer(text.RefinedY) ?? 0;
        return number < symbols.Count
            ? RefinementRegion.Decode(decoder, refinement, width, height, refinementTemplate, (symbols[number], x, y), false, refinementPixels, budget)
            : throw new InvalidDataException("A symbol that isn't there.");
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
            var run = decoder.Integer(runs) ?? -1;
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
