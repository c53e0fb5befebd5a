namespace Scriban.Parsing;

/// <summary>A place in a template.</summary>
/// <param name="Offset">UTF-16 offset from the start of the text.</param>
/// <param name="Line">Zero-based line.</param>
/// <param name="Column">Zero-based column in UTF-16 units.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>The position one column further.</summary>
    public TextPosition NextColumn(int offset = 1) => new(Offset + offset, Line, Column + offset);

    /// <summary>The place as people count: <c>line,column</c>, both from one.</summary>
    public string ToStringSimple() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line + 1},{Column + 1}");

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({Offset}:{Line},{Column})");
}
