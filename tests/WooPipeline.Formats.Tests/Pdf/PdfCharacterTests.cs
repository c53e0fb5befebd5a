using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>Characters that fonts lack, that aren't seen, or that control things.</summary>
public sealed class PdfCharacterTests
{
    [Theory]
    [InlineData("emoji 😀 en vlag 🎉 klaar", "emoji 😀 en vlag 🎉 klaar")]
    [InlineData("漢字 テスト", "漢字 テスト")]
    [InlineData("af\u00ADbreek\u00ADteken", "afbreekteken")]
    [InlineData("nul\u200Bbreed en \uFEFFmerk", "nulbreed en merk")]
    [InlineData("e\u0301e\u0301n en a\u0308", "één en ä")]
    [InlineData("tab\ttab\u2003wit\u3000breed", "tab tab wit breed")]
    [InlineData("vast\u00A0wit", "vast wit")]
    [InlineData("be\u0001heer", "be\uFFFDheer")]
    [InlineData("\uF0B7 opsomming", "• opsomming")]
    [InlineData("eigen \uE123 teken", "eigen \uFFFD teken")]
    [InlineData("regel\neen\r\ntwee\u2028drie", "regel een twee drie")]
    [InlineData("-----Oorspronkelijk bericht-----\nVan: x", "-----Oorspronkelijk bericht----- Van: x")]
    [InlineData("-- \nJan", "-- Jan")]
    public void Text_is_read_as_it_was_meant(string text, string expected) => Read(text, expected);

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_missing() => Read("half " + (char)0xD800 + " teken", "half \uFFFD teken");

    private static void Read(string text, string expected)
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        using var pdf = new PdfFixture(new DocumentTree { Blocks = [Paragraph.Of(text)] });
        Assert.Equal(expected, string.Join(' ', pdf.Words()));
    }

    [Fact]
    public void Right_to_left_text_is_read_in_its_own_order()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        using var pdf = new PdfFixture(new DocumentTree { Blocks = [Paragraph.Of("Hebreeuws שלום עולם en Arabisch مرحبا بالعالم klaar")] });
        // pdftotext adds marks of direction of its own.
        var read = string.Join(' ', pdf.Words().Select(w => w.Trim('\u202A', '\u202B', '\u202C', '\u200E', '\u200F')).Where(w => w.Length > 0));
        Assert.Equal("Hebreeuws שלום עולם en Arabisch مرحبا بالعالم klaar", read.Replace("\u202C", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_without_a_glyph_are_reported_once_by_number()
    {
        using var pdf = new PdfFixture(new DocumentTree { Blocks = [Paragraph.Of("😀😀 漢"), Paragraph.Of("漢 gewoon")] });
        Assert.Equal(["U+1F600", "U+6F22"], pdf.Report.Deviations.Where(d => d.Code == "pdf-font-missing-glyph").Select(d => d.Place));
    }

    [Fact]
    public void Plain_Dutch_text_has_no_deviations()
    {
        using var pdf = new PdfFixture(new DocumentTree { Blocks = [Paragraph.Of("Coördinatie, reünie, ‘citaat’, “citaat”, € 5,- – één; ½ °C © ™ … → ≤ ≥ × ÷ ✓ ij ĳ")] });
        Assert.Empty(pdf.Report.Deviations);
    }

    [Fact]
    public void An_address_longer_than_a_line_is_cut_at_its_seams_only()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var address = "https://www.voorbeeld.nl/" + string.Join('/', Enumerable.Range(0, 30).Select(i => "onderdeel" + i)) + "?zoek=ja&pagina=2";
        using var pdf = new PdfFixture(new DocumentTree { Blocks = [Paragraph.Of("Zie " + address + " voor meer.")] });
        var words = pdf.Words();
        Assert.Equal("Zie" + address + "voormeer.", string.Concat(words));
        Assert.All(words[1..^3], w => Assert.EndsWith("/", w, StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_in_a_table_stay_whole_where_there_is_room()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        string[] words = ["https://voorbeeld.nl/berichten/1635911002", "support-meldpunt@voorbeeld.example", "0,666666666666667", "PERCENTILE.EXC"];
        var cells = words.Select(TableCell.Of).ToArray();
        using var pdf = new PdfFixture(new DocumentTree { Blocks = [new Table([new TableRow([.. cells])])] });
        Assert.Equal(words, pdf.Words("-raw"));
    }

    [Fact]
    public void Nothing_runs_off_the_page()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var blob = new string('W', 500);
        var cells = Enumerable.Range(0, 12).Select(i => TableCell.Of("verantwoordingsinformatie" + i)).ToArray();
        using var pdf = new PdfFixture(new DocumentTree { Blocks = [Paragraph.Of(blob), new Table([new TableRow([.. cells])]), new Heading(1, [new TextRun(blob)])] });
        var boxes = System.Text.RegularExpressions.Regex.Matches(pdf.Text("-bbox"), "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\"");
        Assert.NotEmpty(boxes);
        Assert.All(boxes, b =>
        {
            double Number(int group) => double.Parse(b.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(Number(1), 70, 525);
            Assert.InRange(Number(3), 70, 526);
            Assert.InRange(Number(4), 20, 825);
        });
    }
}
