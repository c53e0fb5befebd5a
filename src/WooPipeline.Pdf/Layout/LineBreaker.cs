namespace WooPipeline.Pdf.Layout;

/// <summary>
/// Cuts items into lines, each as full as it can be. Words are never hyphenated; one that is too long for a line is set
/// smaller, or else cut at a seam.
/// </summary>
internal static class LineBreaker
{
    private const double SmallestScale = 0.7;

    /// <summary>The lines as ranges of the items; spaces at the end of a line stay with it. There is at least one line.</summary>
    public static List<(int Start, int End)> Break(List<LineItem> items, double width)
    {
        FitWords(items, width);
        var lines = new List<(int Start, int End)>();
        var start = 0;
        var used = 0.0;
        var chance = -1;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Kind == LineItemKind.Break)
            {
                lines.Add((start, i));
                (start, used, chance) = (i + 1, 0, -1);
                continue;
            }

            if (item.Kind != LineItemKind.Space && used + item.Width > width + 0.01 && i > start)
            {
                var end = chance > start ? chance : i;
                lines.Add((start, end));
                (start, used, chance) = (end, 0, -1);
                i = end - 1;
                continue;
            }

            used += item.Width;
            chance = item.BreakAfter ? i + 1 : chance;
        }

        if (start < items.Count || lines.Count == 0)
        {
            lines.Add((start, items.Count));
        }

        return lines;
    }

    /// <summary>Makes words that are too long smaller, or gives them places to be cut.</summary>
    private static void FitWords(List<LineItem> items, double width)
    {
        var start = 0;
        var used = 0.0;
        for (var i = 0; i <= items.Count; i++)
        {
            if (i < items.Count && items[i].Kind is not (LineItemKind.Space or LineItemKind.Break or LineItemKind.Image))
            {
                used += items[i].Width;
                continue;
            }

            if (used > width)
            {
                FitWord(items, start, i, width / used);
            }

            (start, used) = (i + 1, 0);
        }
    }

    private static void FitWord(List<LineItem> items, int start, int end, double scale)
    {
        RunStyle? before = null;
        RunStyle? smaller = null;
        for (var i = start; i < end; i++)
        {
            var item = items[i];
            if (scale < SmallestScale)
            {
                items[i] = item with { BreakAfter = item.BreakAfter || (Characters.IsSeam(item.CodePoint) && i > start) };
                continue;
            }

            if (!ReferenceEquals(item.Style, before))
            {
                before = item.Style;
                smaller = before with { Size = before.Size * scale };
            }

            items[i] = item with { Style = smaller!, Width = item.Width * scale };
        }
    }
}
