using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>The order of reading that tags give is taken where it is sane.</summary>
public sealed class TagTests
{
    private const string Left = "/P << /MCID 0 >> BDC BT /F 11 Tf 72 700 Td (Het verslag van de zitting) Tj ET EMC ";
    private const string Right = "/P << /MCID 1 >> BDC BT /F 11 Tf 330 640 Td (De bijlage bij het verslag) Tj ET EMC ";
    private const string Under = "/P << /MCID 2 >> BDC BT /F 11 Tf 72 580 Td (Aldus besloten in de raad) Tj ET EMC ";

    [Fact]
    public void Blocks_are_read_in_the_order_of_the_tags()
    {
        var said = SmallPdf.Read(SmallPdf.Tagged(Left + Right + Under, "6 0 R 7 0 R 8 0 R", Element("P", "0"), Element("P", "2"), Element("P", "1")));
        Assert.Equal(["Het verslag van de zitting", "Aldus besloten in de raad", "De bijlage bij het verslag"], said.Split('\n'));
    }

    [Fact]
    public void Tags_that_read_a_column_upwards_are_left_aside()
    {
        var said = SmallPdf.Read(SmallPdf.Tagged(Left + Right + Under, "6 0 R 7 0 R 8 0 R", Element("P", "2"), Element("P", "0"), Element("P", "1")));
        Assert.Equal(["Het verslag van de zitting", "De bijlage bij het verslag", "Aldus besloten in de raad"], said.Split('\n'));
    }

    [Fact]
    public void Content_that_two_elements_claim_makes_no_order()
    {
        var said = SmallPdf.Read(SmallPdf.Tagged(Left + Right + Under, "6 0 R 7 0 R 8 0 R", Element("P", "0"), Element("P", "2 1"), Element("P", "1")));
        Assert.Equal(["Het verslag van de zitting", "De bijlage bij het verslag", "Aldus besloten in de raad"], said.Split('\n'));
    }

    [Fact]
    public void What_is_hardly_tagged_is_read_by_its_layout()
    {
        var said = SmallPdf.Read(SmallPdf.Tagged(Left + Right + Under, "6 0 R", Element("P", "2")));
        Assert.Equal(["Het verslag van de zitting", "De bijlage bij het verslag", "Aldus besloten in de raad"], said.Split('\n'));
    }

    [Theory]
    [InlineData("H1", 1)]
    [InlineData("Kop", 2)]
    [InlineData("P", 0)]
    public void A_heading_is_told_by_its_tag(string role, int level)
    {
        var file = PdfFile.Open(SmallPdf.Tagged(Left + Right + Under, "6 0 R 7 0 R", Element(role, "0"), Element("P", "1 2")));
        var first = PdfTextReader.Read(file).Pages[0].Blocks.OfType<PdfTextParagraph>().First();
        Assert.Equal(level, first.HeadingLevel);
    }

    [Fact]
    public void A_tree_that_goes_round_ends()
    {
        var said = SmallPdf.Read(SmallPdf.Tagged(Left, "6 0 R", "<< /S /P /Pg 3 0 R /K [6 0 R 0 5 0 R] >>"));
        Assert.Equal("Het verslag van de zitting", said);
    }

    private static string Element(string role, string mcids) => $"<< /Type /StructElem /S /{role} /P 5 0 R /Pg 3 0 R /K [{mcids}] >>";
}
