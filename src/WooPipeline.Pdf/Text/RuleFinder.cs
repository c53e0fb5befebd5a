using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>Finds rules (thin straight lines) on a page, in coordinates of the upright page, and the grids that they make.</summary>
internal sealed class RuleFinder
{
    private const double Thin = 2.5;
    private const int MaxRules = 5000;

    /// <summary>Finds none.</summary>
    public RuleFinder()
    {
    }

    public RuleFinder(PageContent content)
    {
        var upright = content.Geometry.Upright;
        foreach (var path in content.Paths)
        {
            if (path.IsHidden)
            {
                continue;
            }

            if (path.Parts.Length == 0)
            {
                Add(upright.Apply(path.Bounds), path.IsStroked && path.IsRectangle);
                continue;
            }

            foreach (var part in path.Parts)
            {
                Add(upright.Apply(part), path.IsStroked && part is { Width: > Thin, Height: > Thin });
            }
        }
    }

    public List<Box> Uprights { get; } = [];

    public List<Box> Levels { get; } = [];

    /// <summary>Grids: column edges and row edges of a table with rules both ways.</summary>
    public List<(double[] Xs, double[] Ys)> Grids()
    {
        var grids = new List<(double[], double[])>();
        if (Uprights.Count < 3 || Levels.Count < 3)
        {
            return grids;
        }

        foreach (var (uprights, levels) in Groups())
        {
            var xs = Cluster(uprights.Select(u => (u.Left + u.Right) / 2));
            var ys = Cluster(levels.Select(l => (l.Bottom + l.Top) / 2));
            if (xs.Length >= 3 && ys.Length >= 3)
            {
                Array.Reverse(ys);
                grids.Add((xs, ys));
            }
        }

        return grids;
    }

    private void Add(in Box box, bool isFrame)
    {
        if (Uprights.Count + Levels.Count > MaxRules)
        {
            return;
        }

        if (isFrame)
        {
            Levels.Add(box with { Top = box.Bottom });
            Levels.Add(box with { Bottom = box.Top });
            Uprights.Add(box with { Right = box.Left });
            Uprights.Add(box with { Left = box.Right });
        }
        else if (box.Width <= Thin && box.Height > 6)
        {
            Uprights.Add(box);
        }
        else if (box.Height <= Thin && box.Width > 6)
        {
            Levels.Add(box);
        }
    }

    /// <summary>Rules that touch each other, directly or through others.</summary>
    private List<(List<Box> Uprights, List<Box> Levels)> Groups()
    {
        var groups = new List<(List<Box> Uprights, List<Box> Levels)>();
        var freeUprights = new List<Box>(Uprights);
        var freeLevels = new List<Box>(Levels);
        while (freeUprights.Count > 0)
        {
            var uprights = new List<Box>();
            var levels = new List<Box>();
            var pending = new Stack<Box>([freeUprights[^1]]);
            freeUprights.RemoveAt(freeUprights.Count - 1);
            uprights.Add(pending.Peek());
            while (pending.TryPop(out var rule))
            {
                Take(rule.Grow(2), freeLevels, levels, pending);
                Take(rule.Grow(2), freeUprights, uprights, pending);
            }

            groups.Add((uprights, levels));
        }

        return groups;
    }

    private static void Take(Box near, List<Box> free, List<Box> taken, Stack<Box> pending)
    {
        for (var i = free.Count - 1; i >= 0; i--)
        {
            if (near.Overlaps(free[i].Grow(0.1)))
            {
                taken.Add(free[i]);
                pending.Push(free[i]);
                free[i] = free[^1];
                free.RemoveAt(free.Count - 1);
            }
        }
    }

    private static double[] Cluster(IEnumerable<double> values)
    {
        var result = new List<double>();
        foreach (var value in values.Order())
        {
            if (result.Count == 0 || value - result[^1] > 4)
            {
                result.Add(value);
            }
        }

        return [.. result];
    }
}
