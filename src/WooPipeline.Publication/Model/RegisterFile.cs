using System.Text;
using CsvHelper;

namespace WooPipeline.Publication;

/// <summary>
/// Reads a register that people keep in a spreadsheet: a heading row, <c>;</c> or <c>,</c>, UTF-8 or Windows-1252. Columns are found by
/// their headings, in any order; what a heading doesn't name is left alone.
/// </summary>
internal static class RegisterFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows below the heading that hold anything; none where there is no file.</summary>
    public static IEnumerable<RegisterLine> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        var text = Decode(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        var options = new CsvReaderOptions { Separator = text.Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',', HasHeader = false, FieldCountMismatch = CsvFieldCountHandling.Allow };
        using var reader = CsvReader.FromText(text, options);
        Dictionary<string, int>? columns = null;
        var row = 0;
        foreach (var record in reader)
        {
            row++;
            var cells = record.ToArray();
            if (columns is null)
            {
                columns = cells.Select((name, index) => (Name: name.Trim(), index)).DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(c => c.Name, c => c.index, StringComparer.OrdinalIgnoreCase);
            }
            else if (cells.Any(c => c.Trim().Length > 0))
            {
                yield return new RegisterLine(row, columns, cells);
            }
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}

/// <summary>A row of a register.</summary>
/// <param name="row">Its number in the file, from 1, the heading included.</param>
/// <param name="columns">Heading to place.</param>
/// <param name="cells">Its cells.</param>
internal sealed class RegisterLine(int row, Dictionary<string, int> columns, string[] cells)
{
    private static readonly HashSet<string> Yes = new(["ja", "j", "yes", "y", "true", "1", "x"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Its number in the file, from 1, the heading included.</summary>
    public int Row => row;

    /// <summary>The cell under a heading, trimmed; empty where there is none.</summary>
    public string this[string column] => columns.TryGetValue(column, out var index) && index < cells.Length ? cells[index].Trim() : "";

    /// <summary>True where the cell says yes.</summary>
    public bool IsYes(string column) => Yes.Contains(this[column]);

    /// <summary>The parts of a cell, parted by <c>|</c>.</summary>
    public string[] List(string column) => this[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
