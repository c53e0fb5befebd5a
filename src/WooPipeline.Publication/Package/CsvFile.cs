using System.Globalization;
using CsvHelper;

namespace WooPipeline.Publication;

/// <summary>CSV as we write it: CRLF (RFC 4180), quotes where needed, and no cell that a spreadsheet would take for a formula.</summary>
internal static class CsvFile
{
    /// <summary>The text of a heading and rows.</summary>
    public static string Text(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator = ',')
    {
        var options = new CsvWriterOptions { Separator = separator, NewLine = "\r\n", HasHeader = false, Injection = CsvInjection.Escape };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, options, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(header))
            {
                csv.WriteRecord(row.ToArray());
            }
        }

        return text.ToString();
    }
}
