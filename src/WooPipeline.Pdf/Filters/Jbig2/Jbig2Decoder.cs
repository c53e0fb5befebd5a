using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>
/// Unpacks the JBIG2 images of a PDF (ITU-T T.88; ISO 32000-2 §7.4.7): segments without a file's header, shared ones first.
/// An image that is damaged comes back as null.
/// </summary>
internal sealed class Jbig2Decoder
{
    private const int MaxSegments = 100_000;
    private readonly PdfBudget budget;
    private readonly int rows;
    private readonly Dictionary<uint, List<Bitmap>> dictionaries = [];
    private readonly Dictionary<uint, Bitmap> regions = [];
    private readonly Dictionary<uint, HuffmanTable> tables = [];
    private Bitmap? page;

    private Jbig2Decoder(int rows, PdfBudget budget) => (this.rows, this.budget) = (rows, budget);

    /// <summary>Rows of bits, black 0; null where the image is damaged or coded in a way that isn't ours.</summary>
    /// <param name="data">The image's segments.</param>
    /// <param name="globals">Segments that images share; empty where they share none.</param>
    /// <param name="size">Measures of the image in the PDF: its height for pages whose own isn't told; another width is damage.</param>
    /// <param name="budget">Bounds.</param>
    public static byte[]? Decode(ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> globals, (int Columns, int Rows) size, PdfBudget budget)
    {
        var decoder = new Jbig2Decoder(size.Rows, budget);
        try
        {
            decoder.Read(globals);
            decoder.Read(data);
            return size.Columns == 0 || decoder.page?.Width == size.Columns ? decoder.page?.Packed() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Bits that number so many things: 0 for one.</summary>
    public static int BitsFor(int count) => count <= 1 ? 0 : 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)(count - 1));

    private void Read(ReadOnlyMemory<byte> data)
    {
        var reader = new SegmentReader(data);
        for (var i = 0; i < MaxSegments && reader.Rest.Length >= 11; i++)
        {
            var header = SegmentHeader.Read(reader);
            var body = reader.Rest[..header.Length];
            reader.Take(header.Length);
            if (!Segment(header.Number, header.Type, header.Referred, new SegmentReader(body)))
            {
                return;
            }
        }
    }

    /// <summary>Takes in a segment; false at the end of the page.</summary>
    private bool Segment(uint number, int type, uint[] referred, SegmentReader body)
    {
        switch (type)
        {
            case 0:
                dictionaries[number] = SymbolDictionary.Read(body, Given(referred), NextTable(referred), budget);
                return true;
            case 16:
                dictionaries[number] = Halftone.ReadPatterns(body, budget);
                return true;
            case 48:
                Page(body);
                return true;
            case 4 or 6 or 7 or 20 or 22 or 23 or 36 or 38 or 39 or 40 or 42 or 43:
                Region(number, type, referred, body);
                return true;
            case 53:
                tables[number] = HuffmanTable.Read(body);
                return true;
            default:
                return type is not (49 or 51);
        }
    }

    private List<Bitmap> Given(uint[] referred) => [.. referred.SelectMany(r => dictionaries.GetValueOrDefault(r) ?? [])];

    /// <summary>Gives the tables of the segments referred to, one after another.</summary>
    private Func<HuffmanTable> NextTable(uint[] referred)
    {
        var given = new Queue<HuffmanTable>(referred.Where(tables.ContainsKey).Select(r => tables[r]));
        return () => given.TryDequeue(out var table) ? table : throw new InvalidDataException("A table is missing.");
    }

    private void Page(SegmentReader body)
    {
        var width = body.Measure();
        var height = body.Long();
        body.Take(8);
        var flags = body.Byte();
        page = new Bitmap(width, height == uint.MaxValue ? rows : (int)Math.Min(height, int.MaxValue), budget);
        page.Fill((byte)((flags >> 2) & 1));
    }

    private void Region(uint number, int type, uint[] referred, SegmentReader body)
    {
        var (width, height) = (body.Measure(), body.Measure());
        var (x, y) = (body.SignedLong(), body.SignedLong());
        var how = body.Byte() & 7;
        var region = type switch
        {
            4 or 6 or 7 => Text(width, height, referred, body),
            20 or 22 or 23 => Halftone.ReadRegion(body, width, height, Given(referred), budget),
            36 or 38 or 39 => Generic(width, height, body),
            _ => Refinement(width, height, referred, (x, y), body),
        };
        if (type is 4 or 20 or 36 or 40)
        {
            regions[number] = region;
        }
        else
        {
            (page ?? throw new InvalidDataException("A region before its page.")).Draw(region, x, y, how);
        }
    }

    private Bitmap Generic(int width, int height, SegmentReader body)
    {
        var flags = body.Byte();
        if ((flags & 1) != 0)
        {
            return GenericRegion.DecodeFax(body.Rest.Span, width, height, budget);
        }

        var template = (flags >> 1) & 3;
        var adaptive = body.Places(GenericRegion.AdaptiveCount(template));
        return GenericRegion.Decode(new ArithmeticDecoder(body.Rest), GenericRegion.Contexts(template), width, height, template, (flags & 8) != 0, adaptive, budget);
    }

    private Bitmap Refinement(int width, int height, uint[] referred, (int X, int Y) place, SegmentReader body)
    {
        var flags = body.Byte();
        var template = flags & 1;
        (int, int)[] adaptive = template == 0 ? body.Places(2) : [];
        var other = referred.Select(r => regions.GetValueOrDefault(r)).OfType<Bitmap>().FirstOrDefault();

        // Without a region of its own it refines what is on the page there.
        var reference = other is not null ? (other, 0, 0) : (page ?? throw new InvalidDataException("Nothing to refine."), -place.X, -place.Y);
        return RefinementRegion.Decode(new ArithmeticDecoder(body.Rest), RefinementRegion.Contexts(), width, height, template, reference, (flags & 2) != 0, adaptive, budget);
    }

    private Bitmap Text(int width, int height, uint[] referred, SegmentReader body)
    {
        var flags = body.Short();
        var isHuffman = (flags & 1) != 0;
        var chosen = isHuffman ? TextTables.Of(body.Short(), NextTable(referred)) : null;
        var refines = (flags & 2) != 0;
        var template = (flags >> 15) & 1;
        var pixels = refines && template == 0 ? body.Places(2) : [(-1, -1), (-1, -1)];
        var symbols = Given(referred);
        var offset = (flags >> 10) & 0x1F;
        var text = new TextParameters
        {
            Width = width,
            Height = height,
            Count = body.Measure(),
            Symbols = symbols,
            NumberLength = BitsFor(symbols.Count),
            Refines = refines,
            LogStrips = (flags >> 2) & 3,
            Corner = (flags >> 4) & 3,
            IsTransposed = (flags & 0x40) != 0,
            Combination = (flags >> 7) & 3,
            DefaultPixel = (byte)((flags >> 9) & 1),
            Offset = offset > 15 ? offset - 32 : offset,
            RefinementTemplate = template,
            RefinementPixels = pixels,
        };
        if (chosen is null)
        {
            return TextRegion.Decode(new ArithmeticNumbers(new ArithmeticDecoder(body.Rest), text, new TextContexts(text.NumberLength), RefinementRegion.Contexts(), budget), text, budget);
        }

        var bits = new HuffmanBits(body.Rest);
        var codes = HuffmanNumbers.ReadSymbols(bits, symbols.Count);
        return TextRegion.Decode(new HuffmanNumbers(bits, chosen, codes, text, RefinementRegion.Contexts(), budget), text, budget);
    }
}
