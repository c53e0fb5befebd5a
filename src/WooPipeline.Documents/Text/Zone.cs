namespace WooPipeline.Documents;

/// <summary>A named stretch of a text view. Zones may nest (a cell in a quoted reply); the innermost comes last.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is, in the view's UTF-16 units, end exclusive.</param>
/// <param name="Name">Native field name, column heading or property name; null where it has none.</param>
/// <param name="Level">Quote depth or heading level; 0 where neither.</param>
public sealed record Zone(ZoneKind Kind, TextSpan Span, string? Name = null, int Level = 0);
