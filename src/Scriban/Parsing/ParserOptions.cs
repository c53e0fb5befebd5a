namespace Scriban.Parsing;

/// <summary>How tokens are made into a tree.</summary>
public record struct ParserOptions
{
    /// <summary>Creates the defaults.</summary>
    public ParserOptions()
    {
    }

    /// <summary>How deep expressions and blocks may be nested; null for the default of 250.</summary>
    public int? ExpressionDepthLimit { get; set; } = 250;

    /// <summary>Whether <c>1.5</c> is a decimal rather than a double.</summary>
    public bool ParseFloatAsDecimal { get; set; }
}
