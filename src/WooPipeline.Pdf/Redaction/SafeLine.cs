using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Sets a line anew so that neither the gap nor what follows it tells the width of what was removed (Bland, Iyer, Levchenko,
/// PETS 2023): gaps are whole steps, the rest of the line has the font's own advances only.
/// </summary>
internal sealed class SafeLine(PageContent content, LineLayout line, PagePlan plan, IReadOnlyList<MarkedRun> runs)
{
    /// <summary>Least step of widths in points; larger letters take larger steps.</summary>
    public const double LeastStep = 24;
    private const double StepPerSize = 2.2;
    private const double Margin = 4;
    private readonly double step = Math.Max(LeastStep, StepPerSize * line.Size);

    /// <summary>The width of the box for a width, a whole number of steps.</summary>
    public static double Quantise(double width, double step) => step * Math.Max(1, Math.Round(width / step));

    /// <summary>The step for letters of a size.</summary>
    public static double StepOf(double size) => Math.Max(LeastStep, StepPerSize * size);

    public void Plan()
    {
        var start = StartOfNew(out var along);
        var widths = Widths(start, along);
        var run = 0;
        var afterWord = start > 0;
        for (var i = start; i < line.Glyphs.Count; i++)
        {
            if (run < runs.Count && i == runs[run].First)
            {
                AddBox(runs[run], along, widths[run]);
                along += widths[run];
                i = runs[run].Last;
                afterWord = !EndsInSpace(runs[run]);
                along += EndsInSpace(runs[run]) ? Space : 0;
                run++;
                continue;
            }

            along += afterWord && !line.IsSpace(i) && HasGap(i) ? Space : 0;
            plan.Moved[line.Glyphs[i]] = line.Point(i, along);
            along += line.Natural(i);
            afterWord = !line.IsSpace(i);
        }

        plan.Lines.UnionWith(line.Glyphs);
    }

    /// <summary>A gap between words that no space glyph makes is given one width, whatever it was.</summary>
    private double Space => 0.28 * line.Size;

    private bool EndsInSpace(MarkedRun run) => line.IsSpace(run.Last) && run.Last < line.Glyphs.Count - 1;

    private bool HasGap(int i)
    {
        if (i == 0 || line.IsSpace(i - 1) || !line.StartsWord(i))
        {
            return false;
        }

        ref readonly var before = ref content.GlyphSpan[line.Glyphs[i - 1]];
        return line.Place(i) - line.Place(i - 1) - (line.Natural(i - 1) * Math.Abs(before.Stretch)) > 0.13 * line.Size;
    }

    /// <summary>
    /// The first glyph that is set anew, and where. What stands before the first box stays where the line isn't justified;
    /// a line that begins at no common edge (centred, to the right) is moved to a whole step, since its start tells its length.
    /// </summary>
    private int StartOfNew(out double along)
    {
        along = 0;
        var first = runs[0].First;
        if (!line.IsAligned)
        {
            var left = Math.Max(step * Math.Floor(line.Left / step), line.FloorLeft);
            along = Math.Min(0, left - line.Left);
            return 0;
        }

        if (first == 0)
        {
            return 0;
        }

        if (IsJustified(first))
        {
            return 0;
        }

        var previous = first - 1;
        ref readonly var before = ref content.GlyphSpan[line.Glyphs[previous]];
        along = line.Place(previous) + (line.Natural(previous) * Math.Abs(before.Stretch)) + (HasGap(first) ? Space : 0);
        return first;
    }

    /// <summary>True where the spaces before the first box aren't the font's own, or letters are spread or squeezed.</summary>
    private bool IsJustified(int first)
    {
        var tolerance = 0.05 * line.Size;
        for (var i = 0; i + 1 <= first; i++)
        {
            var natural = line.Natural(i);
            var taken = line.Place(i + 1) - line.Place(i);
            if (content.GlyphSpan[line.Glyphs[i]].Stretch is not 1 || (line.IsSpace(i) && Math.Abs(taken - natural) > tolerance) || (!line.IsSpace(i) && HasGap(i + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Widths of the boxes: whole steps, fewer where the line would not fit, else the room that is left shared out. None of these tells the width removed beyond its step.</summary>
    private double[] Widths(int start, double along)
    {
        var natural = runs.Select(NaturalWidth).ToArray();
        var widths = natural.Select(w => Quantise(w, step)).ToArray();
        var kept = 0.0;
        for (var i = start; i < line.Glyphs.Count; i++)
        {
            kept += runs.Any(r => i >= r.First && i <= r.Last) ? 0 : line.Natural(i);
        }

        var room = Math.Min(line.Limit, Room()) - along - kept;
        if (widths.Sum() > room)
        {
            widths = [.. widths.Select(_ => step)];
        }

        return widths.Sum() <= room || room <= 0 ? widths : [.. widths.Select(_ => Math.Max(room / widths.Length, 8))];
    }

    private double NaturalWidth(MarkedRun run)
    {
        var width = 0.0;
        for (var i = run.First; i <= run.Last; i++)
        {
            width += i == run.Last && line.IsSpace(i) ? 0 : line.Natural(i);
        }

        return width;
    }

    /// <summary>How far the page goes along the line.</summary>
    private double Room()
    {
        var page = content.Geometry.Visible.Grow(-Margin);
        var (x, y) = line.Point(0.0);
        var room = double.PositiveInfinity;
        room = line.DirectionX > 0.1 ? Math.Min(room, (page.Right - x) / line.DirectionX) : line.DirectionX < -0.1 ? Math.Min(room, (page.Left - x) / line.DirectionX) : room;
        room = line.DirectionY > 0.1 ? Math.Min(room, (page.Top - y) / line.DirectionY) : line.DirectionY < -0.1 ? Math.Min(room, (page.Bottom - y) / line.DirectionY) : room;
        return room;
    }

    private void AddBox(MarkedRun run, double along, double width)
    {
        var inset = Math.Min(1, width / 20);
        plan.Boxes.Add(new MarkBox(line.Space(along + inset), width - (2 * inset), line.Size, run.Mark, NaturalWidth(run), content.GlyphSpan[line.Glyphs[run.First]].Mcid));
    }
}
