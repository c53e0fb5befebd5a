namespace Scriban.Runtime;

/// <summary>The arguments of a for or tablerow statement.</summary>
/// <param name="Offset">Items to skip.</param>
/// <param name="Limit">Items to take.</param>
/// <param name="IsReversed">Whether to go from the last to the first.</param>
/// <param name="Columns">Cells in a row of a table.</param>
internal readonly record struct LoopSettings(int Offset, int Limit, bool IsReversed, int Columns);
