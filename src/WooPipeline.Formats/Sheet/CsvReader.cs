using WooPipeline.Documents;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Sheet;

/// <summary>Reads csv and tab-parted text as one table; dialect and encoding are found out.</summary>
public sealed class CsvReader : IFormatReader
{
    /// <summary>Columns of the widest sheet there is (ECMA-376: XFD); what is wider is no table for readers.</summary>
    internal const int MaxColumns = 16_384;

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".csv" or ".tsv" or ".tab"
            || (file.Extension.Length == 0 && file.DeclaredMediaType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var (decoded, problem) = DecodedText.Decode(file.Content.Span);
        if (decoded is null)
        {
            return problem!;
        }

        if (decoded.Text.Length > limits.MaxTextLength)
        {
            return PlainTextReader.TooLong(limits);
        }

        var (rows, fault) = Rows(decoded.Text, limits);
        return fault is not null ? fault : new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Spreadsheet,
            FileName = file.Name,
            Blocks = [TableOf(rows)],
        });
    }

    internal static Table TableOf(List<string[]> rows)
    {
        var header = HeaderRow.IsHeading(rows) ? 1 : 0;
        var made = rows.Select((row, r) => new TableRow([.. row.Select(cell => Cell(cell, r < header))]));
        return new Table([.. made], header);
    }

    private static TableCell Cell(string value, bool header) =>
        new(value.Length == 0 ? [] : [new Paragraph(TextBlocks.Lines(value.Split('\n')))], IsHeader: header);

    private static (List<string[]> Rows, Quarantined? Fault) Rows(string text, ReadLimits limits)
    {
        var source = new CsvRows(text, CsvDialect.Of(text));
        var rows = new List<string[]>();
        while (source.Next(MaxColumns) is { } row)
        {
            limits.Check();
            if (row.Length > MaxColumns)
            {
                return ([], new Quarantined("te-groot", $"Rij {rows.Count + 1} heeft meer dan {MaxColumns} kolommen. Controleer het scheidingsteken of splits het bestand."));
            }

            rows.Add(row);
        }

        return rows.Count == 0
            ? ([], new Quarantined("leeg", "Het bestand bevat geen rijen. Vraag het opnieuw op bij de bron."))
            : (rows, CutOff(rows, source));
    }

    /// <summary>A quote that never ends, or a last row without line end that stops short of all others, is a file cut off.</summary>
    private static Quarantined? CutOff(List<string[]> rows, CsvRows source)
    {
        var shortRow = rows.Count > 2 && source.EndsWithoutLine && rows[^1].Length < rows[0].Length
            && rows.Take(rows.Count - 1).All(r => r.Length == rows[0].Length);
        return source.EndsInQuotes || shortRow
            ? new Quarantined("afgekapt", "De laatste rij is niet compleet: het bestand is afgekapt of een aanhalingsteken ontbreekt. Vraag het opnieuw op bij de bron.") { Place = $"rij {rows.Count}" }
            : null;
    }
}
