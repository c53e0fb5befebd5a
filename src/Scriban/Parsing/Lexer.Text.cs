namespace Scriban.Parsing;

/// <summary>Text outside code, escape blocks and white space control.</summary>
internal sealed partial class Lexer
{
    private void ReadText()
    {
        var start = SkipStripped(_at);
        var open = FindOpening(start, out var percents);
        var end = open < 0 ? _text.Length : open;
        var after = open + 2 + percents;
        var control = open < 0 ? Strip.None : ControlAt(after);
        var textEnd = TrimEnd(start, end, control);
        if (textEnd > start)
        {
            Emit(TokenType.Raw, start, textEnd);
        }

        _at = end;
        if (open < 0)
        {
            return;
        }

        if (control != Strip.None)
        {
            after++;
        }

        if (percents > 0)
        {
            ReadEscape(open, after, percents);
            return;
        }

        Emit(TokenType.CodeEnter, open, after, control == Strip.None ? IndentBefore(start, open) : null);
        _inCode = true;
        _openBraces = 0;
    }

    /// <summary>Moves over the white space that the block before asked to be removed.</summary>
    private int SkipStripped(int start)
    {
        var strip = _strip;
        _strip = Strip.None;
        if (strip == Strip.All)
        {
            while (start < _text.Length && char.IsWhiteSpace(_text[start]))
            {
                start++;
            }
        }
        else if (strip == Strip.Line)
        {
            while (start < _text.Length && IsBlank(_text[start]))
            {
                start++;
            }

            if (start < _text.Length && _text[start] == '\r')
            {
                start++;
            }

            if (start < _text.Length && _text[start] == '\n')
            {
                start++;
            }
        }

        return start;
    }

    private int FindOpening(int start, out int percents)
    {
        percents = 0;
        for (var i = _text.IndexOf('{', start); i >= 0 && i + 1 < _text.Length; i = _text.IndexOf('{', i + 1))
        {
            if (_text[i + 1] == '{')
            {
                return i;
            }

            var end = i + 1;
            while (end < _text.Length && _text[end] == '%')
            {
                end++;
            }

            if (end > i + 1 && end < _text.Length && _text[end] == '{')
            {
                percents = end - i - 1;
                return i;
            }
        }

        return -1;
    }

    private Strip ControlAt(int offset) => offset >= _text.Length ? Strip.None : _text[offset] switch
    {
        '-' => Strip.All,
        '~' => Strip.Line,
        _ => Strip.None,
    };

    private int TrimEnd(int start, int end, Strip control)
    {
        while (control != Strip.None && end > start && (control == Strip.All ? char.IsWhiteSpace(_text[end - 1]) : IsBlank(_text[end - 1])))
        {
            end--;
        }

        return end;
    }

    /// <summary>The blanks between the start of the line and the block, or null where anything else stands before the block.</summary>
    private string? IndentBefore(int start, int open)
    {
        var first = open;
        while (first > start && IsBlank(_text[first - 1]))
        {
            first--;
        }

        return first < open && (first == 0 || _text[first - 1] == '\n') ? _text[first..open] : null;
    }

    private void ReadEscape(int open, int contentStart, int percents)
    {
        var closing = "}" + new string('%', percents) + "}";
        var close = _text.IndexOf(closing, contentStart, StringComparison.Ordinal);
        if (close < 0)
        {
            Error(open, open + percents + 2, $"Unexpected end of file while parsing an escape block not terminated by `{closing}`");
            _at = _text.Length;
            return;
        }

        var contentEnd = close;
        if (contentEnd > contentStart && ControlAt(contentEnd - 1) != Strip.None)
        {
            _strip = ControlAt(--contentEnd);
        }

        Emit(TokenType.Escape, contentStart, contentEnd, _text[contentStart..contentEnd]);
        _at = close + closing.Length;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t';
}
