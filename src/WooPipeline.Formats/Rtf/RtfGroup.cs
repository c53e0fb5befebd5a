using WooPipeline.Documents;

namespace WooPipeline.Formats.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfTarget
{
    /// <summary>What a reader sees.</summary>
    Story,

    /// <summary>Nowhere.</summary>
    Nothing,

    /// <summary>The instruction of a field.</summary>
    Instruction,

    /// <summary>A property, a style's name, an author: the group's own text.</summary>
    Value,

    /// <summary>A picture's digits.</summary>
    Picture,

    /// <summary>The table of styles.</summary>
    Styles,

    /// <summary>The table of fonts.</summary>
    Fonts,
}

/// <summary>What holds within a group of RTF; a group starts with a copy of the one around it.</summary>
internal sealed record RtfGroup
{
    public RtfTarget Target { get; init; }

    public TextStyle Style { get; init; }

    /// <summary>True for hidden and deleted text.</summary>
    public bool IsHidden { get; init; }

    public int Font { get; init; } = -1;

    /// <summary>Bytes that stand for the character of a <c>\u</c>.</summary>
    public int Skip { get; init; } = 1;
}
