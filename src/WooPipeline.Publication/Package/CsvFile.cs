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
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, header, rows, separator);
        return text.ToString();
    }

    /// <summary>Writes the same as UTF-8 with its mark, a row at a time: lists of a large dossier don't fit in memory twice.</summary>
    public static void Write(Stream output, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        Write(text, header, rows, separator);
    }

    private static void Write(TextWriter text, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator)
    {
        var options = new CsvWriterOptions { Separator = separator, NewLine = "\r\n", HasHeader = false, Injection = CsvInjection.Escape, ValidateFieldCount = false };
        using var csv = CsvWriter.Create(text, options, leaveOpen: true);
        foreach (var row in rows.Prepend(header))
        {
            csv.WriteRecord(row.ToArray());
        }
    }

    /// <summary>The same as UTF-8 with the mark that spreadsheet programs need to know it by.</summary>
    public static byte[] Bytes(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator = ',') =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(header, rows, separator))];
}
