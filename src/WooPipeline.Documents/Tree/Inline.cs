using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>A piece of a line: text, a link, a note's number, a mark.</summary>
public abstract record Inline;

/// <summary>Text in one style.</summary>
/// <param name="Text">The text; never null, no line ends (see <see cref="LineBreak"/>).</param>
/// <param name="Style">How it looks.</param>
/// <param name="Origin">Where it stands in the native file; null where the format is rebuilt.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.None, Origin? Origin = null) : Inline;

/// <summary>A forced new line within a paragraph; one <c>\n</c> in the text view.</summary>
public sealed record LineBreak : Inline;

/// <summary>Text that leads elsewhere.</summary>
/// <param name="Target">Absolute address, or <c>#anchor</c>. Laid out at the end of the text view so that it is searched too.</param>
/// <param name="Content">What is shown.</param>
public sealed record Link(string Target, ImmutableArray<Inline> Content) : Inline;

/// <summary>The number of a note in the text.</summary>
/// <param name="NoteId">Id of a <see cref="Footnote"/> of the same document.</param>
public sealed record FootnoteReference(string NoteId) : Inline;

/// <summary>The page on which an anchor of the same document stands, filled in by a writer that has pages.</summary>
/// <param name="Anchor">An anchor of a block.</param>
public sealed record PageReference(string Anchor) : Inline;

/// <summary>An image in a line.</summary>
/// <param name="Image">The image.</param>
public sealed record InlineImage(ImageContent Image) : Inline;

/// <summary>What stands where a passage was removed; holds nothing of the passage.</summary>
/// <param name="Text">What is shown: a ground code or a pseudonym.</param>
/// <param name="Ground">The ground for removal.</param>
/// <param name="Label">What kind of datum was removed.</param>
public sealed record RedactionMark(string Text, Ground Ground, Label Label) : Inline;
