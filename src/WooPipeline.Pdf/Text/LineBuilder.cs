using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>Puts words on rows by their baselines, and cuts rows into lines where a gap is wide or a rule stands between.</summary>
internal static class LineBuilder
{
    private const double WideGap = 1.6;

    /// <summary>Rows from top to bottom; each is its lines from left to right.</summary>
    public static List<List<TextLine>> Rows(PageContent content, List<TextWord> words, IReadOnlyList<Box> uprights)
    {
        var hosts = RaisedWords.Hosts(words);
        var rows = new List<List<TextWord>>();
        foreach (var word in words.Where(w => !hosts.ContainsKey(w)).OrderByDescending(w => w.Baseline).ThenBy(w => w.Left))
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

        RaisedWords.Join(rows, hosts);
        foreach (var row in rows)
        {
            row.Sort((a, b) => a.Left.CompareTo(b.Left));
            SpacedLetters.Join(row);
        }

        var edges = CellEdges(rows);
        return [.. rows.Select((r, i) => Cut(r, uprights, edges[i], ListMarkers.Starts(content, r)))];
    }

    /// <summary>
    /// Words that begin a cell though the gap before them is narrow: set apart by the writer, and right under or over another
    /// such word on a near row.
    /// </summary>
    private static List<HashSet<TextWord>> CellEdges(List<List<TextWord>> rows)
    {
        const int near = 4;
        var candidates = rows.Select(r => r.Where((w, i) => i > 0 && IsApart(r[i - 1], w)).ToList()).ToList();
        var edges = new List<HashSet<TextWord>>();
        for (var i = 0; i < rows.Count; i++)
        {
            var others = candidates.Skip(Math.Max(0, i - near)).Take(Math.Min(i, near)).Concat(candidates.Skip(i + 1).Take(near)).SelectMany(c => c).ToList();
            edges.Add([.. candidates[i].Where(c => others.Exists(o => Math.Abs(o.Left - c.Left) < 1))]);
        }

        return edges;
    }

    private static bool IsApart(TextWord before, TextWord word) =>
        word.StartsOperation && word.Left - before.SpaceEnd > (before.SpaceFollows ? 0.3 : 0.6) * word.Size;

    private static bool SharesRow(List<TextWord> row, TextWord word)
    {
        var first = row[0];
        return first.Baseline - word.Baseline < 0.3 * Math.Min(first.Size, word.Size);
    }

    private static List<TextLine> Cut(List<TextWord> row, IReadOnlyList<Box> uprights, HashSet<TextWord> edges, bool startsWithMarker)
    {
        var lines = new List<TextLine>();
        var start = 0;
        for (var i = 1; i <= row.Count; i++)
        {
            // The number of a list item belongs to its text, however wide the gap.
            if (i < row.Count && ((i == 1 && startsWithMarker) || (!edges.Contains(row[i]) && !IsCut(row[i - 1], row[i], uprights))))
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
