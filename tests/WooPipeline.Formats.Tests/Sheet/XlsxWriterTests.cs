using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Formats.Sheet;
using WooPipeline.Formats.Tests.Office;
using Workbook = WooPipeline.Formats.Sheet.Workbook;
using Worksheet = WooPipeline.Formats.Sheet.Worksheet;

namespace WooPipeline.Formats.Tests.Sheet;

public sealed class XlsxWriterTests
{
    private static readonly Workbook Sample = new(
    [
        new Worksheet("Inventaris: lijst/1", ["ID", "Document"], [["1", "=cmd|'/c calc'!A1"], ["2", "-2+3"], ["3", "gewoon \u0001 teken"]]),
        new Worksheet("Inventaris: lijst/1", [], [["a"]]),
    ]);

    private static byte[] Write(Workbook workbook)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(workbook, stream);
        return stream.ToArray();
    }

    [Fact]
    public void The_validator_finds_nothing_and_bytes_are_the_same()
    {
        Assert.Empty(OfficeChecks.Errors(Write(Sample), sheet: true));
        Assert.Equal(Write(Sample), Write(Sample));
    }

    [Fact]
    public void No_cell_is_a_formula_whatever_the_text() => Prop.ForAll<NonNull<string>>(text =>
    {
        using var stream = new MemoryStream(Write(new Workbook([new Worksheet("A", [text.Get], [[text.Get, "=" + text.Get]])])));
        using var document = SpreadsheetDocument.Open(stream, false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        return cells.All(c => c.CellFormula is null && c.DataType?.Value == CellValues.InlineString);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LibreOffice_shows_text()
    {
        if (OfficeChecks.TextByLibreOffice(Write(Sample), ".xlsx") is { } text)
        {
            Assert.Contains("=cmd|", text, StringComparison.Ordinal);
            Assert.Contains("-2+3", text, StringComparison.Ordinal);
        }
    }
}
