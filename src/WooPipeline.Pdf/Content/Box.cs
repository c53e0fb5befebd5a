namespace WooPipeline.Pdf.Content;

/// <summary>A rectangle along the axes, in points of the page's default space.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    /// <summary>A box that holds everything.</summary>
    public static Box Everything { get; } = new(-1e9, -1e9, 1e9, 1e9);

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool IsEmpty => Right <= Left || Top <= Bottom;

    /// <summary>From four numbers in any order of corners; null where there are none.</summary>
    public static Box? Of(double[]? n) => n is { Length: >= 4 }
        ? new Box(Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3])) : null;

    public Box Intersect(in Box other) => new(
        Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));

    public Box Union(in Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    public Box Grow(double by) => new(Left - by, Bottom - by, Right + by, Top + by);

    public bool Overlaps(in Box other) => Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;

    public bool Contains(in Box other) => Left <= other.Left && Bottom <= other.Bottom && Right >= other.Right && Top >= other.Top;
}
