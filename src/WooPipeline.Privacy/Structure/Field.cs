namespace WooPipeline.Privacy;

/// <summary>A place with a label: a line <c>Label: value</c>, a table cell under its heading, or the second cell of a row.</summary>
/// <param name="Label">All classes of the label's words.</param>
/// <param name="LabelStart">Where the label stands; -1 where it comes from a zone.</param>
/// <param name="Start">First unit of the value.</param>
/// <param name="End">One past the last.</param>
/// <param name="Row">Ordinal of the line or row, so that cells of one row know each other.</param>
/// <param name="IsCell">True for a table cell.</param>
/// <param name="LabelText">The label folded.</param>
internal readonly record struct Field(WordClass Label, int LabelStart, int Start, int End, int Row, bool IsCell, string LabelText)
{
    public bool Has(WordClass any) => (Label & any) != 0;
}
