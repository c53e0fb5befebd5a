namespace WooPipeline.Privacy;

/// <summary>A row of <c>ambtenaren.csv</c> or <c>publieke-personen.csv</c>.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Email">Address; empty where none.</param>
/// <param name="Function">Function; empty where none.</param>
/// <param name="Organisation">Organisation or part of it; empty where none.</param>
/// <param name="Source"><c>registers/ambtenaren.csv:4</c>.</param>
public sealed record RegisterRow(string Name, string Email, string Function, string Organisation, string Source);

/// <summary>A row of <c>altijd.csv</c> or <c>nooit.csv</c>.</summary>
/// <param name="Text">The words, matched whole, whatever their case.</param>
/// <param name="Label">Label code; empty for <c>ACCOUNT</c>.</param>
/// <param name="Ground">Ground code; empty for 5.1.2e.</param>
/// <param name="Source">File and line.</param>
public sealed record WordRow(string Text, string Label, string Ground, string Source);
