namespace Scriban.Parsing;

/// <summary>How grave a <see cref="LogMessage"/> is.</summary>
public enum ParserMessageType
{
    /// <summary>The template can't be rendered.</summary>
    Error,

    /// <summary>The template can be rendered.</summary>
    Warning,
}
