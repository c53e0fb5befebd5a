using WooPipeline.Documents;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

public sealed class WordReaderTests
{
    private const string Numbering = """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        """;

    private static DocumentTree Read(string body, string numbering = "", string styles = "") =>
        Assert.IsType<DocumentRead>(new WordReader().Read(new SourceFile("a.docx", SmallDocx.Of(body, numbering, styles)), ReadLimits.Default)).Tree;

    private static string Item(int list, int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    [Fact]
    public void Numbers_are_counted_as_Word_counts_them()
    {
        var tree = Read(Item(1, 0, "een") + Item(1, 1, "onder") + Item(1, 1, "onder") + Item(1, 0, "twee") + "<w:p><w:r><w:t>tussen</w:t></w:r></w:p>" + Item(3, 0, "zeven") + Item(2, 0, "punt"), Numbering);
        var text = TextView.Of(tree).Text;
        Assert.StartsWith("1. een\n1.a) onder\n1.b) onder\n2. twee\ntussen\n7. zeven\npunt\n", text, StringComparison.Ordinal);
        var list = Assert.IsType<ListBlock>(tree.Blocks[0]);
        Assert.Equal(2, list.Items.Length);
        Assert.IsType<ListBlock>(list.Items[0].Blocks[1]);
    }

    [Fact]
    public void Headings_come_from_styles_of_any_language()
    {
        const string styles = "<w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"MijnKop\"><w:basedOn w:val=\"Kop1\"/></w:style>";
        var tree = Read("<w:p><w:pPr><w:pStyle w:val=\"MijnKop\"/></w:pPr><w:r><w:t>Aanleiding</w:t></w:r></w:p>", styles: styles);
        Assert.Equal(1, Assert.IsType<Heading>(tree.Blocks[0]).Level);
    }

    [Fact]
    public void Merged_cells_span_and_heading_rows_name_columns()
    {
        var tree = Read("""
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Naam</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Kamer</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Jan</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B1</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>B2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """);
        var table = Assert.IsType<Table>(tree.Blocks[0]);
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal(2, table.Rows[1].Cells[0].RowSpan);
        var view = TextView.Of(tree);
        Assert.Equal("Naam", view.ZoneAt(view.Text.IndexOf("Jan", StringComparison.Ordinal))?.Name);
    }

    [Fact]
    public void A_field_that_never_ends_hides_nothing()
    {
        var text = TextView.Of(Read("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>gewone tekst</w:t></w:r></w:p>")).Text;
        Assert.StartsWith("gewone tekst\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_of_the_text_goes_before_that_of_the_file()
    {
        Assert.Equal(new DateTime(2023, 11, 30), Read("<w:p><w:r><w:t>Datum</w:t></w:r></w:p><w:p><w:r><w:t>30 november 2023</w:t></w:r></w:p>").Date?.DateTime);
        Assert.Equal(new DateTime(2024, 3, 4), Read("<w:p><w:r><w:t>Den Haag, 4 maart 2024</w:t></w:r></w:p>").Date?.DateTime);
        Assert.Null(Read("<w:p><w:r><w:t>Op 4 maart 2024 is besloten.</w:t></w:r></w:p>").Date);
    }
}
