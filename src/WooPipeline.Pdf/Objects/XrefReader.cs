using WooPipeline.Pdf.Filters;

namespace WooPipeline.Pdf.Objects;

/// <summary>Reads the chain of cross-reference sections: tables, streams and hybrids (§7.5.4, §7.5.8). The newest entry of a number stands.</summary>
internal sealed class XrefReader(ReadOnlyMemory<byte> data, PdfBudget budget)
{
    private const int MaxNumber = 1 << 23;
    private readonly HashSet<long> visited = [];

    public Dictionary<int, XrefEntry> Entries { get; } = [];

    private readonly HashSet<int> free = [];

    public PdfDictionary Trailer { get; } = new();

    /// <summary>True where every section of the chain was sound.</summary>
    public bool Read()
    {
        var start = FindStart();
        if (start < 0)
        {
            return false;
        }

        var pending = new Queue<long>([start]);
        while (pending.TryDequeue(out var offset))
        {
            if (!visited.Add(offset))
            {
                continue;
            }

            if (ReadSection(offset) is not { } dictionary)
            {
                return false;
            }

            foreach (var (key, value) in dictionary)
            {
                if (!Trailer.Contains(key))
                {
                    Trailer[key] = value;
                }
            }

            // A hybrid's stream comes before the older sections (§7.5.8.4).
            foreach (var key in (ReadOnlySpan<string>)["XRefStm", "Prev"])
            {
                if (dictionary[key] is PdfNumber next)
                {
                    pending.Enqueue((long)next.ToDouble());
                }
            }
        }

        return Entries.Count > 0 && Trailer.Contains("Root");
    }

    private long FindStart()
    {
        var span = data.Span;
        var place = span.LastIndexOf("startxref"u8);
        if (place < 0)
        {
            return -1;
        }

        var lexer = new PdfLexer(span, place + 9);
        return lexer.Next() == PdfTokenKind.Integer ? lexer.Integer : -1;
    }

    private PdfDictionary? ReadSection(long offset)
    {
        if (offset < 0 || offset >= data.Length)
        {
            return null;
        }

        var lexer = new PdfLexer(data.Span, (int)offset);
        if (lexer.Next() == PdfTokenKind.Keyword && lexer.Text.SequenceEqual("xref"u8))
        {
            return ReadTable(lexer.Position);
        }

        return IndirectObjectReader.TryRead(data, (int)offset, null, null, out var value) > 0 && value is PdfStream stream ? ReadStream(stream) : null;
    }

    private PdfDictionary? ReadTable(int position)
    {
        var lexer = new PdfLexer(data.Span, position);
        while (true)
        {
            var kind = lexer.Next();
            if (kind == PdfTokenKind.Keyword && lexer.Text.SequenceEqual("trailer"u8))
            {
                var parser = new PdfParser(data.Span, lexer.Position);
                return parser.Read() as PdfDictionary;
            }

            var first = lexer.Integer;
            if (kind != PdfTokenKind.Integer || lexer.Next() != PdfTokenKind.Integer || first < 0)
            {
                return null;
            }

            var count = lexer.Integer;
            for (long i = 0; i < count; i++)
            {
                if (!ReadRow(ref lexer, first + i))
                {
                    return null;
                }
            }
        }
    }

    private bool ReadRow(ref PdfLexer lexer, long number)
    {
        if (lexer.Next() != PdfTokenKind.Integer)
        {
            return false;
        }

        var offset = lexer.Integer;
        if (lexer.Next() != PdfTokenKind.Integer)
        {
            return false;
        }

        var generation = (int)Math.Clamp(lexer.Integer, 0, 65535);
        if (lexer.Next() != PdfTokenKind.Keyword)
        {
            return false;
        }

        Add(number, lexer.Text.SequenceEqual("n"u8) && offset > 0 ? new XrefEntry(0, offset, generation) : null);
        return true;
    }

    private void Add(long number, XrefEntry? entry)
    {
        if (number is <= 0 or > MaxNumber || free.Contains((int)number))
        {
            return;
        }

        if (entry is null)
        {
            if (!Entries.ContainsKey((int)number))
            {
                free.Add((int)number);
            }
        }
        else
        {
            Entries.TryAdd((int)number, entry.Value);
        }
    }

    private PdfDictionary? ReadStream(PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        if (dictionary["Type"] is not PdfName { Value: "XRef" } || dictionary["W"] is not PdfArray { Count: >= 3 } widths)
        {
            return null;
        }

        var rows = StreamDecoder.Decode(stream, o => o ?? PdfNull.Instance, budget).Data.Span;
        Span<int> w = [Width(widths[0]), Width(widths[1]), Width(widths[2])];
        var size = w[0] + w[1] + w[2];
        var index = dictionary["Index"] as PdfArray ?? PdfArray.OfNumbers(0, (dictionary["Size"] as PdfNumber)?.ToDouble() ?? 0);
        for (var i = 0; i + 1 < index.Count && size > 0; i += 2)
        {
            var first = (long)((index[i] as PdfNumber)?.ToDouble() ?? 0);
            var count = (long)((index[i + 1] as PdfNumber)?.ToDouble() ?? 0);
            for (long n = 0; n < count && rows.Length >= size; n++, rows = rows[size..])
            {
                var type = w[0] == 0 ? 1 : Field(rows, 0, w[0]);
                var second = Field(rows, w[0], w[1]);
                var third = Field(rows, w[0] + w[1], w[2]);
                Add(first + n, type switch
                {
                    1 when second > 0 => new XrefEntry(0, second, (int)Math.Min(third, 65535)),
                    2 when second is > 0 and <= MaxNumber => new XrefEntry((int)second, third, 0),
                    _ => null,
                });
            }
        }

        return dictionary;
    }

    private static int Width(PdfObject value) => value is PdfInteger { Value: >= 0 and <= 8 } width ? (int)width.Value : 0;

    private static long Field(ReadOnlySpan<byte> row, int start, int width)
    {
        long value = 0;
        foreach (var b in row.Slice(start, width))
        {
            value = (value << 8) | b;
        }

        return value;
    }
}
