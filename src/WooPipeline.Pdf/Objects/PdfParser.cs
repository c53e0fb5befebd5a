namespace WooPipeline.Pdf.Objects;

/// <summary>Undoes the encryption of the strings and stream of one indirect object.</summary>
internal interface IObjectDecryptor
{
    byte[] String(ReadOnlySpan<byte> bytes);
}

/// <summary>
/// Makes objects of tokens, with a stack of its own instead of recursion. Lenient as readers must be: a missing value is null,
/// a stray token is left out.
/// </summary>
internal ref struct PdfParser(ReadOnlySpan<byte> data, int position = 0, IObjectDecryptor? decryptor = null)
{
    private readonly ReadOnlySpan<byte> data = data;
    private readonly IObjectDecryptor? decryptor = decryptor;
    private PdfLexer lexer = new(data, position);

    public int Position
    {
        readonly get => lexer.Position;
        set => lexer.Position = value;
    }

    /// <summary>The keyword that ended the last call which gave null; empty at the end of the data.</summary>
    public ReadOnlySpan<byte> Keyword { get; private set; }

    /// <summary>Reads one object, or gives null where a keyword or the end comes instead.</summary>
    public PdfObject? Read()
    {
        List<Container>? stack = null;
        while (true)
        {
            var kind = lexer.Next();
            PdfObject? value = null;
            switch (kind)
            {
                case PdfTokenKind.ArrayOpen or PdfTokenKind.DictionaryOpen:
                    stack ??= [];
                    if (stack.Count >= PdfBudget.MaxDepth)
                    {
                        throw new PdfException("te-diep", "Arrays and dictionaries are nested too deep.");
                    }

                    stack.Add(new Container(kind == PdfTokenKind.DictionaryOpen));
                    continue;
                case PdfTokenKind.ArrayClose or PdfTokenKind.DictionaryClose:
                    if (stack is null or [])
                    {
                        Keyword = lexer.Text;
                        return null;
                    }

                    value = Close(stack);
                    break;
                case PdfTokenKind.End:
                    Keyword = default;
                    return stack is { Count: > 0 } ? CloseAll(stack) : null;
                case PdfTokenKind.Keyword:
                    if (Word(stack, ref value))
                    {
                        Keyword = lexer.Text;
                        return stack is { Count: > 0 } ? CloseAll(stack) : null;
                    }

                    break;
                default:
                    value = Scalar(kind);
                    break;
            }

            if (value is null)
            {
                continue;
            }

            if (stack is null or [])
            {
                return value is PdfInteger first ? MaybeReference(first) : value;
            }

            stack[^1].Items.Add(value);
        }
    }

    /// <summary>Reads a keyword that must come next; false (and no move) where another token does.</summary>
    public bool TryKeyword(ReadOnlySpan<byte> word)
    {
        var before = lexer.Position;
        if (lexer.Next() == PdfTokenKind.Keyword && lexer.Text.SequenceEqual(word))
        {
            return true;
        }

        lexer.Position = before;
        return false;
    }

    private bool Word(List<Container>? stack, ref PdfObject? value)
    {
        var word = lexer.Text;
        if (word.SequenceEqual("true"u8))
        {
            value = PdfBoolean.True;
        }
        else if (word.SequenceEqual("false"u8))
        {
            value = PdfBoolean.False;
        }
        else if (word.SequenceEqual("null"u8))
        {
            value = PdfNull.Instance;
        }
        else if (stack is { Count: > 0 })
        {
            if (word.SequenceEqual("R"u8))
            {
                Join(stack[^1].Items);
            }
            else if (word.SequenceEqual("endobj"u8) || word.SequenceEqual("stream"u8) || word.SequenceEqual("endstream"u8))
            {
                lexer.Position = lexer.Start; // an array or dictionary that was never closed
                return true;
            }
        }
        else
        {
            return true;
        }

        return false;
    }

    private static void Join(List<PdfObject> items)
    {
        if (items.Count >= 2 && items[^2] is PdfInteger { Value: > 0 and <= int.MaxValue } number && items[^1] is PdfInteger { Value: >= 0 and <= 65535 } generation)
        {
            items.RemoveRange(items.Count - 2, 2);
            items.Add(new PdfReference((int)number.Value, (int)generation.Value));
        }
        else if (items.Count >= 2 && items[^1] is PdfInteger && items[^2] is PdfInteger)
        {
            items.RemoveRange(items.Count - 2, 2);
            items.Add(PdfNull.Instance);
        }
    }

    private PdfObject Scalar(PdfTokenKind kind) => kind switch
    {
        PdfTokenKind.Integer => new PdfInteger(lexer.Integer),
        PdfTokenKind.Real => new PdfReal(lexer.Number),
        PdfTokenKind.Name => new PdfName(PdfLexer.DecodeName(lexer.Text)),
        _ => String(kind),
    };

    private PdfString String(PdfTokenKind kind)
    {
        var bytes = PdfStringDecoder.Decode(lexer.Text);
        return new PdfString(decryptor is null ? bytes : decryptor.String(bytes), kind == PdfTokenKind.HexString);
    }

    private PdfObject MaybeReference(PdfInteger first)
    {
        var before = lexer.Position;
        if (lexer.Next() == PdfTokenKind.Integer && lexer.Integer is >= 0 and <= 65535 and var generation
            && first.Value is > 0 and <= int.MaxValue && lexer.Next() == PdfTokenKind.Keyword && lexer.Text.SequenceEqual("R"u8))
        {
            return new PdfReference((int)first.Value, (int)generation);
        }

        lexer.Position = before;
        return first;
    }

    /// <summary>A bracket of the wrong kind closes what is open all the same.</summary>
    private static PdfObject Close(List<Container> stack)
    {
        var top = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return top.Finish();
    }

    private static PdfObject CloseAll(List<Container> stack)
    {
        while (stack.Count > 1)
        {
            var inner = stack[^1].Finish();
            stack.RemoveAt(stack.Count - 1);
            stack[^1].Items.Add(inner);
        }

        return stack[0].Finish();
    }

    private readonly record struct Container(bool IsDictionary)
    {
        public List<PdfObject> Items { get; } = [];

        public PdfObject Finish()
        {
            if (!IsDictionary)
            {
                return new PdfArray(Items);
            }

            var dictionary = new PdfDictionary();
            for (var i = 0; i < Items.Count; i++)
            {
                if (Items[i] is not PdfName key)
                {
                    continue; // a value without a key
                }

                if (i + 1 < Items.Count)
                {
                    dictionary[key.Value] = Items[++i];
                }
            }

            return dictionary;
        }
    }
}
