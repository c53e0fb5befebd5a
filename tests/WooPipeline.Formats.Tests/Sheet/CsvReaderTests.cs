using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;
using WooPipeline.Formats.Sheet;

namespace WooPipeline.Formats.Tests.Sheet;

public sealed class CsvReaderTests
{
    private static Table Read(string text) => Assert.IsType<Table>(Assert.Single(
        Assert.IsType<DocumentRead>(new CsvReader().Read(new SourceFile("a.csv", Encoding.UTF8.GetBytes(text)), ReadLimits.Default)).Tree.Blocks));

    private static string Cell(Table table, int row, int column) => PlainText.Of(table.Rows[row].Cells[column].Blocks).TrimEnd('\n');

    [Theory]
    [InlineData("naam;plaats\nJan;Den Haag, centrum\nPiet;Ede\n")]
    [InlineData("naam,plaats\nJan,\"Den Haag, centrum\"\nPiet,Ede\n")]
    [InlineData("naam\tplaats\r\nJan\tDen Haag, centrum\r\nPiet\tEde")]
    [InlineData("naam|plaats\nJan|Den Haag, centrum\nPiet|Ede\n")]
    [InlineData("sep=;\nnaam;plaats\nJan;Den Haag, centrum\nPiet;Ede\n")]
    public void The_dialect_is_found(string text)
    {
        var table = Read(text);
        Assert.Equal((1, 3, "Den Haag, centrum"), (table.HeaderRows, table.Rows.Length, Cell(table, 1, 1)));
    }

    [Fact]
    public void Quotes_within_a_cell_are_text()
    {
        Assert.Equal("geluid, \"dorpsfeest\"", Cell(Read("a;b\n1;geluid, \"dorpsfeest\"\n2;c\n"), 1, 1));
    }

    [Fact]
    public void A_first_row_of_values_is_no_heading()
    {
        Assert.Equal(0, Read("1;14-03-2023;Jan\n2;15-03-2023;Piet\n").HeaderRows);
    }

    [Fact]
    public void What_is_written_by_the_rules_is_read_back()
    {
        var cell = Gen.Elements("Jan", "a;b", "zei \"ja\"", "regel\nregel", "", "é", " x ", "1,5");
        var rows = cell.ListOf(3).NonEmptyListOf().Where(l => l.Count < 12);
        Prop.ForAll(rows.ToArbitrary(), values =>
        {
            List<List<string>> all = [["kop", "naam", "waarde"], .. values.Select(v => v.ToList()), ["einde", "einde", "einde"]];
            var text = string.Concat(all.Select(r => string.Join(';', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
            var table = Read(text);
            return all.Select((r, i) => r.Select((c, j) => Cell(table, i, j) == c).All(same => same)).All(same => same);
        }).QuickCheckThrowOnFailure();
    }
}
