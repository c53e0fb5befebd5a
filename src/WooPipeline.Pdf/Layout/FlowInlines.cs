using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>A piece of a line.</summary>
public abstract record FlowInline;

/// <summary>Text in one style.</summary>
public sealed record FlowText(string Text, FlowFont Font = FlowFont.Regular) : FlowInline;

/// <summary>A forced new line.</summary>
public sealed record FlowLineBreak : FlowInline;

/// <summary>Text that leads to an address or to <c>#anchor</c>.</summary>
public sealed record FlowLink(string Target, ImmutableArray<FlowInline> Content) : FlowInline;

/// <summary>The number of a note.</summary>
public sealed record FlowNoteReference(string NoteId) : FlowInline;

/// <summary>The page on which an anchor stands.</summary>
public sealed record FlowPageReference(string Anchor) : FlowInline;

/// <summary>An image in a line.</summary>
public sealed record FlowInlineImage(FlowImage Image) : FlowInline;

/// <summary>A box where something was removed.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Spoken">What is read aloud.</param>
public sealed record FlowMark(string Text, string Spoken) : FlowInline;

/// <summary>How text looks; several may hold at once.</summary>
[Flags]
public enum FlowFont
{
    /// <summary>As the paragraph.</summary>
    Regular = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Italic.</summary>
    Italic = 2,

    /// <summary>Underlined.</summary>
    Underline = 4,

    /// <summary>Struck through.</summary>
    Strikethrough = 8,

    /// <summary>Raised.</summary>
    Superscript = 16,

    /// <summary>Lowered.</summary>
    Subscript = 32,

    /// <summary>Smaller.</summary>
    Small = 64,

    /// <summary>With a line around it.</summary>
    Outlined = 128,
}
