namespace WooPipeline.Publication;

/// <summary>A text made from a template (nota, tabel, antwoorden, rapportage), already written to the staging folder.</summary>
/// <param name="Path">Relative to <c>publicatie/</c>: <c>nota.pdf</c>.</param>
/// <param name="Kind"><c>nota</c>, <c>tabel</c>, <c>antwoorden</c>, <c>rapportage</c> or <c>besluit</c>.</param>
/// <param name="Title">Its public title.</param>
/// <param name="Date">Its date; null for the decision's.</param>
public sealed record RenderedFile(string Path, string Kind, string Title, DateOnly? Date = null);
