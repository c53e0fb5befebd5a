namespace WooPipeline.Formats.Sheet;

/// <summary>A cell of a sheet of any format, as a reader sees it.</summary>
/// <param name="Row">Zero-based row.</param>
/// <param name="Column">Zero-based column.</param>
/// <param name="Text">What it shows.</param>
internal record GridCell(int Row, int Column, string Text);
