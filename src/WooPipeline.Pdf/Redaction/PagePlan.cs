using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Redaction;

/// <summary>What happens to a page: which glyphs go, which move where, what is drawn.</summary>
internal sealed class PagePlan
{
    /// <summary>Glyphs that go.</summary>
    public HashSet<int> Removed { get; } = [];

    /// <summary>Glyphs that are set anew, with their new origin on the page.</summary>
    public Dictionary<int, (double X, double Y)> Moved { get; } = [];

    /// <summary>Glyphs on lines that are set anew, kept ones included; spacing operators that serve only these are reset.</summary>
    public HashSet<int> Lines { get; } = [];

    /// <summary>Boxes to draw.</summary>
    public List<MarkBox> Boxes { get; } = [];

    /// <summary>Where drawings and pixels go: over the removed letters and under the boxes.</summary>
    public List<ClearedRegion> Regions { get; } = [];

    public bool IsEmpty => Removed.Count == 0 && Boxes.Count == 0 && Regions.Count == 0;
}

/// <summary>A box with a code.</summary>
/// <param name="Place">From a space whose unit is a point, x along the line from the box's left edge, y up from the baseline.</param>
/// <param name="Width">Width.</param>
/// <param name="Size">Size of the line's letters.</param>
/// <param name="Mark">What it stands for.</param>
/// <param name="RemovedWidth">Width of what it hides.</param>
/// <param name="Mcid">Marked content that the first removed glyph was in; -1 for none.</param>
internal sealed record MarkBox(Matrix Place, double Width, double Size, PdfMark Mark, double RemovedWidth, int Mcid)
{
    /// <summary>True where its width is that of what it hides.</summary>
    public bool IsExact { get; init; }

    /// <summary>True in a draft: a line around what would go, with nothing gone.</summary>
    public bool IsOutline { get; init; }

    /// <summary>Height where the box isn't that of a line of letters; 0 where it is.</summary>
    public double Height { get; init; }

    public const double Below = 0.22;
    public const double Above = 0.78;

    /// <summary>Its lower side, from the baseline.</summary>
    public double Low => Height > 0 ? 0 : -Below * Size;

    /// <summary>Its height in points.</summary>
    public double High => Height > 0 ? Height : (Below + Above) * Size;

    /// <summary>The box on the page.</summary>
    public Box Bounds => Place.Apply(new Box(0, Low, Width, Low + High));

    /// <summary>A box over a rectangle of the page, upright for the reader.</summary>
    public static MarkBox Over(in Box area, in PageGeometry page, PdfMark mark)
    {
        var upright = page.Upright.Apply(area);
        var back = page.Upright.Inverse() ?? Matrix.Identity;
        return new MarkBox(new Matrix(1, 0, 0, 1, upright.Left, upright.Bottom).Then(back), upright.Width, Math.Clamp(upright.Height, 4, LargestLine), mark, 0, -1) { Height = upright.Height };
    }

    private const double LargestLine = 14;
}

/// <summary>A stretch of a line of which letters were removed.</summary>
/// <param name="Removed">Box over the removed letters.</param>
/// <param name="Line">Box over the whole stretch of the line; drawings that follow its length go too.</param>
/// <param name="IsArea">True for a rectangle that was asked for as such.</param>
/// <param name="HidesPixels">True where the letters stand for what an image shows.</param>
internal sealed record ClearedRegion(Box Removed, Box Line, bool IsArea, bool HidesPixels);
