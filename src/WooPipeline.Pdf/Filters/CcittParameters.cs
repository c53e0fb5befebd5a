namespace WooPipeline.Pdf.Filters;

/// <summary>How fax data was coded (ISO 32000-2 table 11).</summary>
/// <param name="K">Below 0 Group 4; 0 Group 3 in one dimension; above 0 Group 3 mixed.</param>
/// <param name="Columns">Pixels across.</param>
/// <param name="Rows">Rows; 0 where only the data tells.</param>
internal sealed record CcittParameters(int K, int Columns, int Rows)
{
    /// <summary>True where each row begins at a byte.</summary>
    public bool IsByteAligned { get; init; }

    /// <summary>True where 1 is black in the result; else 0 is.</summary>
    public bool BlackIsOne { get; init; }
}
