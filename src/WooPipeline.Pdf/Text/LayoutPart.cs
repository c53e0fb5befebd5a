namespace WooPipeline.Pdf.Text;

/// <summary>A part of a page in the order of reading: lines of one column, or a table.</summary>
/// <param name="Lines">Lines from top to bottom; empty for a table.</param>
/// <param name="Cells">Rows of cells of lines; null where it is no table.</param>
internal sealed record LayoutPart(List<TextLine> Lines, List<List<List<TextLine>>>? Cells = null)
{
    public bool HasHeader { get; init; }
}
