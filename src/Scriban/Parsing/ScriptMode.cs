namespace Scriban.Parsing;

/// <summary>What the text given to the parser is.</summary>
public enum ScriptMode
{
    /// <summary>Text with code blocks.</summary>
    Default,

    /// <summary>A front matter between two markers; the text behind it is not parsed.</summary>
    FrontMatterOnly,

    /// <summary>A front matter between two markers, then text with code blocks.</summary>
    FrontMatterAndContent,

    /// <summary>Code only, without code blocks.</summary>
    ScriptOnly,
}
