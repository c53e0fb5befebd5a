using System.Buffers.Binary;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>The markers of a codestream (T.800 Annex A): sizes, coding, quantisation, tiles.</summary>
internal sealed class Codestream(ReadOnlyMemory<byte> data)
{
    private const int MaxComponents = 16;
    private const int MaxSide = 1 << 17;
    private const int MaxTiles = 65535;
    private Coding? coding;
    private Quantization? quantization;
    private int at;

    public int Left { get; private set; }

    public int Top { get; private set; }

    public int Right { get; private set; }

    public int Bottom { get; private set; }

    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public (int Width, int Height, int Left, int Top) Tile { get; private set; }

    public ComponentSize[] Components { get; private set; } = [];

    /// <summary>Reads to the first tile.</summary>
    public void ReadHeader()
    {
        if (Word(0) != 0xFF4F)
        {
            throw new InvalidDataException();
        }

        at = 2;
        var own = new TileHeader(null, null, [], []);
        while (Word(at) != 0xFF90)
        {
            Segment(own);
        }

        (coding, quantization) = (own.Coding, own.Quantization);
        Main = own;
        if (Components.Length == 0 || coding is null || quantization is null)
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>What holds for tiles that don't say otherwise.</summary>
    private TileHeader Main { get; set; } = new(null, null, [], []);

    /// <summary>The tiles, each with all its parts joined.</summary>
    public IEnumerable<TileData> ReadTiles()
    {
        var tiles = new SortedDictionary<int, (TileHeader Header, MemoryStream Data)>();
        while (at + 12 <= data.Length && Word(at) == 0xFF90)
        {
            var start = at;
            var (index, length) = (Word(at + 4), (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(data.Span[(at + 6)..]), int.MaxValue));
            var end = length == 0 ? data.Length : Math.Min(data.Length, start + length);
            at += 12;
            if (!tiles.TryGetValue(index, out var tile))
            {
                tiles[index] = tile = (new TileHeader(Main.Coding, Main.Quantization, new(Main.OwnCoding), new(Main.OwnQuantization)), new MemoryStream());
            }

            while (Word(at) != 0xFF93)
            {
                Segment(tile.Header);
            }

            at += 2;
            if (end < at || tiles.Count > MaxTiles)
            {
                throw new InvalidDataException();
            }

            tile.Data.Write(data.Span[at..end]);
            at = end;
        }

        return tiles.Select(t => new TileData(t.Key, t.Value.Header, t.Value.Data.ToArray()));
    }

    private int Word(int place) => BinaryPrimitives.ReadUInt16BigEndian(data.Span[place..]);

    private void Segment(TileHeader header)
    {
        var (marker, length) = (Word(at), Word(at + 2));
        var body = data.Span.Slice(at + 4, length - 2);
        var wide = Components.Length > 256 ? 2 : 1;
        switch (marker)
        {
            case 0xFF51:
                ReadSize(body);
                break;
            case 0xFF52:
                header.Coding = Coding.Read(body);
                header.OwnCoding.Clear();
                break;
            case 0xFF53:
                header.OwnCoding[body[0]] = (header.Coding ?? throw new InvalidDataException()).Of(body[wide..]);
                break;
            case 0xFF5C:
                header.Quantization = Quantization.Read(body);
                header.OwnQuantization.Clear();
                break;
            case 0xFF5D:
                header.OwnQuantization[body[0]] = Quantization.Read(body[wide..]);
                break;
            case 0xFF5E or 0xFF5F or 0xFF60 or 0xFF61: // region of interest, change of progression, packed headers
                throw new InvalidDataException();
            default:
                break;
        }

        at += 2 + length;
    }

    private void ReadSize(ReadOnlySpan<byte> body)
    {
        int Number(ReadOnlySpan<byte> bytes, int place) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes[place..]), MaxSide * 4u);
        (Right, Bottom, Left, Top) = (Number(body, 2), Number(body, 6), Number(body, 10), Number(body, 14));
        Tile = (Number(body, 18), Number(body, 22), Number(body, 26), Number(body, 30));
        var count = BinaryPrimitives.ReadUInt16BigEndian(body[34..]);
        if (count is 0 or > MaxComponents || Width is <= 0 or > MaxSide || Height is <= 0 or > MaxSide || Tile.Width <= 0 || Tile.Height <= 0 || Tile.Left > Left || Tile.Top > Top)
        {
            throw new InvalidDataException();
        }

        Components = new ComponentSize[count];
        for (var c = 0; c < count; c++)
        {
            var (depth, stepX, stepY) = (body[36 + (3 * c)], body[37 + (3 * c)], body[38 + (3 * c)]);
            if (stepX == 0 || stepY == 0 || (depth & 0x7F) > 15)
            {
                throw new InvalidDataException();
            }

            var (x, y) = (Ceil(Left, stepX), Ceil(Top, stepY));
            Components[c] = new ComponentSize((depth & 0x7F) + 1, (depth & 0x80) != 0, stepX, stepY, x, y, Ceil(Right, stepX) - x, Ceil(Bottom, stepY) - y);
        }
    }

    internal static int Ceil(int value, int step) => (int)(((long)value + step - 1) / step);
}

/// <summary>A component's samples (T.800 §B.2).</summary>
internal sealed record ComponentSize(int Precision, bool IsSigned, int StepX, int StepY, int Left, int Top, int Width, int Height);

/// <summary>What a tile's headers say.</summary>
internal sealed class TileHeader(Coding? coding, Quantization? quantization, Dictionary<int, Coding> ownCoding, Dictionary<int, Quantization> ownQuantization)
{
    public Coding? Coding { get; set; } = coding;

    public Quantization? Quantization { get; set; } = quantization;

    public Dictionary<int, Coding> OwnCoding { get; } = ownCoding;

    public Dictionary<int, Quantization> OwnQuantization { get; } = ownQuantization;

    public Coding CodingOf(int component) => OwnCoding.GetValueOrDefault(component) ?? Coding ?? throw new InvalidDataException();

    public Quantization QuantizationOf(int component) => OwnQuantization.GetValueOrDefault(component) ?? Quantization ?? throw new InvalidDataException();
}

/// <summary>A tile with its packets.</summary>
internal sealed record TileData(int Index, TileHeader Header, byte[] Packets);
