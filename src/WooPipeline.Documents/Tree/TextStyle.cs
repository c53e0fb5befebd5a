namespace WooPipeline.Documents;

/// <summary>How a run looks; several may hold at once.</summary>
[Flags]
public enum TextStyle
{
    /// <summary>As the paragraph.</summary>
    None = 0,

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

    /// <summary>All letters of one width.</summary>
    Monospace = 64,

    /// <summary>Smaller than the paragraph.</summary>
    Small = 128,

    /// <summary>With a line around it: what would go, in a draft.</summary>
    Outlined = 256,
}
