using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An included template could not be parsed.</summary>
public class ScriptParserRuntimeException : ScriptRuntimeException
{
    /// <summary>Creates the error.</summary>
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
        : base(span, message)
    {
        ArgumentNullException.ThrowIfNull(parserMessages);
        ParserMessages = parserMessages;
    }

    /// <summary>The messages of the parser.</summary>
    public LogMessageBag ParserMessages { get; }

    /// <inheritdoc />
    public override string Message => $"{base.Message} messages:\n {string.Join("\n ", ParserMessages)}";
}
