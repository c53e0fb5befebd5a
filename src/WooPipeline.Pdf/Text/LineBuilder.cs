using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>Puts words on rows by their baselines, and cuts rows into lines where a gap is wide or a rule stands between.</summary>
internal static class LineBuilder
{
    private const double WideGap = 1.6;

    /// <summary>Rows from top to bottom; each is its lines from left to right.</summary>
    public static List<List<TextLine>> Rows(List<TextWord> words, IReadOnlyList<Box> uprights)
    {
        var rows = new List<List<TextWord>>();
        foreach (var word in words.OrderByDescending(w => w.Baseline).ThenBy(w => w.Left))
        {
            if (rows.Count > 0 && SharesRow(rows[^1], word))
            {
                rows[^1].Add(word);
            }
            else
            {
                rows.Add([word]);
            }
        }

        return [.. rows.Select(r => Cut(r, uprights))];
    }

    private static bool SharesRow(List<TextWord> row, TextWord word)
    {
        // A raised or lowered number stands off the baseline but overlaps its neighbours' height.
        var first = row[0];
        var distance = first.Baseline - word.Baseline;
        return distance < 0.3 * Math.Min(first.Size, word.Size) || (distance < 0.45 * first.Size && Math.Min(first.Size, word.Size) < 0.8 * Math.Max(first.Size, word.Size) && row.Exists(w => Math.Abs(w.Right - word.Left) < word.Size || Math.Abs(word.Right - w.Left) < word.Size));
    }

    private static List<TextLine> Cut(List<TextWord> row, IReadOnlyList<Box> uprights)
    {
        row.Sort((a, b) => a.Left.CompareTo(b.Left));
        var lines = new List<TextLine>();
        var start = 0;
        for (var i = 1; i <= row.Count; i++)
        {
            if (i < row.Count && !IsCut(row[i - 1], row[i], uprights))
            {
                continue;
            }

            lines.Add(new TextLine(row[start..i]));
            start = i;
        }

        return lines;
    }

    private static bool IsCut(TextWord left, TextWord right, IReadOnlyList<Box> uprights)
    {
        var gap = right.Left - left.Right;
        if (gap > WideGap * Math.Max(left.Size, right.Size))
        {
            return true;
        }

        if (gap > 0)
        {
            foreach (var rule in uprights)
            {
                var x = (rule.Left + rule.Right) / 2;
                if (x > left.Right - 1 && x < right.Left + 1 && rule.Bottom < left.Baseline + (0.3 * left.Size) && rule.Top > left.Baseline)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
