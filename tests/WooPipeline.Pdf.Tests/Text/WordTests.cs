using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;
using WooPipeline.Pdf.Verify;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>Which letters make a word, and which words a line.</summary>
public sealed class WordTests
{
    [Fact]
    public void A_raised_number_stays_with_its_word_and_its_line()
    {
        var said = SmallPdf.Read(SmallPdf.Of("BT /F 12 Tf 72 700 Td (Zij schreef de noot) Tj /F 7 Tf 5 Ts (1) Tj 0 Ts /F 12 Tf ( op maandag.) Tj ET"));
        Assert.Equal("Zij schreef de noot1 op maandag.", said);
    }

    [Fact]
    public void A_note_of_which_the_number_is_raised_begins_a_word_of_its_own()
    {
        Assert.Equal("1 Jansen zegt dit.", SmallPdf.Read(SmallPdf.Of("BT /F 6 Tf 72 704 Td (1) Tj /F 10 Tf 4 -4 Td (Jansen zegt dit.) Tj ET")));
    }

    [Fact]
    public void Letters_set_apart_evenly_are_one_word()
    {
        Assert.Equal("JANSEN woont hier", SmallPdf.Read(SmallPdf.Of("BT /F 12 Tf 4 Tc 72 700 Td (JANSEN) Tj 0 Tc 20 0 Td 70 0 Td (woont hier) Tj ET")));
    }

    [Fact]
    public void A_letter_printed_twice_is_read_once_and_one_of_another_size_is_no_copy()
    {
        Assert.Equal("Jansen", SmallPdf.Read(SmallPdf.Of("BT /F 12 Tf 72 700 Td (Jansen) Tj 0.4 0 Td (Jansen) Tj ET")));

        // The same letter at the same place counted in its own size: another letter on another line.
        var said = SmallPdf.Read(SmallPdf.Of("BT /F 12 Tf 1 0 0 1 88.2 147.5 Tm (n) Tj /F 14 Tf 1 0 0 1 102.9 172.08 Tm (n) Tj ET"));
        Assert.Equal(2, said.Count(c => c == 'n'));
    }

    [Fact]
    public void What_runs_out_of_a_cell_does_not_join_the_next()
    {
        var said = SmallPdf.Read(SmallPdf.Of("BT /F 10 Tf 72 700 Td (Bedrag Jansen) Tj ET BT /F 10 Tf 130 700 Td (Adres) Tj ET"));
        Assert.Contains("Jansen", said, StringComparison.Ordinal);
        Assert.Contains("Adres", said, StringComparison.Ordinal);
        Assert.DoesNotContain("JansenAdres", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_whose_font_is_missing_is_read_and_removed()
    {
        var bytes = SmallPdf.Of("BT /Weg 12 Tf 72 700 Td (Aan Roelofsen persoonlijk) Tj ET");
        Assert.Contains("Roelofsen", SmallPdf.Read(bytes), StringComparison.Ordinal);
        var page = Assert.Single(PdfRedactor.Pages(PdfFile.Open(bytes)));
        var run = page.Blocks.OfType<PdfTextParagraph>().SelectMany(p => p.Runs).Single(r => r.Text.Contains("Roelofsen", StringComparison.Ordinal));
        var start = run.Text.IndexOf("Roelofsen", StringComparison.Ordinal);
        foreach (var mode in Enum.GetValues<PdfWidthMode>())
        {
            using var output = new MemoryStream();
            PdfRedactor.Redact(PdfFile.Open(bytes), [new PdfMark(0, run.Glyphs[start..(start + 9)], "5.1.2e", "gelakt")], new PdfRedactionOptions { Mode = mode }, output);
            Assert.Empty(PdfLeakScanner.Scan(output.ToArray(), ["Roelofsen"]));
            Assert.Equal(mode != PdfWidthMode.WholeLine, SmallPdf.Read(output.ToArray()).Contains("persoonlijk", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_later_range_of_a_map_to_text_overrules_an_earlier_one()
    {
        const string Map = "1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <41> <5A> <0061> <42> <42> <0058> endbfrange";
        var said = SmallPdf.Read(SmallPdf.Of(
            "BT /F 12 Tf 72 700 Td (ABC) Tj ET", "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>", $"<< /Length {Map.Length} >>\nstream\n{Map}\nendstream"));
        Assert.Equal("aXc", said);
    }
}
