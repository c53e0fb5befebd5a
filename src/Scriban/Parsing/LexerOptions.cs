namespace Scriban.Parsing;

/// <summary>How a template is cut into tokens.</summary>
public record struct LexerOptions
{
    /// <summary>Default marker before and after a front matter.</summary>
    public const string DefaultFrontMatterMarker = "+++";

    /// <summary>The defaults: text with code blocks, native language.</summary>
    public static readonly LexerOptions Default = new();

    /// <summary>Creates the defaults.</summary>
    public LexerOptions()
    {
    }

    /// <summary>What the text is.</summary>
    public ScriptMode Mode { get; set; }

    /// <summary>The language.</summary>
    public ScriptLang Lang { get; set; }

    /// <summary>Marker before and after a front matter.</summary>
    public string FrontMatterMarker { get; set; } = DefaultFrontMatterMarker;

    /// <summary>Kept for compatibility; comments and white space are never kept in the tree.</summary>
    public bool KeepTrivia { get; set; }

    /// <summary>Where in the text to start.</summary>
    public TextPosition StartPosition { get; set; }
}
