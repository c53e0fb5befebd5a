using System.Globalization;
using System.Text;

namespace WooPipeline.Privacy.Tests;

/// <summary>Counts of the matrix by row and by column, worst first.</summary>
internal sealed class MatrixReport
{
    private readonly Dictionary<string, (int Counted, int Wrong)> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Counted, int Wrong)> columns = new(StringComparer.Ordinal);
    private readonly List<string> cells = [];
    private (int Counted, int Wrong) total;

    public double Right => 1 - (total.Wrong / (double)Math.Max(1, total.Counted));

    public void Add(string row, string column, string name, (int Counted, List<string> Wrong) count)
    {
        Add(rows, row, count);
        Add(columns, column, count);
        total = (total.Counted + count.Counted, total.Wrong + count.Wrong.Count);
        if (count.Wrong.Count > 0)
        {
            cells.Add($"{row}\t{column}\t{name}\t{string.Join(' ', count.Wrong)}");
        }
    }

    /// <summary>Prints the totals; the cells too where a variable names a folder for them.</summary>
    public void Print(string title)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{title}: {total.Wrong} of {total.Counted} words wrong");
        foreach (var (heading, counts) in new[] { ("by kind", rows), ("by place", columns) })
        {
            text.AppendLine(heading + ": " + string.Join("  ", counts.Where(c => c.Value.Wrong > 0).OrderByDescending(c => c.Value.Wrong).Select(c => $"{c.Key} {c.Value.Wrong}/{c.Value.Counted}")));
        }

        Console.WriteLine(text);
        if (Environment.GetEnvironmentVariable("WOO_MATRIX") is { Length: > 1 } folder)
        {
            File.WriteAllLines(Path.Combine(folder, title + ".tsv"), cells);
        }
    }

    private static void Add(Dictionary<string, (int Counted, int Wrong)> counts, string key, (int Counted, List<string> Wrong) count)
    {
        var (counted, wrong) = counts.GetValueOrDefault(key);
        counts[key] = (counted + count.Counted, wrong + count.Wrong.Count);
    }
}
