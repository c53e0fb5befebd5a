using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>A name (<c>/Type</c>) of a PDF.</summary>
internal sealed record PdfName(string Value);

/// <summary>A reference (<c>12 0 R</c>) of a PDF.</summary>
internal sealed record PdfReference(int Number);

/// <summary>Any other bare word: an operator, <c>true</c>, <c>obj</c>.</summary>
internal sealed record PdfWord(string Value);

/// <summary>
/// Reads PDF objects for the check (ISO 32000-2 §7.2, 7.3): numbers as double, strings as bytes, arrays as lists, dictionaries by name.
/// Lenient, never throws on content, and shares nothing with the reader that the redactor uses.
/// </summary>
internal sealed class PdfTokens(byte[] bytes, int start, int end)
{
    private const int MaxDepth = 64;

    /// <summary>Where the next token starts.</summary>
    public int Position { get; set; } = start;

    /// <summary>The next object or word; null at the end.</summary>
    /// <param name="references">True where <c>12 0 R</c> is a reference (not in content streams).</param>
    public object? Next(bool references) => Next(references, 0);

    private object? Next(bool references, int depth)
    {
        SkipSpace();
        if (Position >= end)
        {
            return null;
        }

        switch ((char)bytes[Position])
        {
            case '/':
                Position++;
                return NameText();
            case '(':
                return Literal();
            case '<' when Peek(1) == '<':
                Position += 2;
                return Dictionary(references, depth);
            case '<':
                return Hexadecimal();
            case '[':
                Position++;
                return Array(references, depth);
            case '>' when Peek(1) == '>':
                Position += 2;
                return new PdfWord(">>");
            case ']' or '{' or '}' or ')' or '>':
                return new PdfWord(((char)bytes[Position++]).ToString());
            default:
                return Word(references);
        }
    }

    /// <summary>Passes over white space and comments.</summary>
    public void SkipSpace()
    {
        while (Position < end)
        {
            if (bytes[Position] == '%')
            {
                while (Position < end && bytes[Position] is not ((byte)'\r' or (byte)'\n'))
                {
                    Position++;
                }
            }
            else if (!IsSpace(bytes[Position]))
            {
                return;
            }
            else
            {
                Position++;
            }
        }
    }

    /// <summary>True for white space (§7.2.3).</summary>
    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private char Peek(int ahead) => Position + ahead < end ? (char)bytes[Position + ahead] : '\0';

    private object Word(bool references)
    {
        var begin = Position;
        while (Position < end && !IsSpace(bytes[Position]) && !IsDelimiter(bytes[Position]))
        {
            Position++;
        }

        var word = bytes.AsSpan(begin, Position - begin);
        if (!PdfNumbers.TryRead(word, out var number))
        {
            return PdfKnownWords.Word(word);
        }

        return references && number >= 0 && number == Math.Floor(number) && number < int.MaxValue && IsReference() ? new PdfReference((int)number) : number;
    }

    private bool IsReference()
    {
        var at = Position;
        while (at < end && IsSpace(bytes[at]))
        {
            at++;
        }

        var digits = at;
        while (at < end && char.IsAsciiDigit((char)bytes[at]))
        {
            at++;
        }

        if (at == digits)
        {
            return false;
        }

        while (at < end && IsSpace(bytes[at]))
        {
            at++;
        }

        if (at >= end || bytes[at] != 'R' || (at + 1 < end && !IsSpace(bytes[at + 1]) && !IsDelimiter(bytes[at + 1])))
        {
            return false;
        }

        Position = at + 1;
        return true;
    }

    private PdfName NameText()
    {
        var begin = Position;
        while (Position < end && !IsSpace(bytes[Position]) && !IsDelimiter(bytes[Position]) && bytes[Position] != '#')
        {
            Position++;
        }

        if (Position >= end || bytes[Position] != '#')
        {
            return PdfKnownWords.Name(bytes.AsSpan(begin, Position - begin));
        }

        Position = begin;
        var name = new StringBuilder();
        while (Position < end && !IsSpace(bytes[Position]) && !IsDelimiter(bytes[Position]))
        {
            if (bytes[Position] == '#' && char.IsAsciiHexDigit(Peek(1)) && char.IsAsciiHexDigit(Peek(2)))
            {
                name.Append((char)((HexValue(Peek(1)) << 4) + HexValue(Peek(2))));
                Position += 3;
            }
            else
            {
                name.Append((char)bytes[Position++]);
            }
        }

        return new PdfName(name.ToString());
    }

    private byte[] Hexadecimal()
    {
        Position++;
        var result = new List<byte>();
        var half = -1;
        while (Position < end && bytes[Position] != '>')
        {
            var c = (char)bytes[Position++];
            if (char.IsAsciiHexDigit(c))
            {
                if (half < 0)
                {
                    half = HexValue(c);
                }
                else
                {
                    result.Add((byte)((half << 4) + HexValue(c)));
                    half = -1;
                }
            }
        }

        Position = Math.Min(end, Position + 1);
        if (half >= 0)
        {
            result.Add((byte)(half << 4));
        }

        return [.. result];
    }

    private byte[] Literal()
    {
        Position++;
        var plain = bytes.AsSpan(Position, end - Position).IndexOfAny((byte)'(', (byte)')', (byte)'\\');
        if (plain >= 0 && bytes[Position + plain] == ')')
        {
            Position += plain + 1;
            return bytes[(Position - plain - 1)..(Position - 1)];
        }

        var result = new List<byte>();
        var depth = 1;
        while (Position < end)
        {
            var c = bytes[Position++];
            switch ((char)c)
            {
                case '\\':
                    Escape(result);
                    continue;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return [.. result];
                default:
                    break;
            }

            result.Add(c);
        }

        return [.. result];
    }

    private void Escape(List<byte> result)
    {
        if (Position >= end)
        {
            return;
        }

        var c = (char)bytes[Position++];
        if (c is >= '0' and <= '7')
        {
            var value = c - '0';
            for (var i = 0; i < 2 && Peek(0) is >= '0' and <= '7'; i++)
            {
                value = (value * 8) + (bytes[Position++] - '0');
            }

            result.Add((byte)value);
        }
        else if (c == '\r')
        {
            Position += Peek(0) == '\n' ? 1 : 0;
        }
        else if (c != '\n')
        {
            result.Add((byte)(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => c }));
        }
    }

    private List<object?> Array(bool references, int depth)
    {
        var items = new List<object?>();
        while (depth < MaxDepth && Next(references, depth + 1) is { } item && item is not PdfWord { Value: "]" })
        {
            items.Add(item);
        }

        return items;
    }

    private Dictionary<string, object?> Dictionary(bool references, int depth)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (depth < MaxDepth && Next(references, depth + 1) is { } key && key is not PdfWord { Value: ">>" })
        {
            if (key is PdfName name)
            {
                var value = Next(references, depth + 1);
                if (value is PdfWord { Value: ">>" })
                {
                    break;
                }

                entries[name.Value] = value;
            }
        }

        return entries;
    }

    private static int HexValue(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
}
