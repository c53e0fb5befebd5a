namespace Scriban.Parsing;

/// <summary>A stretch of a template; <see cref="End"/> is its last character, so it is inclusive.</summary>
/// <param name="FileName">Name the template was parsed under.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Last character.</param>
public readonly record struct SourceSpan(string FileName, TextPosition Start, TextPosition End)
{
    /// <summary>Number of characters covered.</summary>
    public int Length => End.Offset - Start.Offset + 1;

    /// <summary>File and start as people count: <c>file(line,column)</c>.</summary>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";

    /// <inheritdoc />
    public override string ToString() => $"{FileName}({Start})-({End})";
}
