using WooPipeline.Pdf.Security;

namespace WooPipeline.Pdf.Objects;

/// <summary>Reads <c>n g obj … endobj</c> at an offset, the bytes of a stream included.</summary>
internal static class IndirectObjectReader
{
    /// <summary>Reads it; gives its number, or 0 where there is none at the offset.</summary>
    /// <param name="data">The file.</param>
    /// <param name="offset">Where it should start.</param>
    /// <param name="decryptor">Undoes encryption; null where there is none.</param>
    /// <param name="resolve">Follows a reference to a stream's length; null where that can't be done yet.</param>
    /// <param name="value">The object.</param>
    public static int TryRead(ReadOnlyMemory<byte> data, int offset, Decryptor? decryptor, Func<PdfObject?, PdfObject>? resolve, out PdfObject value)
    {
        value = PdfNull.Instance;
        var lexer = new PdfLexer(data.Span, offset);
        if (lexer.Next() != PdfTokenKind.Integer || lexer.Integer is <= 0 or > int.MaxValue)
        {
            return 0;
        }

        var number = (int)lexer.Integer;
        if (lexer.Next() != PdfTokenKind.Integer)
        {
            return 0;
        }

        var generation = (int)Math.Clamp(lexer.Integer, 0, 65535);
        if (lexer.Next() != PdfTokenKind.Keyword || !lexer.Text.StartsWith("obj"u8))
        {
            return 0;
        }

        // "obj" may stand against the value: 5 0 obj123
        var parser = new PdfParser(data.Span, lexer.Start + 3, decryptor?.ForObject(number, generation));
        value = parser.Read() ?? PdfNull.Instance;
        if (value is PdfDictionary dictionary && parser.TryKeyword("stream"u8))
        {
            var body = Body(data, parser.Position, dictionary, resolve);
            value = new PdfStream(dictionary, IsPlain(dictionary, decryptor) ? body : decryptor!.Stream(body.Span, number, generation));
        }

        return number;
    }

    private static bool IsPlain(PdfDictionary dictionary, Decryptor? decryptor)
    {
        if (decryptor is null || dictionary["Type"] is PdfName { Value: "XRef" })
        {
            return true;
        }

        if (dictionary["Type"] is PdfName { Value: "Metadata" } && !decryptor.EncryptsMetadata)
        {
            return true;
        }

        var filter = dictionary["Filter"] is PdfArray { Count: > 0 } array ? array[0] : dictionary["Filter"];
        var set = dictionary["DecodeParms"] is PdfArray { Count: > 0 } sets ? sets[0] : dictionary["DecodeParms"];
        return filter is PdfName { Value: "Crypt" } && (set as PdfDictionary)?["Name"] is null or PdfName { Value: "Identity" };
    }

    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> data, int position, PdfDictionary dictionary, Func<PdfObject?, PdfObject>? resolve)
    {
        var span = data.Span;
        while (position < span.Length && span[position] == ' ')
        {
            position++; // some writers leave spaces after the keyword
        }

        if (position < span.Length && span[position] == '\r')
        {
            position++;
        }

        if (position < span.Length && span[position] == '\n')
        {
            position++;
        }

        var declared = dictionary["Length"];
        var length = (declared is PdfReference ? resolve?.Invoke(declared) : declared) is PdfInteger { Value: >= 0 } whole ? whole.Value : -1;
        if (length >= 0 && length <= span.Length - position && EndsAt(span, position + (int)length))
        {
            return data.Slice(position, (int)length);
        }

        var end = span[position..].IndexOf("endstream"u8);
        end = end < 0 ? span[position..].IndexOf("endobj"u8) : end;
        end = end < 0 ? span.Length : position + end;
        if (end > position && span[end - 1] == '\n')
        {
            end--;
        }

        if (end > position && span[end - 1] == '\r')
        {
            end--;
        }

        return data[position..end];
    }

    private static bool EndsAt(ReadOnlySpan<byte> span, int end)
    {
        var rest = span[end..Math.Min(span.Length, end + 20)].TrimStart("\r\n \t\0"u8);
        return rest.StartsWith("endstream"u8) || rest.StartsWith("endobj"u8);
    }
}
