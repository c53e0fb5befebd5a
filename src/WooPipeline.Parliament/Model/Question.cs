namespace WooPipeline.Parliament;

/// <summary>A question.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Label">As printed: <c>Vraag 1</c>.</param>
/// <param name="Markdown">Its text, never rewritten, in Markdown.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Question(int Number, string Label, string Markdown, Provenance Source);
