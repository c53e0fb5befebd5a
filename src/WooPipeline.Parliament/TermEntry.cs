namespace WooPipeline.Parliament;

/// <summary>A term.</summary>
/// <param name="Day">Its last day.</param>
/// <param name="Id">Name that stays the same between runs.</param>
/// <param name="Title">What must be done.</param>
/// <param name="IsMet">True where it has been done.</param>
/// <param name="Source">Where it follows from.</param>
public sealed record TermEntry(DateOnly Day, string Id, string Title, bool IsMet, Provenance Source);
