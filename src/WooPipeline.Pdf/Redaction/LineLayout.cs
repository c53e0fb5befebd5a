using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>A line's glyphs in order, spaces included, with their places along it.</summary>
internal sealed class LineLayout
{
    private readonly PageContent content;
    private readonly double[] places;
    private readonly HashSet<int> wordStarts = [];
    private readonly bool isMixed;
    private readonly double originX;
    private readonly double originY;

    public LineLayout(PageContent content, TextLine line, int turn)
    {
        this.content = content;
        Size = line.Size;
        var upright = content.Geometry.Upright;
        var back = upright.Inverse() ?? Matrix.Identity;
        var (dx, dy) = turn switch { 1 => (0, 1), 2 => (-1, 0), 3 => (0, -1), _ => (1, 0) };
        (DirectionX, DirectionY) = back.Turn(dx, dy);
        Left = line.Left;
        foreach (var word in line.Words)
        {
            Glyphs.AddRange(word.Glyphs);
            wordStarts.Add(word.Glyphs[0]);
            if (word.SpaceGlyph >= 0)
            {
                Glyphs.Add(word.SpaceGlyph);
            }
        }

        ref readonly var first = ref content.GlyphSpan[Glyphs[0]];
        (originX, originY) = (first.X, first.Y);
        places = [.. Glyphs.Select(PlaceOf)];
        if (!IsSorted())
        {
            var keys = (double[])places.Clone();
            var order = Glyphs.ToArray();
            Array.Sort(keys, order);
            Glyphs.Clear();
            Glyphs.AddRange(order);
            places = keys;
            isMixed = Mixes(line);
        }
    }

    public List<int> Glyphs { get; } = [];

    public double Size { get; }

    /// <summary>Left edge in the coordinates in which lines were found.</summary>
    public double Left { get; }

    public double DirectionX { get; }

    public double DirectionY { get; }

    /// <summary>How far along the line there is room, because something else stands after it.</summary>
    public double Limit { get; init; }

    /// <summary>How far to the left there is room, in the coordinates of <see cref="Left"/>.</summary>
    public double FloorLeft { get; init; }

    /// <summary>True where other lines begin at the same edge.</summary>
    public bool IsAligned { get; init; }

    /// <summary>True where the line is plain horizontal writing along its direction, and no two texts stand over one another.</summary>
    public bool CanBeSetAnew => !isMixed && Glyphs.TrueForAll(g => !content.GlyphSpan[g].Font.IsVertical && IsAlong(content.GlyphSpan[g]));

    /// <summary>Where the glyph stands along the line.</summary>
    public double Place(int index) => places[index];

    /// <summary>The glyph's own advance along the line, without spacing and scaling.</summary>
    public double Natural(int index)
    {
        ref readonly var glyph = ref content.GlyphSpan[Glyphs[index]];
        return Math.Sqrt((glyph.AdvanceX * glyph.AdvanceX) + (glyph.AdvanceY * glyph.AdvanceY)) / Math.Abs(glyph.Stretch == 0 ? 1 : glyph.Stretch);
    }

    /// <summary>True for the first glyph of a word.</summary>
    public bool StartsWord(int index) => wordStarts.Contains(Glyphs[index]);

    public bool IsSpace(int index) => string.IsNullOrWhiteSpace(content.GlyphSpan[Glyphs[index]].Text) && content.GlyphSpan[Glyphs[index]].Text.Length > 0;

    /// <summary>The point of the page at a way along the line, on the baseline.</summary>
    public (double X, double Y) Point(double along) => (originX + (along * DirectionX), originY + (along * DirectionY));

    /// <summary>The page's point for a glyph set at a way along the line; what is raised stays raised.</summary>
    public (double X, double Y) Point(int index, double along)
    {
        ref readonly var glyph = ref content.GlyphSpan[Glyphs[index]];
        var shift = along - places[index];
        return (glyph.X + (shift * DirectionX), glyph.Y + (shift * DirectionY));
    }

    /// <summary>From points along and above the baseline, counted from a place on the line, to the page.</summary>
    public Matrix Space(double along)
    {
        var (x, y) = Point(along);
        return new Matrix(DirectionX, DirectionY, -DirectionY, DirectionX, x, y);
    }

    /// <summary>Box on the page over glyphs of the line, a little higher than their letters.</summary>
    public Box Bounds(int first, int last)
    {
        var end = places[last] + Natural(last);
        return Space(0).Apply(new Box(places[first], -0.3 * Size, Math.Max(end, places[first] + 0.1), 0.85 * Size));
    }

    private double PlaceOf(int glyph)
    {
        ref readonly var g = ref content.GlyphSpan[glyph];
        return ((g.X - originX) * DirectionX) + ((g.Y - originY) * DirectionY);
    }

    private bool IsAlong(in Glyph glyph)
    {
        var length = Math.Sqrt((glyph.AdvanceX * glyph.AdvanceX) + (glyph.AdvanceY * glyph.AdvanceY));
        return length == 0 || ((glyph.AdvanceX * DirectionX) + (glyph.AdvanceY * DirectionY)) / length > 0.999;
    }

    /// <summary>True where letters of one word stand between those of another.</summary>
    private bool Mixes(TextLine line)
    {
        var wordOf = new Dictionary<int, TextWord>();
        foreach (var word in line.Words)
        {
            word.Glyphs.ForEach(g => wordOf[g] = word);
        }

        var done = new HashSet<TextWord>();
        TextWord? current = null;
        foreach (var glyph in Glyphs)
        {
            if (!wordOf.TryGetValue(glyph, out var word) || ReferenceEquals(word, current))
            {
                continue;
            }

            if (!done.Add(word))
            {
                return true;
            }

            current = word;
        }

        return false;
    }

    private bool IsSorted()
    {
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] < places[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
