using System.Collections.Immutable;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>A band across a column that is set as one: a line, an image, a row. Measures in points, downward.</summary>
internal abstract class Strip
{
    /// <summary>Space above it, dropped at the top of a page.</summary>
    public double SpaceBefore { get; set; }

    /// <summary>Height without the space above.</summary>
    public double Height { get; protected set; }

    /// <summary>True where it must not stand last on a page.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Anchors that stand here.</summary>
    public ImmutableArray<string> Anchors { get; set; } = [];

    /// <summary>Anchors of blocks that end here.</summary>
    public ImmutableArray<string> Ends { get; set; } = [];

    /// <summary>The heading that begins here; null for none.</summary>
    public HeadingEntry? Heading { get; set; }

    /// <summary>Where bars of quotations stand, from the left of the column.</summary>
    public ImmutableArray<double> Bars { get; set; } = [];

    /// <summary>The table whose headings are repeated above it on a new page; null for none.</summary>
    public RepeatedHeader? Header { get; set; }

    /// <summary>Notes that it refers to.</summary>
    public virtual IEnumerable<NoteLayout> Notes => [];

    /// <summary>Cuts it so that the first part is at most <paramref name="height"/> high; null where that can't be.</summary>
    public virtual (Strip First, Strip Second)? Split(double height) => null;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="left">Left of the column.</param>
    /// <param name="top">Top of the strip, downward from the top of the page.</param>
    public abstract void Paint(PageCanvas canvas, double left, double top);
}

/// <summary>A heading for the outline.</summary>
internal sealed record HeadingEntry(int Level, string Title);

/// <summary>The heading rows of a table, drawn again on each page that the table goes on to.</summary>
internal sealed record RepeatedHeader(ImmutableArray<Strip> Rows)
{
    public double Height => Rows.Sum(r => r.SpaceBefore + r.Height);
}

/// <summary>A page break.</summary>
internal sealed class PageBreakStrip : Strip
{
    public override void Paint(PageCanvas canvas, double left, double top)
    {
    }
}

/// <summary>A line across.</summary>
internal sealed class RuleStrip : Strip
{
    private readonly double x;
    private readonly double width;

    public RuleStrip(double x, double width)
    {
        (this.x, this.width) = (x, width);
        Height = 1;
        SpaceBefore = 8;
    }

    public override void Paint(PageCanvas canvas, double left, double top) =>
        canvas.Rectangle(left + x, top, width, 0.5, LayoutContext.RuleColor);
}

/// <summary>An image on a line of its own.</summary>
internal sealed class ImageStrip : Strip
{
    private readonly PlacedImage image;
    private readonly StructureElement element;
    private readonly double x;

    public ImageStrip(PlacedImage image, StructureElement element, double x)
    {
        (this.image, this.element, this.x) = (image, element, x);
        Height = image.Height;
    }

    public override void Paint(PageCanvas canvas, double left, double top) =>
        canvas.Image(element, image, left + x, top);
}
