namespace WooPipeline.Pdf.Content;

/// <summary>An open marked-content sequence (§14.6).</summary>
/// <param name="Tag">Its tag: <c>Span</c>, <c>Artifact</c>, <c>OC</c>.</param>
/// <param name="Mcid">Its identifier; -1 where it has none.</param>
/// <param name="IsHidden">True where it is optional content that is off.</param>
/// <param name="ArtifactType">Subtype of an artifact (<c>Header</c>, <c>Footer</c>), or null.</param>
internal readonly record struct MarkedContent(string Tag, int Mcid, bool IsHidden, string? ArtifactType);
