namespace WooPipeline.Formats.Sheet;

/// <summary>How a csv file parts its cells.</summary>
/// <param name="Delimiter"><c>;</c>, <c>,</c>, tab or <c>|</c>.</param>
/// <param name="FirstLine">Zero-based line of the first row: 1 after Excel's <c>sep=;</c> line.</param>
internal sealed record CsvDialect(char Delimiter, int FirstLine)
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    /// <summary>Finds the delimiter that gives the most rows of one width, counting outside quotes only.</summary>
    public static CsvDialect Of(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n', StringComparison.Ordinal) is 5)
        {
            return new CsvDialect(text[4], 1);
        }

        var sample = text.AsSpan(0, Math.Min(text.Length, 65_536));
        var best = ',';
        var score = -1.0;
        foreach (var delimiter in Delimiters)
        {
            var widths = Widths(sample, delimiter);
            var usual = widths.Where(w => w > 0).GroupBy(w => w).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
            if (usual is null)
            {
                continue;
            }

            var share = usual.Count() / (double)widths.Count;
            var found = share + (widths[0] == usual.Key ? 0.5 : 0) + Math.Min(usual.Key, 20) * 0.01;
            if (found > score)
            {
                score = found;
                best = delimiter;
            }
        }

        return new CsvDialect(best, 0);
    }

    private static List<int> Widths(ReadOnlySpan<char> text, char delimiter)
    {
        var widths = new List<int>();
        var count = 0;
        var quoted = false;
        var fieldStart = true;
        foreach (var character in text)
        {
            if (quoted)
            {
                quoted = character != '"';
            }
            else if (character == '"' && fieldStart)
            {
                quoted = true;
                fieldStart = false;
            }
            else if (character == '\n')
            {
                widths.Add(count);
                count = 0;
                fieldStart = true;
                if (widths.Count == 200)
                {
                    return widths;
                }
            }
            else
            {
                count += character == delimiter ? 1 : 0;
                fieldStart = character == delimiter || (fieldStart && character == ' ');
            }
        }

        widths.Add(count);
        return widths;
    }
}
