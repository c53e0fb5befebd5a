namespace WooPipeline.Parliament;

/// <summary>A field of a record.</summary>
/// <param name="Path">Names from the record down, with <c>/</c>: <c>opschorting/reden</c>.</param>
/// <param name="State">What it says.</param>
/// <param name="Text">Its value; empty unless present.</param>
/// <param name="IsPersonal">True where fields of this name hold persons; such values are searched for in the whole dossier.</param>
public sealed record ArchiveValue(string Path, ValueState State, string Text, bool IsPersonal);
