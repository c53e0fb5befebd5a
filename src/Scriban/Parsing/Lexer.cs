namespace Scriban.Parsing;

/// <summary>Cuts a template into tokens, one at a time as the parser asks for them.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly LexerOptions _options;
    private readonly LineMap _lines;
    private readonly Action<SourceSpan, string> _error;
    private readonly string _fileName;
    private readonly Queue<Token> _pending = new();
    private readonly Stack<Interpolation> _interpolations = new();
    private readonly TextPosition _origin;
    private int _at;
    private int _openBraces;
    private bool _inCode;
    private FrontMatter _frontMatter;
    private Strip _strip;
    private TokenType _previous;

    public Lexer(string text, string fileName, LexerOptions options, Action<SourceSpan, string> error)
    {
        _text = text;
        _fileName = fileName;
        _options = options;
        _error = error;
        _lines = new LineMap(text);
        _origin = options.StartPosition;
        _at = Math.Clamp(_origin.Offset, 0, text.Length);
        _inCode = options.Mode == ScriptMode.ScriptOnly;
        _frontMatter = options.Mode is ScriptMode.FrontMatterOnly or ScriptMode.FrontMatterAndContent ? FrontMatter.Expected : FrontMatter.None;
    }

    private enum Strip
    {
        None,
        Line,
        All,
    }

    private enum FrontMatter
    {
        None,
        Expected,
        Inside,
        Ended,
    }

    /// <summary>The position behind the end marker of the front matter.</summary>
    public TextPosition AfterFrontMatter { get; private set; }

    public string Text => _text;

    /// <summary>The next token; <see cref="TokenType.Eof"/> again and again at the end.</summary>
    public Token Next()
    {
        while (true)
        {
            if (_pending.TryDequeue(out var pending))
            {
                _previous = pending.Type;
                return pending;
            }

            if (_frontMatter == FrontMatter.Expected)
            {
                EnterFrontMatter();
            }
            else if (_at >= _text.Length || (_frontMatter == FrontMatter.Ended && _options.Mode == ScriptMode.FrontMatterOnly))
            {
                return new Token(TokenType.Eof, Position(_text.Length), Position(_text.Length - 1));
            }
            else if (_inCode)
            {
                ReadCode();
            }
            else
            {
                ReadText();
            }
        }
    }

    private void EnterFrontMatter()
    {
        if (StartsWith(_options.FrontMatterMarker))
        {
            Emit(TokenType.FrontMatterMarker, _at, _at + _options.FrontMatterMarker.Length);
            SkipToNextLine();
            _frontMatter = FrontMatter.Inside;
            _inCode = true;
            return;
        }

        _frontMatter = FrontMatter.None;
        _inCode = _options.Mode == ScriptMode.FrontMatterOnly;
    }

    private bool TryLeaveFrontMatter()
    {
        if (_frontMatter != FrontMatter.Inside || (_at > 0 && _text[_at - 1] != '\n') || !StartsWith(_options.FrontMatterMarker))
        {
            return false;
        }

        Emit(TokenType.FrontMatterMarker, _at, _at + _options.FrontMatterMarker.Length);
        SkipToNextLine();
        AfterFrontMatter = Position(_at);
        _frontMatter = FrontMatter.Ended;
        _inCode = false;
        return true;
    }

    private void SkipToNextLine()
    {
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end + 1;
    }

    private bool StartsWith(string value) => string.CompareOrdinal(_text, _at, value, 0, value.Length) == 0;

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private TextPosition Position(int offset) => offset < 0 ? default : _lines.At(offset);

    /// <summary>Queues a token from <paramref name="start"/> to <paramref name="end"/> (exclusive) and moves behind it.</summary>
    private void Emit(TokenType type, int start, int end, string? value = null)
    {
        _pending.Enqueue(new Token(type, Position(start), Position(Math.Max(start, end - 1)), value));
        _at = end;
    }

    private void Error(int start, int end, string message) =>
        _error(new SourceSpan(_fileName, Position(start), Position(Math.Max(start, end - 1))), message);

    /// <summary>An interpolated string that is being read: its quote and the number of braces open around the expression.</summary>
    private readonly record struct Interpolation(char Quote, int OpenBraces);
}
