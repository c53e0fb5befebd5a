namespace Scriban.Parsing;

/// <summary>Code: white space, comments, names and operators.</summary>
internal sealed partial class Lexer
{
    private void ReadCode()
    {
        if (TryLeaveFrontMatter())
        {
            return;
        }

        var c = Peek();
        if (c == '\n' || (c == '\r' && Peek(1) != '\n'))
        {
            // An expression in an interpolated string ends on its line.
            _interpolations.Clear();
            Emit(TokenType.NewLine, _at, _at + 1);
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (c == '#')
        {
            SkipComment();
        }
        else if (ExitLength(_at) is > 0 and var length)
        {
            _strip = ControlAt(_at);
            Emit(TokenType.CodeExit, _at, _at + length);
            _inCode = false;
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (char.IsLetter(c) || c == '_')
        {
            ReadIdentifier();
        }
        else if (c is '"' or '\'')
        {
            ReadString(c);
        }
        else if (c == '`')
        {
            ReadVerbatimString();
        }
        else if (c == '$')
        {
            ReadSpecial();
        }
        else
        {
            ReadOperator(c);
        }
    }

    /// <summary>Length of the end of a code block at <paramref name="offset"/>, zero where there is none.</summary>
    private int ExitLength(int offset)
    {
        if (_options.Mode == ScriptMode.ScriptOnly || _frontMatter == FrontMatter.Inside || _openBraces > 0 || _interpolations.Count > 0)
        {
            return 0;
        }

        var control = ControlAt(offset) == Strip.None ? 0 : 1;
        return string.CompareOrdinal(_text, offset + control, "}}", 0, 2) == 0 ? 2 + control : 0;
    }

    private void SkipComment()
    {
        var multiline = Peek(1) == '#';
        _at += multiline ? 2 : 1;
        while (_at < _text.Length && ExitLength(_at) == 0)
        {
            if (multiline ? _text[_at] == '#' && Peek(1) == '#' : _text[_at] is '\n' or '\r')
            {
                _at += multiline ? 2 : 0;
                return;
            }

            _at++;
        }
    }

    private void ReadIdentifier()
    {
        var end = EndOfName(_at + 1);

        // `x.empty?` is a name, `x.empty ? a : b` is a condition.
        if (_previous is TokenType.Dot or TokenType.QuestionDot && end < _text.Length && _text[end] == '?' && StartsWith("empty?")
            && !(end + 1 < _text.Length && _text[end + 1] is '.' or '?' or '!'))
        {
            end++;
        }

        Emit(TokenType.Identifier, _at, end);
    }

    private void ReadSpecial()
    {
        if (Peek(1) is '"' or '\'')
        {
            var quote = Peek(1);
            ReadInterpolatedPart(quote, _at, _at + 2, first: true);
            return;
        }

        var end = Peek(1) == '$' ? _at + 2 : EndOfName(_at + 1);
        Emit(TokenType.IdentifierSpecial, _at, end);
    }

    private int EndOfName(int end)
    {
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private void ReadOperator(char c)
    {
        if (c == '}')
        {
            ReadCloseBrace();
            return;
        }

        foreach (var (text, type) in LexerOperators.Longest(c))
        {
            if (StartsWith(text))
            {
                _openBraces += type == TokenType.OpenBrace ? 1 : 0;
                Emit(type, _at, _at + text.Length);
                return;
            }
        }

        Emit(TokenType.Invalid, _at, _at + (char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(1)) ? 2 : 1));
    }

    private void ReadCloseBrace()
    {
        if (_interpolations.TryPeek(out var interpolation) && interpolation.OpenBraces == _openBraces)
        {
            _interpolations.Pop();
            ReadInterpolatedPart(interpolation.Quote, _at, _at + 1, first: false);
            return;
        }

        _openBraces -= _openBraces > 0 ? 1 : 0;
        Emit(TokenType.CloseBrace, _at, _at + 1);
    }
}
