namespace Scriban.Parsing;

/// <summary>A token of a template.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Last character.</param>
/// <param name="Value">
/// The value where it differs from the source: a string without quotes and escapes, text after white space control,
/// for <see cref="TokenType.CodeEnter"/> the indent that holds for the block.
/// </param>
public readonly record struct Token(TokenType Type, TextPosition Start, TextPosition End, string? Value = null)
{
    /// <summary>The source text of the token.</summary>
    public string GetText(string text) =>
        Start.Offset >= text.Length || End.Offset < Start.Offset
            ? "<eof>"
            : text.Substring(Start.Offset, Math.Min(End.Offset + 1, text.Length) - Start.Offset);
}
