namespace WooPipeline.Pdf.Objects;

/// <summary>Rebuilds the cross-reference of a damaged file by looking at every byte for <c>n g obj</c> and <c>trailer</c>. The last of a number stands.</summary>
internal sealed class XrefRepair(ReadOnlyMemory<byte> data)
{
    public Dictionary<int, XrefEntry> Entries { get; } = [];

    public PdfDictionary Trailer { get; } = new();

    /// <summary>Object streams in the order of the file; what they hold is added once they can be read.</summary>
    public List<int> ObjectStreams { get; } = [];

    public void Scan()
    {
        var span = data.Span;
        var trailers = new List<int>();
        for (var at = 0; at < span.Length;)
        {
            var next = span[at..].IndexOf("obj"u8);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (at >= 3 && span[at - 1] != 'd' && Header(span, at) is { } header)
            {
                Found(span, at, header);
            }

            at += 3;
        }

        for (var at = 0; at < span.Length;)
        {
            var next = span[at..].IndexOf("trailer"u8);
            if (next < 0)
            {
                break;
            }

            trailers.Add(at + next + 7);
            at += next + 7;
        }

        foreach (var place in Enumerable.Reverse(trailers))
        {
            var parser = new PdfParser(span, place);
            Merge(parser.Read() as PdfDictionary);
        }
    }

    private void Found(ReadOnlySpan<byte> span, int at, (int Offset, int Number, int Generation) header)
    {
        Entries[header.Number] = new XrefEntry(0, header.Offset, header.Generation);
        // The dictionary's first bytes tell cross-reference and object streams and the catalog.
        var head = span[at..Math.Min(span.Length, at + 400)];
        var type = head.IndexOf("/Type"u8);
        if (type < 0)
        {
            return;
        }

        var lexer = new PdfLexer(head, type + 5);
        if (lexer.Next() != PdfTokenKind.Name)
        {
            return;
        }

        if (lexer.Text.SequenceEqual("/ObjStm"u8))
        {
            ObjectStreams.Add(header.Number);
        }
        else if (lexer.Text.SequenceEqual("/XRef"u8))
        {
            var parser = new PdfParser(span, at + 3);
            Merge(parser.Read() as PdfDictionary, replace: true);
        }
        else if (lexer.Text.SequenceEqual("/Catalog"u8))
        {
            LastCatalog = header.Number;
        }
    }

    /// <summary>Number of the last catalog seen; 0 where none.</summary>
    public int LastCatalog { get; private set; }

    private void Merge(PdfDictionary? found, bool replace = false)
    {
        foreach (var key in (ReadOnlySpan<string>)["Root", "Encrypt", "ID", "Info"])
        {
            if (found?[key] is { } value && (replace || !Trailer.Contains(key)))
            {
                Trailer[key] = value;
            }
        }
    }

    private static (int Offset, int Number, int Generation)? Header(ReadOnlySpan<byte> span, int at)
    {
        var place = Back(span, at, PdfLexer.IsWhite);
        var generationStart = Back(span, place, IsDigit);
        var gap = Back(span, generationStart, PdfLexer.IsWhite);
        var numberStart = Back(span, gap, IsDigit);
        if (generationStart == place || gap == generationStart || numberStart == gap || gap - numberStart > 9 || place - generationStart > 5)
        {
            return null;
        }

        var number = Parse(span[numberStart..gap]);
        return number > 0 ? (numberStart, number, Parse(span[generationStart..place])) : null;
    }

    private static int Back(ReadOnlySpan<byte> span, int at, Func<byte, bool> test)
    {
        while (at > 0 && test(span[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static int Parse(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
