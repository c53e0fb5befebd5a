using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>
/// Reads workbooks of Office Open XML (xlsx, xlsm, xltx; transitional and strict): cells as shown, as tables below the name of their sheet;
/// hidden sheets, rows and columns, formulas with words, lists, names and caches in hidden sections and metadata.
/// Origins: the part in order of the walk, and the UTF-16 offset among its visible pieces.
/// </summary>
public sealed class XlsxReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "Excel";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OfficeSignature.IsFamily(file, "xl/", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb");
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            using var package = OfficePackage.Open(file.Content, limits);
            var content = SheetContent.Open(file, package);
            return new DocumentRead(content.Tree) { Attachments = [.. content.Attachments] };
        }
        catch (OfficeException e)
        {
            return e.Problem;
        }
    }
}
