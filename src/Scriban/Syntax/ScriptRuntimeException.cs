using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An error while a template is rendered, with its place in the template.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>Creates the error.</summary>
    public ScriptRuntimeException(SourceSpan span, string message)
        : base(message) => Span = span;

    /// <summary>Creates the error with its cause.</summary>
    public ScriptRuntimeException(SourceSpan span, string message, Exception? innerException)
        : base(message, innerException) => Span = span;

    /// <summary>Where in the template it went wrong.</summary>
    public SourceSpan Span { get; }

    /// <summary>The message without the place.</summary>
    public string OriginalMessage => base.Message;

    /// <summary>The message as <c>file(line,column) : error : text</c>.</summary>
    public override string Message => new LogMessage(ParserMessageType.Error, Span, OriginalMessage).ToString();

    /// <inheritdoc />
    public override string ToString() => Message;
}
