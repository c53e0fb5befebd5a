using System.Collections.Immutable;

namespace WooPipeline.Formats.Sheet;

/// <summary>A workbook to write; every cell is text.</summary>
/// <param name="Worksheets">Its sheets, in order; at least one.</param>
public sealed record Workbook(ImmutableArray<Worksheet> Worksheets);

/// <summary>A sheet to write.</summary>
/// <param name="Name">Name on the tab; characters that tabs can't hold are replaced, and it is cut to 31 characters.</param>
/// <param name="Header">Headings of the columns; empty for none.</param>
/// <param name="Rows">Rows below the headings.</param>
public sealed record Worksheet(string Name, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows);
