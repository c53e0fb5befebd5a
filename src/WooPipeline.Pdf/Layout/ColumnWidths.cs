using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>Shares the width of a table among its columns.</summary>
internal static class ColumnWidths
{
    /// <summary>Widths that together are <paramref name="available"/>.</summary>
    /// <param name="given">Relative widths; empty to go by the content.</param>
    /// <param name="content">What each column's content needs.</param>
    /// <param name="available">Width for all columns.</param>
    public static double[] Share(ImmutableArray<double> given, ContentWidths[] content, double available)
    {
        var words = content.Select(c => c.Word).ToArray();
        var needed = words.Sum();
        if (needed >= available)
        {
            // Not even the words fit: narrow columns keep theirs, wide ones share the want.
            return ShareWant(words, available);
        }

        if (given.Length == content.Length && given.All(g => g > 0 && double.IsFinite(g)))
        {
            return Raise(given.Select(g => g / given.Sum() * available).ToArray(), words, available);
        }

        var lines = content.Select(c => Math.Min(c.Line, available)).ToArray();
        var wanted = lines.Sum();
        if (wanted <= available)
        {
            var spare = available - wanted;
            return [.. lines.Select(l => l + (spare * (wanted > 0 ? l / wanted : 1.0 / lines.Length)))];
        }

        var share = (available - needed) / Math.Max(1, wanted - needed);
        return [.. content.Select((c, i) => c.Word + ((lines[i] - Math.Min(c.Word, lines[i])) * share)).ToArray().Scale(available)];
    }

    private static double[] ShareWant(double[] words, double available)
    {
        var fair = available / words.Length;
        var small = words.Where(w => w <= fair).Sum();
        var large = words.Where(w => w > fair).Sum();
        var factor = large > 0 ? (available - small) / large : 1;
        return words.Select(w => w <= fair ? w : w * factor).ToArray().Scale(available);
    }

    /// <summary>Widens columns to their widest word at the cost of those that have more than theirs.</summary>
    private static double[] Raise(double[] widths, double[] words, double available)
    {
        var lack = 0.0;
        var spare = 0.0;
        for (var i = 0; i < widths.Length; i++)
        {
            lack += Math.Max(0, words[i] - widths[i]);
            spare += Math.Max(0, widths[i] - words[i]);
        }

        if (lack > 0 && spare > 0)
        {
            var part = Math.Min(1, lack / spare);
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = widths[i] < words[i] ? words[i] : widths[i] - ((widths[i] - words[i]) * part);
            }
        }

        return widths.Scale(available);
    }

    private static double[] Scale(this double[] widths, double available)
    {
        var factor = available / Math.Max(0.001, widths.Sum());
        return [.. widths.Select(w => w * factor)];
    }
}
