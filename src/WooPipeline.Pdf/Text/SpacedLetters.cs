namespace WooPipeline.Pdf.Text;

/// <summary>A word set with wide spacing comes as letters apart; even gaps without a space glyph give it away.</summary>
internal static class SpacedLetters
{
    private const int Fewest = 4;

    /// <summary>Joins such letters of a row that is sorted from left to right.</summary>
    public static void Join(List<TextWord> row)
    {
        for (var start = 0; start + Fewest <= row.Count; start++)
        {
            var end = start;
            while (end + 1 < row.Count && IsNext(row, start, end))
            {
                end++;
            }

            if (end - start + 1 < Fewest)
            {
                continue;
            }

            foreach (var letter in row.Skip(start + 1).Take(end - start))
            {
                row[start].Glyphs.AddRange(letter.Glyphs);
                row[start].Flags |= letter.Flags;
            }

            row[start].Right = row[end].Right;
            (row[start].SpaceFollows, row[start].SpaceGlyph, row[start].SpaceEnd) = (row[end].SpaceFollows, row[end].SpaceGlyph, row[end].SpaceEnd);
            row.RemoveRange(start + 1, end - start);
        }
    }

    private static bool IsNext(List<TextWord> row, int start, int end)
    {
        var (before, next) = (row[end], row[end + 1]);
        var gap = next.Left - before.Right;
        var first = row[start + 1].Left - row[start].Right;
        return before.Glyphs.Count == 1 && next.Glyphs.Count == 1 && !before.SpaceFollows && gap > 0 && gap < 0.8 * before.Size
            && Math.Abs(next.Size - before.Size) < 0.1 * before.Size && Math.Abs(next.Baseline - before.Baseline) < 0.1 * before.Size && Math.Abs(gap - first) < 0.15 * first;
    }
}
