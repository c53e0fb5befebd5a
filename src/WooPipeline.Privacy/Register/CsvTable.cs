using System.Text;

namespace WooPipeline.Privacy;

/// <summary>Reads a register: CSV with a header row, <c>;</c> or <c>,</c> or tab, UTF-8 or Windows-1252.</summary>
internal static class CsvTable
{
    /// <summary>Rows as maps from folded heading to value, with the line number.</summary>
    public static IEnumerable<(Dictionary<string, string> Row, int Line)> Read(string path) => Parse(Decode(File.ReadAllBytes(path)));

    public static IEnumerable<(Dictionary<string, string> Row, int Line)> Parse(string content)
    {
        var firstLine = content.AsSpan(0, content.IndexOf('\n', StringComparison.Ordinal) is var cut && cut >= 0 ? cut : content.Length);
        var delimiter = firstLine.Contains(';') ? ";" : firstLine.Contains('\t') ? "\t" : ",";
        string[]? header = null;
        foreach (var (cells, line) in Records(content, delimiter[0]))
        {
            if (header is null)
            {
                header = [.. cells.Select(c => Folding.Fold(c).Trim())];
                continue;
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length && i < cells.Count; i++)
            {
                row[header[i]] = cells[i].Trim();
            }

            yield return (row, line);
        }
    }

    /// <summary>Records of RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes.</summary>
    private static IEnumerable<(List<string> Cells, int Line)> Records(string content, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var line = 1;
        var first = 1;
        for (var i = 0; i <= content.Length; i++)
        {
            var c = i < content.Length ? content[i] : '\n';
            if (quoted && i < content.Length)
            {
                line += c == '\n' ? 1 : 0;
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < content.Length && content[i + 1] == '"')
                {
                    cell.Append(content[i++]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == delimiter || c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == delimiter)
                {
                    continue;
                }

                if (cells.Exists(v => v.AsSpan().Trim().Length > 0))
                {
                    yield return (cells, first);
                }

                cells = [];
                first = ++line;
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
