using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Legacy;

/// <summary>
/// Reads workbooks of Excel 5 to 2003 (<c>.xls</c>, MS-XLS): cells as shown, under the name of their sheet; page headers, text of shapes; hidden
/// sheets, rows and columns and defined names in hidden sections, comments as comments.
/// </summary>
public sealed class XlsReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "Excel (oud)";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return LegacyFile.IsFamily(file, "Workbook", ".xls", ".xlt", ".xla");
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        return LegacyFile.Read(file, limits, "Excel", root => new XlsWorkbook(
            root.Stream("Workbook") ?? root.Stream("Book") ?? throw new OfficeException("beschadigd", "Het bestand heet een werkmap maar bevat er geen. Vraag het opnieuw op bij de bron."),
            limits).Read(file.Name, root));
    }
}
