using System.Buffers.Binary;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>How a tile's components are coded (T.800 §A.6.1).</summary>
internal sealed record Coding
{
    private const int Supported = 0x08 | 0x20 | 0x02;
    private const int MaxLevels = 32;

    public int Progression { get; private init; }

    public int Layers { get; private init; }

    public bool IsTransformed { get; private init; }

    public bool HasStarts { get; private init; }

    public bool HasEnds { get; private init; }

    public int Levels { get; private init; }

    /// <summary>Exponents of a block's sides.</summary>
    public (int X, int Y) Block { get; private init; }

    /// <summary>Contexts are set back after each pass.</summary>
    public bool Resets { get; private init; }

    /// <summary>The row under a stripe isn't looked at.</summary>
    public bool IsCausal { get; private init; }

    public bool HasMarks { get; private init; }

    /// <summary>The wavelet that loses nothing.</summary>
    public bool IsReversible { get; private init; }

    /// <summary>Exponents of precincts' sides by resolution; 15 where none are given.</summary>
    public (int X, int Y)[] Precincts { get; private init; } = [];

    public static Coding Read(ReadOnlySpan<byte> body)
    {
        var layers = BinaryPrimitives.ReadUInt16BigEndian(body[2..]);
        if (body[1] > 4 || layers == 0)
        {
            throw new InvalidDataException();
        }

        return new Coding { Progression = body[1], Layers = layers, IsTransformed = body[4] != 0, HasStarts = (body[0] & 2) != 0, HasEnds = (body[0] & 4) != 0 }.With(body[0], body[5..]);
    }

    /// <summary>The same with what one component says for itself.</summary>
    public Coding Of(ReadOnlySpan<byte> body) => With(body[0], body[1..]);

    private Coding With(byte style, ReadOnlySpan<byte> body)
    {
        var levels = (int)body[0];
        var precincts = Enumerable.Repeat((15, 15), levels + 1).ToArray();
        for (var r = 0; (style & 1) != 0 && r <= levels; r++)
        {
            precincts[r] = (body[5 + r] & 15, body[5 + r] >> 4);
        }

        var block = ((body[1] & 15) + 2, (body[2] & 15) + 2);
        if (levels > MaxLevels || block.Item1 > 10 || block.Item2 > 10 || block.Item1 + block.Item2 > 12 || (body[3] & ~Supported) != 0 || body[4] > 1)
        {
            throw new InvalidDataException();
        }

        return this with
        {
            Levels = levels,
            Block = block,
            Resets = (body[3] & 2) != 0,
            IsCausal = (body[3] & 8) != 0,
            HasMarks = (body[3] & 0x20) != 0,
            IsReversible = body[4] == 1,
            Precincts = precincts,
        };
    }
}

/// <summary>Steps of quantisation (T.800 §A.6.4).</summary>
/// <param name="Style">0 none, 1 derived from one, 2 each by itself.</param>
/// <param name="Guard">Guard bits.</param>
/// <param name="Steps">Exponent and mantissa by band.</param>
internal sealed record Quantization(int Style, int Guard, (int Exponent, int Mantissa)[] Steps)
{
    public static Quantization Read(ReadOnlySpan<byte> body)
    {
        var style = body[0] & 31;
        var steps = new List<(int, int)>();
        for (var at = 1; at + (style == 0 ? 1 : 2) <= body.Length; at += style == 0 ? 1 : 2)
        {
            steps.Add(style == 0 ? (body[at] >> 3, 0) : (body[at] >> 3, ((body[at] & 7) << 8) | body[at + 1]));
        }

        return style <= 2 && steps.Count > 0 ? new Quantization(style, body[0] >> 5, [.. steps]) : throw new InvalidDataException();
    }

    /// <summary>The step of a band.</summary>
    /// <param name="band">Number of the band, the lowest first.</param>
    /// <param name="depth">How many levels below the image it lies.</param>
    /// <param name="levels">Levels in all.</param>
    public (int Exponent, int Mantissa) Of(int band, int depth, int levels) =>
        Style == 1 ? (Steps[0].Exponent - levels + depth, Steps[0].Mantissa) : Steps[band];
}
