using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>How a stretch of a line looks and what it is in the structure. Two stretches are one where this is the same object.</summary>
internal sealed record RunStyle(StructureElement Element, double Size)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    public bool Strike { get; init; }

    /// <summary>How far above the line it stands.</summary>
    public double Rise { get; init; }

    public FlowColor Color { get; init; } = FlowColor.Black;

    /// <summary>A box behind it; null for none.</summary>
    public FlowColor? Fill { get; init; }

    /// <summary>A line around it.</summary>
    public bool Outline { get; init; }

    /// <summary>Where it leads; null for nowhere.</summary>
    public LinkTarget? Link { get; init; }
}

/// <summary>Where a link leads.</summary>
/// <param name="Address">Absolute address, or <c>#anchor</c>.</param>
/// <param name="Description">What is read aloud for it.</param>
/// <param name="Element">The link in the structure, which may hold an image or a note's number that are elements of their own.</param>
internal sealed record LinkTarget(string Address, string Description, StructureElement Element);
