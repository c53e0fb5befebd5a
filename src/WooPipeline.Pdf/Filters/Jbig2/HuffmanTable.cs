using System.Globalization;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>A table of Huffman codes (T.88 Annex B): the standard ones from <c>Data/filters/jbig2-tables.csv</c>, those a segment gives, and codes of symbols.</summary>
internal sealed class HuffmanTable
{
    private const int LongestCode = 32;
    private static readonly Lazy<Dictionary<int, HuffmanTable>> All = new(Load);
    private readonly Dictionary<(int Length, uint Code), Line> codes = [];

    /// <param name="lines">Its lines in order; those whose prefix is 0 bits long have no code.</param>
    public HuffmanTable(IReadOnlyList<Line> lines)
    {
        // Codes of one length follow each other in the order of the lines (§B.3).
        uint next = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            next <<= 1;
            foreach (var line in lines.Where(l => l.Prefix == length))
            {
                codes[(length, next++)] = line;
            }
        }
    }

    /// <summary>A standard table by its number.</summary>
    public static HuffmanTable Standard(int number) => All.Value[number];

    /// <summary>A table of a segment of its own (§B.2).</summary>
    public static HuffmanTable Read(SegmentReader body)
    {
        var flags = body.Byte();
        var (low, high) = (body.SignedLong(), body.SignedLong());
        var bits = new HuffmanBits(body.Rest);
        var (prefixBits, rangeBits) = (((flags >> 1) & 7) + 1, ((flags >> 4) & 7) + 1);
        var lines = new List<Line>();
        long at = low;
        while (at < high && lines.Count < 1 << 16)
        {
            var (prefix, range) = (bits.Number(prefixBits), bits.Number(rangeBits));
            lines.Add(new Line((int)at, prefix, range, LineKind.Range));
            at += 1L << range;
        }

        lines.Add(new Line(low - 1, bits.Number(prefixBits), 32, LineKind.Lower));
        lines.Add(new Line((int)Math.Min(at, int.MaxValue), bits.Number(prefixBits), 32, LineKind.Range));
        if ((flags & 1) != 0)
        {
            lines.Add(new Line(0, bits.Number(prefixBits), 0, LineKind.None));
        }

        return new HuffmanTable(lines);
    }

    /// <summary>Reads a number; null for the value out of bounds that ends lists.</summary>
    public int? Read(HuffmanBits bits)
    {
        uint code = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            code = (code << 1) | (uint)bits.Number(1);
            if (codes.TryGetValue((length, code), out var line))
            {
                return line.Kind switch
                {
                    LineKind.None => null,
                    LineKind.Lower => line.Low - bits.Number(line.Range),
                    _ => line.Low + bits.Number(line.Range),
                };
            }
        }

        throw new InvalidDataException("No such code.");
    }

    private static Dictionary<int, HuffmanTable> Load()
    {
        using var stream = typeof(HuffmanTable).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.filters/jbig2-tables.csv")
            ?? throw new InvalidOperationException("Data/filters/jbig2-tables.csv is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(';')).GroupBy(r => Number(r[0])).ToDictionary(
            g => g.Key, g => new HuffmanTable([.. g.Select(r => new Line(Number(r[1]), Number(r[2]), Number(r[3]), r[4] switch { "lower" => LineKind.Lower, "none" => LineKind.None, _ => LineKind.Range }))]));
    }

    /// <summary>What a code's value is.</summary>
    internal enum LineKind
    {
        /// <summary>At or above the low end of the line.</summary>
        Range,

        /// <summary>At or below it.</summary>
        Lower,

        /// <summary>Out of bounds.</summary>
        None,
    }

    /// <summary>A line of a table.</summary>
    internal readonly record struct Line(int Low, int Prefix, int Range, LineKind Kind);
}
