using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Finds all glyphs that go with the marked ones: shadows, hyphens and spaces between, what is never seen.</summary>
internal sealed class RemovalPlanner
{
    private const double Middle = 0.3;
    private const double CellSize = 24;
    private const double ShadowReach = 0.35;
    private const double ExactReach = 0.13;
    private const int CopyReach = 2;
    private readonly PageContent content;
    private readonly PdfRedactionOptions options;
    private readonly PagePlan plan = new();
    private readonly Dictionary<int, PdfMark> markOf = [];

    private RemovalPlanner(PageContent content, PdfRedactionOptions options)
    {
        this.content = content;
        this.options = options;
    }

    public static PagePlan Plan(PageContent content, IReadOnlyList<PdfMark> marks, PdfRedactionOptions options)
    {
        var planner = new RemovalPlanner(content, options);
        planner.Run(marks);
        return planner.plan;
    }

    private void Run(IReadOnlyList<PdfMark> marks)
    {
        foreach (var mark in marks)
        {
            foreach (var glyph in mark.Glyphs.Where(g => g >= 0 && g < content.Glyphs.Count))
            {
                markOf.TryAdd(glyph, mark);
            }

            if (mark.Area is { } area)
            {
                AddArea(mark, new Box(area.Left, area.Bottom, area.Right, area.Top));
            }
        }

        // Under a rectangle there is nothing left to set a line of; its own box covers it.
        foreach (var glyph in plan.Removed)
        {
            markOf.Remove(glyph);
        }

        if (markOf.Count > 0)
        {
            foreach (var line in LinesOfPage())
            {
                PlanLine(line);
            }

            // What no line holds (a letter printed twice, an odd order) goes too, without a box of its own.
            plan.Removed.UnionWith(markOf.Keys);
        }

        if (options.DraftStamp is not null)
        {
            Outline();
        }

        RemoveShadows([.. plan.Removed]);

        for (var i = 0; i < content.Glyphs.Count; i++)
        {
            if (WordBuilder.IsUnseen(content.GlyphSpan[i].Flags))
            {
                plan.Removed.Add(i);
            }
        }
    }

    /// <summary>A draft only points at what would go.</summary>
    private void Outline()
    {
        plan.Removed.Clear();
        plan.Regions.Clear();
        plan.Moved.Clear();
        plan.Lines.Clear();
        var boxes = plan.Boxes.ConvertAll(b => b with { IsOutline = true, Mcid = -1 });
        plan.Boxes.Clear();
        plan.Boxes.AddRange(boxes);
    }

    private void AddArea(PdfMark mark, Box area)
    {
        plan.Regions.Add(new ClearedRegion(area, area, IsArea: true, HidesPixels: true));
        for (var i = 0; i < content.Glyphs.Count; i++)
        {
            if (IsUnder(content.GlyphSpan[i], area))
            {
                plan.Removed.Add(i);
            }
        }

        plan.Boxes.Add(MarkBox.Over(area, content.Geometry, mark));
    }

    /// <summary>True where a fifth of a letter's ink lies in a rectangle, or its middle: letters of a layer over a scan have no ink.</summary>
    private static bool IsUnder(in Glyph glyph, in Box area)
    {
        var shared = glyph.Ink.Intersect(area);
        if (!shared.IsEmpty && shared.Width * shared.Height > 0.2 * glyph.Ink.Width * glyph.Ink.Height)
        {
            return true;
        }

        var (x, y) = (glyph.X + (glyph.AdvanceX / 2) + (glyph.UpX * Middle), glyph.Y + (glyph.AdvanceY / 2) + (glyph.UpY * Middle));
        return x >= area.Left && x <= area.Right && y >= area.Bottom && y <= area.Top;
    }

    private IEnumerable<LineLayout> LinesOfPage()
    {
        foreach (var (key, words) in WordBuilder.Build(content).OrderBy(g => g.Key.Turn).ThenBy(g => g.Key.IsHidden))
        {
            if (key.IsHidden)
            {
                continue;
            }

            var rows = LineBuilder.Rows(content, words, []);
            var lefts = rows.SelectMany(r => r).GroupBy(l => Math.Round(l.Left)).ToDictionary(g => g.Key, g => g.Count());
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Count; i++)
                {
                    var count = lefts.GetValueOrDefault(Math.Round(row[i].Left)) + lefts.GetValueOrDefault(Math.Round(row[i].Left) - 1) + lefts.GetValueOrDefault(Math.Round(row[i].Left) + 1);
                    yield return new LineLayout(content, row[i], key.Turn)
                    {
                        Limit = i + 1 < row.Count ? row[i + 1].Left - row[i].Left - 3 : double.PositiveInfinity,
                        FloorLeft = i > 0 ? row[i - 1].Right + 3 : double.NegativeInfinity,
                        IsAligned = count > 1,
                    };
                }
            }
        }
    }

    private void PlanLine(LineLayout line)
    {
        if (!line.Glyphs.Exists(g => markOf.ContainsKey(g)))
        {
            return;
        }

        var hidesPixels = line.Glyphs.Exists(g => (content.GlyphSpan[g].Flags & GlyphFlags.Invisible) != 0 && markOf.ContainsKey(g));
        FillGaps(line);
        if (options.Mode == PdfWidthMode.WholeLine && options.DraftStamp is null)
        {
            var mark = line.Glyphs.Where(markOf.ContainsKey).Select(g => markOf[g]).First();
            line.Glyphs.ForEach(g => markOf.TryAdd(g, mark));
        }

        var runs = Runs(line);
        var isSetAnew = options.Mode == PdfWidthMode.Safe && options.DraftStamp is null && line.CanBeSetAnew && !hidesPixels;
        // Pixels can't be moved, so neither is the text that lies over them.
        if (isSetAnew)
        {
            new SafeLine(content, line, plan, runs).Plan();
        }
        else
        {
            KeptLine.Plan(content, line, plan, runs);
        }

        var whole = line.Bounds(0, line.Glyphs.Count - 1);
        foreach (var run in runs)
        {
            // Where the rest of the line stays, so does what is drawn along it beyond the removed letters.
            var removed = line.Bounds(run.First, run.Last);
            plan.Regions.Add(new ClearedRegion(removed, isSetAnew ? whole : removed, IsArea: false, hidesPixels));
            for (var i = run.First; i <= run.Last; i++)
            {
                plan.Removed.Add(line.Glyphs[i]);
            }
        }
    }

    /// <summary>A space or hyphen between two glyphs of one mark goes with them.</summary>
    private void FillGaps(LineLayout line)
    {
        var last = -1;
        for (var i = 0; i < line.Glyphs.Count; i++)
        {
            if (!markOf.TryGetValue(line.Glyphs[i], out var mark))
            {
                continue;
            }

            var isSame = last >= 0 && ReferenceEquals(markOf[line.Glyphs[last]], mark);
            for (var gap = last + 1; isSame && gap < i; gap++)
            {
                // A letter between is of another text that is printed across this one.
                if (!content.GlyphSpan[line.Glyphs[gap]].Text.Any(char.IsLetterOrDigit))
                {
                    markOf.TryAdd(line.Glyphs[gap], mark);
                }
            }

            last = i;
        }

        // A hyphen that only wraps a removed word.
        if (last >= 0 && last == line.Glyphs.Count - 2 && content.GlyphSpan[line.Glyphs[^1]].Text is "-" or "\u00AD" or "\u2010")
        {
            markOf.TryAdd(line.Glyphs[^1], markOf[line.Glyphs[last]]);
        }
    }

    private List<MarkedRun> Runs(LineLayout line)
    {
        var runs = new List<MarkedRun>();
        for (var i = 0; i < line.Glyphs.Count; i++)
        {
            if (!markOf.TryGetValue(line.Glyphs[i], out var mark))
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].Last == i - 1 && ReferenceEquals(runs[^1].Mark, mark))
            {
                runs[^1] = runs[^1] with { Last = i };
            }
            else
            {
                runs.Add(new MarkedRun(i, i, mark));
            }
        }

        return runs;
    }

    /// <summary>The same letters printed again at (nearly) the same place: bold by double printing, shadows, a hidden text layer.</summary>
    private void RemoveShadows(int[] removed)
    {
        if (removed.Length == 0)
        {
            return;
        }

        var cells = new Dictionary<(int X, int Y), List<int>>();
        foreach (var index in removed)
        {
            ref readonly var glyph = ref content.GlyphSpan[index];
            var key = (Cell(glyph.X), Cell(glyph.Y));
            if (!cells.TryGetValue(key, out var list))
            {
                cells[key] = list = [];
            }

            list.Add(index);
        }

        var largest = removed.Max(i => content.GlyphSpan[i].Size);
        var copies = new SortedDictionary<int, Copy>();
        for (var i = 0; i < content.Glyphs.Count; i++)
        {
            ref readonly var glyph = ref content.GlyphSpan[i];
            if (!string.IsNullOrWhiteSpace(glyph.Text) && !plan.Removed.Contains(i) && CopyOf(glyph, Math.Min(CellSize, ShadowReach * Math.Max(largest, glyph.Size)), cells) is { } copy)
            {
                copies[i] = copy;
            }
        }

        foreach (var (index, copy) in copies)
        {
            if (copy.IsExact || IsShort(copy.Of) || HasNeighbour(index, copy, copies))
            {
                plan.Removed.Add(index);
                plan.Moved.Remove(index);
            }
        }
    }

    /// <summary>A copy that isn't at the very place is one of a whole word: one letter alone is there by chance.</summary>
    private static bool HasNeighbour(int index, Copy copy, SortedDictionary<int, Copy> copies)
    {
        for (var next = index - CopyReach; next <= index + CopyReach; next++)
        {
            if (next != index && copies.TryGetValue(next, out var other) && other.Of != copy.Of && Math.Abs(other.Of - copy.Of) <= CopyReach)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a letter of a passage so short that its copies have no neighbours.</summary>
    private bool IsShort(int removed) => markOf.TryGetValue(removed, out var mark) && mark.Glyphs.Length < 3;

    private Copy? CopyOf(in Glyph glyph, double farthest, Dictionary<(int X, int Y), List<int>> cells)
    {
        var (fromX, toX) = (Cell(glyph.X - farthest), Cell(glyph.X + farthest));
        var (fromY, toY) = (Cell(glyph.Y - farthest), Cell(glyph.Y + farthest));
        Copy? best = null;
        var nearest = double.MaxValue;
        for (var x = fromX; x <= toX; x++)
        {
            for (var y = fromY; y <= toY; y++)
            {
                foreach (var other in cells.GetValueOrDefault((x, y)) ?? [])
                {
                    ref readonly var removed = ref content.GlyphSpan[other];
                    var size = Math.Max(removed.Size, glyph.Size);
                    var (dx, dy) = (Math.Abs(removed.X - glyph.X), Math.Abs(removed.Y - glyph.Y));
                    if (dx >= ShadowReach * size || dy >= ShadowReach * size || !string.Equals(removed.Text, glyph.Text, StringComparison.OrdinalIgnoreCase))
                    {
                        continue;
                    }

                    // The neighbour of a double letter stands a whole advance away; only a copy stands this near.
                    var distance = Math.Sqrt((dx * dx) + (dy * dy));
                    if (distance < nearest && distance < 0.7 * Math.Max(0.1, Math.Sqrt((removed.AdvanceX * removed.AdvanceX) + (removed.AdvanceY * removed.AdvanceY))))
                    {
                        (nearest, best) = (distance, new Copy(other, distance < ExactReach * size));
                    }
                }
            }
        }

        return best;
    }

    private static int Cell(double value) => (int)Math.Floor(Math.Clamp(value, -1e6, 1e6) / CellSize);
}

/// <summary>A glyph that says what a removed one said, at nearly its place.</summary>
/// <param name="Of">Index of the removed one.</param>
/// <param name="IsExact">True where it stands as near as letters printed twice do.</param>
internal readonly record struct Copy(int Of, bool IsExact);

/// <summary>Consecutive glyphs of a line under one mark.</summary>
/// <param name="First">Index in the line of the first.</param>
/// <param name="Last">Index in the line of the last.</param>
/// <param name="Mark">The mark.</param>
internal sealed record MarkedRun(int First, int Last, PdfMark Mark);
