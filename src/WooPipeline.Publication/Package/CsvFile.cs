using System.Globalization;
using System.Text;
using CsvHelper;

namespace WooPipeline.Publication;

/// <summary>CSV as we write it: CRLF (RFC 4180), quotes where needed, and no cell that a spreadsheet would take for a formula.</summary>
public static class CsvFile
{
    /// <summary>The text of a heading and rows.</summary>
    public static string Text(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        var options = new CsvWriterOptions { Separator = separator, NewLine = "\r\n", HasHeader = false, Injection = CsvInjection.Escape, ValidateFieldCount = false };
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

    /// <summary>The same as UTF-8 with the mark that spreadsheet programs need to know it by.</summary>
    public static byte[] Bytes(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator = ',') =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(header, rows, separator))];
}
