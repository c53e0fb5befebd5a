namespace Scriban.Parsing;

/// <summary>A message of the parser, with its place.</summary>
/// <param name="Type">Error or warning.</param>
/// <param name="Span">Where it is about.</param>
/// <param name="Message">What is wrong.</param>
public sealed record LogMessage(ParserMessageType Type, SourceSpan Span, string Message)
{
    /// <summary>The message as <c>file(line,column) : error : text</c>.</summary>
    public override string ToString() =>
        $"{Span.ToStringSimple()} : {(Type == ParserMessageType.Error ? "error" : "warning")} : {Message}";
}
