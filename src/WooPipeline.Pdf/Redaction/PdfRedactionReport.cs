using System.Collections.Immutable;

namespace WooPipeline.Pdf.Redaction;

/// <summary>What was done.</summary>
/// <param name="Boxes">The boxes that were drawn, in order of pages.</param>
public sealed record PdfRedactionReport(ImmutableArray<PdfBox> Boxes)
{
    /// <summary>Images of which pixels were painted over.</summary>
    public int PaintedImages { get; init; }

    /// <summary>Images that can't be unpacked and were replaced whole.</summary>
    public int ReplacedImages { get; init; }
}

/// <summary>A box that was drawn.</summary>
/// <param name="Page">Zero-based page.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="RemovedWidth">Width of what it hides, in points; for internal reports only.</param>
/// <param name="LeakBits">How many bits the box's width tells of a surname at most, estimated for the size of the letters.</param>
public sealed record PdfBox(int Page, double Width, double RemovedWidth, double LeakBits);
