using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>Reads a content stream operation by operation with the bytes each one covers. Never throws; damage ends in unknown operators.</summary>
internal ref struct ContentReader(ReadOnlySpan<byte> data)
{
    private const int MaxOperands = 1 << 18;
    private readonly ReadOnlySpan<byte> data = data;
    private PdfLexer lexer = new(data);

    /// <summary>Reads the next operation; false at the end.</summary>
    public bool Next(ContentOperation operation)
    {
        operation.Operands.Clear();
        operation.Start = -1;
        while (true)
        {
            var kind = lexer.Next();
            if (kind == PdfTokenKind.End)
            {
                return false;
            }

            operation.Start = operation.Start < 0 ? lexer.Start : operation.Start;
            if (kind == PdfTokenKind.Keyword && !IsConstant(lexer.Text))
            {
                operation.Operator = Known(lexer.Text);
                operation.OperatorStart = lexer.Start;
                if (operation.Operator == ContentOperator.InlineImage)
                {
                    ReadInlineImage(operation);
                }

                operation.End = lexer.Position;
                return true;
            }

            if (operation.Operands.Count < MaxOperands)
            {
                operation.Operands.Add(new ContentToken(kind, lexer.Start, lexer.Position, kind is PdfTokenKind.Integer or PdfTokenKind.Real ? lexer.Number : 0));
            }
        }
    }

    private static bool IsConstant(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8);

    private static ContentOperator Known(ReadOnlySpan<byte> word)
    {
        if (word.Length is 0 or > 3)
        {
            return ContentOperator.Unknown;
        }

        uint packed = 0;
        foreach (var b in word)
        {
            packed = (packed << 8) | b;
        }

        return (ContentOperator)packed;
    }

    private void ReadInlineImage(ContentOperation operation)
    {
        operation.Operands.Clear();
        while (true)
        {
            var kind = lexer.Next();
            if (kind == PdfTokenKind.End)
            {
                operation.ImageData = (data.Length, data.Length);
                return;
            }

            if (kind == PdfTokenKind.Keyword && lexer.Text.SequenceEqual("ID"u8))
            {
                break;
            }

            if (operation.Operands.Count < 1024)
            {
                operation.Operands.Add(new ContentToken(kind, lexer.Start, lexer.Position, lexer.Number));
            }
        }

        // One white byte parts ID from the data (§8.9.7).
        var start = Math.Min(lexer.Position + 1, data.Length);
        var end = FindEnd(start);
        operation.ImageData = (start, end);
        lexer.Position = end;
        while (lexer.Position < data.Length && PdfLexer.IsWhite(data[lexer.Position]))
        {
            lexer.Position++;
        }

        lexer.Position = Math.Min(lexer.Position + 2, data.Length);
    }

    /// <summary>Where the data ends: before an <c>EI</c> between white space after which the bytes look like content.</summary>
    private readonly int FindEnd(int start)
    {
        for (var at = start; at < data.Length;)
        {
            var next = data[at..].IndexOf("EI"u8);
            if (next < 0)
            {
                return data.Length;
            }

            at += next;
            var before = at == start || PdfLexer.IsWhite(data[at - 1]);
            var after = at + 2 >= data.Length || PdfLexer.IsWhite(data[at + 2]);
            if (before && after && LooksLikeContent(data[Math.Min(at + 2, data.Length)..]))
            {
                return at > start && PdfLexer.IsWhite(data[at - 1]) ? at - 1 : at;
            }

            at += 2;
        }

        return data.Length;
    }

    private static bool LooksLikeContent(ReadOnlySpan<byte> rest)
    {
        foreach (var b in rest[..Math.Min(rest.Length, 12)])
        {
            if (b is > 126 or (< 32 and not (9 or 10 or 12 or 13 or 0)))
            {
                return false;
            }
        }

        return true;
    }
}
