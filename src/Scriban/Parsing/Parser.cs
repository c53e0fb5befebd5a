using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Makes the tree of a template from its tokens.</summary>
internal sealed partial class Parser
{
    private const int DefaultDepthLimit = 250;

    private readonly Lexer _lexer;
    private readonly ParserOptions _options;
    private readonly LexerOptions _lexerOptions;
    private readonly string _fileName;
    private readonly List<Token> _ahead = [];
    private int _aheadAt;
    private Token _current;
    private Token _previous;
    private int _depth;
    private bool _inCode;
    private bool _stopped;

    public Parser(string text, string fileName, ParserOptions options, LexerOptions lexerOptions)
    {
        _fileName = fileName;
        _options = options;
        _lexerOptions = lexerOptions;
        _lexer = new Lexer(text, fileName, lexerOptions, Report);
        _inCode = lexerOptions.Mode == ScriptMode.ScriptOnly;
    }

    public LogMessageBag Messages { get; } = new();

    private Token Current => _current;

    private SourceSpan CurrentSpan => SpanOf(_current);

    public ScriptPage Run()
    {
        if (_lexerOptions.Lang != ScriptLang.Default)
        {
            var language = _lexerOptions.Lang == ScriptLang.Liquid ? "Liquid" : "scientific";
            Report(new SourceSpan(_fileName, default, default), $"The {language} language is not supported. Only the native language of Scriban is");
            return new ScriptPage(null, new ScriptBlockStatement([]));
        }

        Next();
        var start = Current.Start;
        var frontMatter = Current.Type == TokenType.FrontMatterMarker ? ParseFrontMatter() : null;
        var (body, _) = ParseBlock(BlockOwner.Page);
        return Close(new ScriptPage(frontMatter, body), start);
    }

    private ScriptFrontMatter ParseFrontMatter()
    {
        var start = Current.Start;
        _inCode = true;
        Next();
        var (statements, _) = ParseBlock(BlockOwner.FrontMatter);
        if (Current.Type == TokenType.FrontMatterMarker)
        {
            Next();
        }
        else
        {
            Error(CurrentSpan, $"End of frontmatter `{_lexerOptions.FrontMatterMarker}` not found");
        }

        _inCode = false;
        return Close(new ScriptFrontMatter(statements, _lexer.AfterFrontMatter), start);
    }

    private void Next()
    {
        _previous = _current;
        if (_aheadAt < _ahead.Count)
        {
            _current = _ahead[_aheadAt++];
            return;
        }

        _ahead.Clear();
        _aheadAt = 0;
        _current = _lexer.Next();
    }

    private Token Peek(int count = 1)
    {
        while (_ahead.Count - _aheadAt < count)
        {
            _ahead.Add(_lexer.Next());
        }

        return _ahead[_aheadAt + count - 1];
    }

    private T Close<T>(T node, TextPosition start)
        where T : ScriptNode
    {
        node.Span = new SourceSpan(_fileName, start, _previous.End.Offset < start.Offset ? start : _previous.End);
        return node;
    }

    private SourceSpan SpanOf(Token token) => new(_fileName, token.Start, token.End);

    private string AsText(Token token) => token.Type switch
    {
        TokenType.NewLine => "\\n",
        TokenType.CodeEnter => "{{",
        TokenType.CodeExit => "}}",
        TokenType.Eof => "<eof>",
        _ => token.GetText(_lexer.Text),
    };

    private void Report(SourceSpan span, string message)
    {
        if (!_stopped)
        {
            Messages.Add(new LogMessage(ParserMessageType.Error, span, message));
        }
    }

    private void Error(SourceSpan span, string message) => Report(span, message);

    private void Error(SourceSpan span, Construct construct, string message) =>
        Report(span, $"Error while parsing {construct.Name}: {message} in: {construct.Example}");

    /// <summary>Reports an error behind which nothing sensible can be read.</summary>
    private void Fatal(SourceSpan span, string message)
    {
        Report(span, message);
        _stopped = true;
    }

    /// <summary>Goes one level deeper, unless that is too deep for the limit or for the stack.</summary>
    private bool TryEnter()
    {
        var limit = _options.ExpressionDepthLimit ?? DefaultDepthLimit;
        if (_stopped)
        {
            return false;
        }

        if (_depth >= limit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fatal(CurrentSpan, $"The statement depth limit `{limit}` was reached when parsing this statement");
            return false;
        }

        _depth++;
        return true;
    }

    private void Leave() => _depth--;
}
