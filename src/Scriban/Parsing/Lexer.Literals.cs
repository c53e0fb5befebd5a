using System.Globalization;
using System.Text;

namespace Scriban.Parsing;

/// <summary>Numbers and strings.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        if (Peek() == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B')
        {
            var hexadecimal = Peek(1) is 'x' or 'X';
            var end = _at + 2;
            while (end < _text.Length && (_text[end] == '_' || (hexadecimal ? char.IsAsciiHexDigit(_text[end]) : _text[end] is '0' or '1')))
            {
                end++;
            }

            if (end == _at + 2)
            {
                Error(_at, end, $"Invalid digit found after `{_text[_at..end]}`. Expecting a {(hexadecimal ? "hexadecimal" : "binary")} digit");
            }

            end += end < _text.Length && _text[end] is 'u' or 'U' ? 1 : 0;
            Emit(hexadecimal ? TokenType.HexInteger : TokenType.BinaryInteger, _at, end);
            return;
        }

        ReadDecimal();
    }

    private void ReadDecimal()
    {
        var end = SkipDigits(_at);
        var isFloat = false;

        // `1..5` is a range and `1.name` a member: a fraction needs a digit.
        if (end + 1 < _text.Length && _text[end] == '.' && char.IsAsciiDigit(_text[end + 1]))
        {
            isFloat = true;
            end = SkipDigits(end + 1);
        }

        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var digits = end + 1 < _text.Length && _text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < _text.Length && char.IsAsciiDigit(_text[digits]))
            {
                isFloat = true;
                end = SkipDigits(digits);
            }
            else
            {
                Error(end, digits, "Expecting at least one digit after the exponent");
                end = Math.Min(digits, _text.Length);
                Emit(TokenType.Float, _at, end, "0");
                return;
            }
        }

        if (end < _text.Length && _text[end] is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && EndOfName(end) == end + 1)
        {
            isFloat = true;
            end++;
        }

        Emit(isFloat ? TokenType.Float : TokenType.Integer, _at, end);
    }

    private int SkipDigits(int end)
    {
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        return end;
    }

    private void ReadVerbatimString()
    {
        var value = new StringBuilder();
        for (var i = _at + 1; i < _text.Length; i++)
        {
            if (_text[i] != '`')
            {
                value.Append(_text[i]);
            }
            else if (i + 1 < _text.Length && _text[i + 1] == '`')
            {
                // A doubled backquote stands for one.
                value.Append('`');
                i++;
            }
            else
            {
                Emit(TokenType.VerbatimString, _at, i + 1, value.ToString());
                return;
            }
        }

        Error(_text.Length - 1, _text.Length, "Unexpected end of file while parsing a verbatim string not terminated by a `");
        _at = _text.Length;
    }

    private void ReadString(char quote)
    {
        var value = new StringBuilder();
        var i = _at + 1;
        while (i < _text.Length && _text[i] != quote)
        {
            i = _text[i] == '\\' ? ReadEscapeSequence(i, value, interpolated: false) : Append(value, i);
        }

        if (i >= _text.Length)
        {
            Error(_text.Length - 1, _text.Length, $"Unexpected end of file while parsing a string not terminated by a {quote}");
            _at = _text.Length;
            return;
        }

        Emit(TokenType.String, _at, i + 1, value.ToString());
    }

    /// <summary>Reads the text of an interpolated string from <paramref name="i"/> to its next expression or its end.</summary>
    private void ReadInterpolatedPart(char quote, int start, int i, bool first)
    {
        var value = new StringBuilder();
        while (i < _text.Length && _text[i] != quote && _text[i] != '{')
        {
            i = _text[i] == '\\' ? ReadEscapeSequence(i, value, interpolated: true) : Append(value, i);
        }

        if (i >= _text.Length)
        {
            Error(_text.Length - 1, _text.Length, $"Unexpected end of file while parsing a string not terminated by a {quote}");
            _at = _text.Length;
        }
        else if (_text[i] == '{')
        {
            _interpolations.Push(new Interpolation(quote, _openBraces));
            Emit(first ? TokenType.BeginInterpolatedString : TokenType.ContinuationInterpolatedString, start, i + 1, value.ToString());
        }
        else
        {
            Emit(first ? TokenType.String : TokenType.EndingInterpolatedString, start, i + 1, value.ToString());
        }
    }

    private int Append(StringBuilder value, int i)
    {
        value.Append(_text[i]);
        return i + 1;
    }

    private int ReadEscapeSequence(int i, StringBuilder value, bool interpolated)
    {
        var c = i + 1 < _text.Length ? _text[i + 1] : '\0';
        if (c is 'u' or 'x')
        {
            return ReadHexEscape(i, c == 'u' ? 4 : 2, value);
        }

        if (c == '\r' && i + 2 < _text.Length && _text[i + 2] == '\n')
        {
            return i + 3;
        }

        var plain = c switch
        {
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'b' => "\b",
            'f' => "\f",
            '0' => "\0",
            '\\' => "\\",
            '\'' => "'",
            '"' => "\"",
            '\n' => "",
            '{' or '}' when interpolated => c.ToString(),
            _ => null,
        };

        if (plain is null)
        {
            Error(i, i + 2, $"Unexpected escape character [{c}] in string. Only \\n, \\r, \\t, \\b, \\f, \\', \\\", \\\\, \\0, \\uXXXX and \\xXX are allowed");
        }

        value.Append(plain);
        return Math.Min(i + 2, _text.Length);
    }

    private int ReadHexEscape(int i, int digits, StringBuilder value)
    {
        var first = i + 2;
        if (first + digits <= _text.Length
            && int.TryParse(_text.AsSpan(first, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            return first + digits;
        }

        Error(i, first, $"Unexpected hex number in string escape `{_text[i..Math.Min(first, _text.Length)]}`. Expecting {digits} hexadecimal digits");
        return first;
    }
}
