namespace WooPipeline.Publication;

/// <summary>
/// The text of a public file that was made from the package's own facts (the decision letter), so that <c>verify</c> knows how often a
/// common word may stand in it.
/// </summary>
/// <param name="Path">Relative to <c>publicatie/</c>.</param>
/// <param name="Text">What it says.</param>
public sealed record OwnText(string Path, string Text);
