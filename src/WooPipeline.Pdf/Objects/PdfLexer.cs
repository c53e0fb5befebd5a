using System.Buffers;
using System.Text;

namespace WooPipeline.Pdf.Objects;

/// <summary>Cuts bytes into tokens (§7.2). Never throws and always moves on; what is malformed comes out as the nearest token.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> data, int position = 0)
{
    private static readonly SearchValues<byte> NotRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private readonly ReadOnlySpan<byte> data = data;

    /// <summary>Next byte to read.</summary>
    public int Position { get; set; } = position;

    /// <summary>First byte of the last token.</summary>
    public int Start { get; private set; }

    /// <summary>Value of the last number.</summary>
    public double Number { get; private set; }

    /// <summary>Value of the last whole number.</summary>
    public long Integer { get; private set; }

    /// <summary>Bytes of the last token.</summary>
    public readonly ReadOnlySpan<byte> Text => data[Start..Position];

    public static bool IsWhite(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsRegular(byte b) => !NotRegular.Contains(b);

    /// <summary>Moves over white space and comments.</summary>
    public void SkipWhite()
    {
        while (Position < data.Length)
        {
            var b = data[Position];
            if (b == '%')
            {
                var rest = data[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = rest < 0 ? data.Length : Position + rest;
            }
            else if (IsWhite(b))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads the next token.</summary>
    public PdfTokenKind Next()
    {
        SkipWhite();
        Start = Position;
        if (Position >= data.Length)
        {
            return PdfTokenKind.End;
        }

        var b = data[Position];
        switch (b)
        {
            case (byte)'/':
                Position++;
                SkipRegular();
                return PdfTokenKind.Name;
            case (byte)'(':
                SkipLiteral();
                return PdfTokenKind.LiteralString;
            case (byte)'<' when Position + 1 < data.Length && data[Position + 1] == '<':
                Position += 2;
                return PdfTokenKind.DictionaryOpen;
            case (byte)'<':
                var close = data[Position..].IndexOf((byte)'>');
                Position = close < 0 ? data.Length : Position + close + 1;
                return PdfTokenKind.HexString;
            case (byte)'>' when Position + 1 < data.Length && data[Position + 1] == '>':
                Position += 2;
                return PdfTokenKind.DictionaryClose;
            case (byte)'[':
                Position++;
                return PdfTokenKind.ArrayOpen;
            case (byte)']':
                Position++;
                return PdfTokenKind.ArrayClose;
            case (byte)'{' or (byte)'}' or (byte)')' or (byte)'>':
                Position++;
                return PdfTokenKind.Keyword;
            default:
                SkipRegular();
                return b is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.' ? ReadNumber() : PdfTokenKind.Keyword;
        }
    }

    /// <summary>The name of a name token, one character a byte, with <c>#xx</c> undone.</summary>
    public static string DecodeName(ReadOnlySpan<byte> token)
    {
        var name = token[1..];
        if (!name.Contains((byte)'#'))
        {
            return Encoding.Latin1.GetString(name);
        }

        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && Hex(name[i + 1]) is >= 0 and var high && Hex(name[i + 2]) is >= 0 and var low)
            {
                text.Append((char)((high << 4) | low));
                i += 2;
            }
            else
            {
                text.Append((char)name[i]);
            }
        }

        return text.ToString();
    }

    private void SkipRegular()
    {
        var end = data[Position..].IndexOfAny(NotRegular);
        Position = end < 0 ? data.Length : Position + end;
    }

    private void SkipLiteral()
    {
        var depth = 0;
        while (Position < data.Length)
        {
            switch (data[Position++])
            {
                case (byte)'\\':
                    Position = Math.Min(Position + 1, data.Length);
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return;
                default:
                    break;
            }
        }
    }

    private PdfTokenKind ReadNumber()
    {
        var text = data[Start..Position];
        var negative = false;
        var i = 0;
        for (; i < text.Length && text[i] is (byte)'-' or (byte)'+'; i++)
        {
            negative |= text[i] == '-';
        }

        double value = 0;
        double scale = 0;
        var digits = 0;
        for (; i < text.Length; i++)
        {
            var b = text[i];
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                value = (value * 10) + (b - '0');
                scale *= 10;
            }
            else if (b == '.' && scale == 0)
            {
                scale = 1;
            }
            else if (b == '-' && digits > 0)
            {
                break; // "12-34" of broken writers is read as 12, as other readers do
            }
            else
            {
                return PdfTokenKind.Keyword;
            }
        }

        if (digits == 0 && scale == 0)
        {
            return PdfTokenKind.Keyword;
        }

        value = negative ? -value : value;
        if (scale == 0 && Math.Abs(value) < 9e18)
        {
            Integer = (long)value;
            Number = value;
            return PdfTokenKind.Integer;
        }

        Number = scale > 0 ? value / scale : value;
        Number = double.IsFinite(Number) ? Number : 0;
        Integer = Math.Abs(Number) < 9e18 ? (long)Number : 0;
        return PdfTokenKind.Real;
    }

    internal static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
