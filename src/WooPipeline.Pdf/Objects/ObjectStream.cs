namespace WooPipeline.Pdf.Objects;

/// <summary>An object stream (§7.5.7), unpacked; its objects are parsed when asked for.</summary>
internal sealed class ObjectStream
{
    private readonly ReadOnlyMemory<byte> data;
    private readonly int[] numbers;
    private readonly int[] offsets;

    public ObjectStream(ReadOnlyMemory<byte> data, long count, long first)
    {
        this.data = data;
        var lexer = new PdfLexer(data.Span);
        var found = new List<(int Number, int Offset)>();
        for (long i = 0; i < count; i++)
        {
            if (lexer.Next() != PdfTokenKind.Integer)
            {
                break;
            }

            var number = lexer.Integer;
            if (lexer.Next() != PdfTokenKind.Integer)
            {
                break;
            }

            found.Add(((int)Math.Clamp(number, 0, int.MaxValue), (int)Math.Clamp(first + lexer.Integer, 0, data.Length)));
        }

        numbers = [.. found.Select(f => f.Number)];
        offsets = [.. found.Select(f => f.Offset)];
    }

    /// <summary>Numbers of its objects in order.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    /// <summary>The object of a number; the index is a hint that broken files get wrong.</summary>
    public PdfObject Read(int number, long index)
    {
        var place = index >= 0 && index < numbers.Length && numbers[index] == number ? (int)index : Array.IndexOf(numbers, number);
        if (place < 0)
        {
            return PdfNull.Instance;
        }

        var parser = new PdfParser(data.Span, offsets[place]);
        return parser.Read() ?? PdfNull.Instance;
    }
}
