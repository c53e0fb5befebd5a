namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>A component of a tile: its resolutions, each with bands, each with precincts of blocks (T.800 §B.5 to B.7).</summary>
internal sealed class TileComponent
{
    private const int MaxBlocks = 1 << 22;

    public TileComponent(Coding coding, Quantization quantization, int left, int top, int right, int bottom)
    {
        (Coding, Left, Top, Right, Bottom) = (coding, left, top, right, bottom);
        Resolutions = new Resolution[coding.Levels + 1];
        for (var r = 0; r <= coding.Levels; r++)
        {
            Resolutions[r] = new Resolution(this, quantization, r);
        }

        if (Resolutions.Sum(r => r.Bands.Sum(b => b.Precincts.Sum(p => (long)p.Blocks.Length))) > MaxBlocks)
        {
            throw new InvalidDataException();
        }
    }

    public Coding Coding { get; }

    public int Left { get; }

    public int Top { get; }

    public int Right { get; }

    public int Bottom { get; }

    public Resolution[] Resolutions { get; }
}

/// <summary>A resolution.</summary>
internal sealed class Resolution
{
    private const int MaxPrecincts = 1 << 16;

    public Resolution(TileComponent component, Quantization quantization, int number)
    {
        var coding = component.Coding;
        Depth = coding.Levels - number;
        (Left, Top) = (Ceil(component.Left, Depth), Ceil(component.Top, Depth));
        (Right, Bottom) = (Ceil(component.Right, Depth), Ceil(component.Bottom, Depth));
        Precinct = coding.Precincts[number];
        var isEmpty = Right <= Left || Bottom <= Top;
        (FirstX, FirstY) = (Left >> Precinct.X, Top >> Precinct.Y);
        Across = isEmpty ? 0 : Ceil(Right, Precinct.X) - FirstX;
        Down = isEmpty ? 0 : Ceil(Bottom, Precinct.Y) - FirstY;
        if ((long)Across * Down > MaxPrecincts || (number > 0 && (Precinct.X == 0 || Precinct.Y == 0)))
        {
            throw new InvalidDataException();
        }

        Bands = number == 0
            ? [new Band(component, this, 0, 0, Depth, quantization.Of(0, Depth, coding.Levels))]
            : [.. Enumerable.Range(1, 3).Select(k => new Band(component, this, k & 1, k >> 1, Depth + 1, quantization.Of((3 * (number - 1)) + k, Depth + 1, coding.Levels)))];
    }

    /// <summary>Levels of halving from the image.</summary>
    public int Depth { get; }

    public int Left { get; }

    public int Top { get; }

    public int Right { get; }

    public int Bottom { get; }

    /// <summary>Exponents of a precinct's sides.</summary>
    public (int X, int Y) Precinct { get; }

    public int FirstX { get; }

    public int FirstY { get; }

    public int Across { get; }

    public int Down { get; }

    public Band[] Bands { get; }

    internal static int Ceil(int value, int shift) => (int)((value + (1L << shift) - 1) >> shift);
}

/// <summary>A band of a resolution: high across, high down, both, or neither.</summary>
internal sealed class Band
{
    public Band(TileComponent component, Resolution resolution, int highX, int highY, int depth, (int Exponent, int Mantissa) step)
    {
        (HighX, HighY, Step) = (highX, highY, step);
        (Left, Right) = (Edge(component.Left, highX, depth), Edge(component.Right, highX, depth));
        (Top, Bottom) = (Edge(component.Top, highY, depth), Edge(component.Bottom, highY, depth));
        var half = highX + highY > 0 ? 1 : 0;
        var (px, py) = (resolution.Precinct.X - half, resolution.Precinct.Y - half);
        var block = (Math.Min(component.Coding.Block.X, px), Math.Min(component.Coding.Block.Y, py));
        Precincts = new Precinct[resolution.Across * resolution.Down];
        for (var i = 0; i < Precincts.Length; i++)
        {
            var (x, y) = ((long)resolution.FirstX + (i % resolution.Across), (long)resolution.FirstY + (i / resolution.Across));
            Precincts[i] = new Precinct(
                (int)Math.Max(Left, x << px), (int)Math.Max(Top, y << py), (int)Math.Min(Right, (x + 1) << px), (int)Math.Min(Bottom, (y + 1) << py), block);
        }
    }

    public int HighX { get; }

    public int HighY { get; }

    public (int Exponent, int Mantissa) Step { get; }

    public int Left { get; }

    public int Top { get; }

    public int Right { get; }

    public int Bottom { get; }

    public Precinct[] Precincts { get; }

    private static int Edge(int value, int high, int depth) =>
        depth == 0 ? value : (int)(((long)value - ((long)high << (depth - 1)) + (1L << depth) - 1) >> depth);
}

/// <summary>The blocks of a band that one packet tells of.</summary>
internal sealed class Precinct
{
    public Precinct(int left, int top, int right, int bottom, (int X, int Y) block)
    {
        if (right <= left || bottom <= top)
        {
            return;
        }

        var (firstX, firstY) = (left >> block.X, top >> block.Y);
        Across = Resolution.Ceil(right, block.X) - firstX;
        var down = Resolution.Ceil(bottom, block.Y) - firstY;
        Blocks = new Block[Across * down];
        for (var i = 0; i < Blocks.Length; i++)
        {
            var (x, y) = (firstX + (i % Across), firstY + (i / Across));
            Blocks[i] = new Block(Math.Max(left, x << block.X), Math.Max(top, y << block.Y), Math.Min(right, (x + 1) << block.X), Math.Min(bottom, (y + 1) << block.Y));
        }

        (Included, ZeroPlanes) = (new TagTree(Across, down), new TagTree(Across, down));
    }

    public int Across { get; }

    public Block[] Blocks { get; } = [];

    public TagTree? Included { get; }

    public TagTree? ZeroPlanes { get; }
}

/// <summary>A block of coefficients.</summary>
internal sealed class Block(int left, int top, int right, int bottom)
{
    public int Left => left;

    public int Top => top;

    public int Width => right - left;

    public int Height => bottom - top;

    public bool IsIncluded { get; set; }

    public int ZeroPlanes { get; set; }

    public int Passes { get; set; }

    public int LengthBits { get; set; } = 3;

    /// <summary>Its pieces in the tile's packets.</summary>
    public List<(int Start, int Length)> Pieces { get; } = [];
}
