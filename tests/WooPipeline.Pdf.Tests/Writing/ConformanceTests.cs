using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>Our own documents hold every structural rule of PDF/A-2a and PDF/UA-1 that a test can check.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void A_document_with_everything_breaks_no_rule()
    {
        var bytes = FlowSamples.Bytes(FlowSamples.Everything());
        Assert.Empty(Faults(bytes, _ => { }));
    }

    [Fact]
    public void An_empty_document_breaks_no_rule_of_archives()
    {
        var bytes = FlowSamples.Bytes(new FlowDocument { Title = "" });
        Assert.Empty(ArchiveRules.Faults(bytes, PdfFile.Open(bytes)));
    }

    [Fact]
    public void Titles_with_odd_characters_stay_alike_in_both_places()
    {
        var bytes = FlowSamples.Bytes(new FlowDocument { Title = " <Een> & \"twee\"\u0001\n\tdrie 😀 \u200Beinde ", Blocks = [FlowSamples.Text("x")] });
        Assert.Empty(Faults(bytes, _ => { }));
    }

    /// <summary>The rules do notice: each of these takes one thing away.</summary>
    [Theory]
    [InlineData("Lang", "no language")]
    [InlineData("MarkInfo", "not marked")]
    [InlineData("ViewerPreferences", "title is not displayed")]
    [InlineData("OutputIntents", "not one output intent")]
    [InlineData("Metadata", "no plain metadata")]
    public void A_missing_entry_of_the_catalog_is_noticed(string key, string fault)
    {
        var bytes = FlowSamples.Bytes(FlowSamples.Everything());
        Assert.Contains(Faults(bytes, f => f.Catalog[key] = null), f => f.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Figure", "Alt", "no description")]
    [InlineData("TH", "A", "no scope")]
    [InlineData("L", "A", "nothing of its numbering")]
    [InlineData("Note", "ID", "no unique ID")]
    [InlineData("TR", "K", "differ in columns")]
    [InlineData("P", "K", "no owner")]
    [InlineData("Link", "K", "no annotation")]
    public void A_missing_entry_of_an_element_is_noticed(string type, string key, string fault)
    {
        var bytes = FlowSamples.Bytes(FlowSamples.Everything());
        Assert.Contains(
            Faults(bytes, f => StructureNode.Tree(f).All().First(n => n.Type == type).Dictionary[key] = null),
            f => f.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Structure_says_what_things_are()
    {
        var file = PdfFile.Open(FlowSamples.Bytes(FlowSamples.Everything()));
        var all = StructureNode.Tree(file).All().ToList();
        Assert.Equal(["H1", "H2", "H1"], all.Where(n => n.Type is ['H', >= '1' and <= '6']).Select(n => n.Type));
        Assert.Equal(["gelakt", "gelakt, artikel 5.1", "gelakt"], all.Where(n => n.Type == "Span").Select(n => n.Text("E")));
        Assert.Equal("en", Assert.Single(all, n => n.Text("Lang") is not null).Text("Lang"));
        Assert.Equal(["Een vlag", "Beeld met koppeling", "Naar boven", "Een blok"], all.Where(n => n.Type == "Figure").Select(n => n.Text("Alt")));
        Assert.Equal(5, all.Count(n => n.Type == "Link"));
        var note = Assert.Single(all, n => n.Type == "Note");
        Assert.Equal("P", note.Parent!.Type);
        Assert.Equal("Reference", note.Parent.Children[note.Parent.Children.IndexOf(note) - 1].Type);
    }

    [Fact]
    public void Addresses_of_links_are_ascii()
    {
        string[] addresses = ["https://voorbeeld.nl/één?a=b c", "https://bücher.example/ü", "mailto:jan@voorbeeld.nl", "HTTP://Voorbeeld.NL"];
        var links = addresses.Select(a => new FlowParagraph([new FlowLink(a, [new FlowText("hier")])]));
        var file = PdfFile.Open(FlowSamples.Bytes(new FlowDocument { Title = "x", Blocks = [.. links] }));
        var read = PdfPages.Of(file).SelectMany(p => file.Get<PdfArray>(p.Dictionary, "Annots")!)
            .Select(a => file.Get<PdfDictionary>((PdfDictionary)file.Resolve(a), "A")!).Select(a => StructureNode.Decode(file.Get<PdfString>(a, "URI")));
        Assert.Equal(["https://voorbeeld.nl/%C3%A9%C3%A9n?a=b%20c", "https://xn--bcher-kva.example/%C3%BC", "mailto:jan@voorbeeld.nl", "http://voorbeeld.nl/"], read);
    }

    [Fact]
    public void A_row_of_headings_heads_its_columns_and_a_heading_in_a_row_its_row()
    {
        FlowCell Cell(bool isHeader) => new([FlowSamples.Text("x")], IsHeader: isHeader);
        var table = new FlowTable([new FlowRow([Cell(true), Cell(true)]), new FlowRow([Cell(true), Cell(false)])], HeaderRows: 0);
        var file = PdfFile.Open(FlowSamples.Bytes(new FlowDocument { Title = "x", Blocks = [table] }));
        var scopes = StructureNode.Tree(file).All().Where(n => n.Type == "TH").Select(n => ((PdfName)n.Attribute("Scope")!).Value);
        Assert.Equal(["Column", "Column", "Row"], scopes);
    }

    [Theory]
    [InlineData("#BFBFBF", "#000000", "#000000")]
    [InlineData("#BFBFBF", "#FFFFFF", "#000000")]
    [InlineData("#000000", "#222222", "#FFFFFF")]
    [InlineData("#154273", "#FFFFFF", "#FFFFFF")]
    public void Text_of_marks_can_be_read(string fill, string wanted, string shown)
    {
        FlowColor Color(string text) => FlowColor.Parse(text, default);
        Assert.Equal(Color(shown), Color(wanted).ReadableOn(Color(fill)));
        Assert.True(FlowColor.Contrast(Color(wanted).ReadableOn(Color(fill)), Color(fill)) >= 4.5);
    }

    [Fact]
    public void Repeated_headings_of_a_table_are_structured_once()
    {
        var file = PdfFile.Open(FlowSamples.Bytes(new FlowDocument { Title = "x", Blocks = [FlowSamples.Table(150)] }));
        Assert.True(PdfPages.Of(file).Count > 3);
        Assert.Equal(2, StructureNode.Tree(file).All().Single(n => n.Type == "THead").Children.Count);
    }

    [Fact]
    public void The_outline_is_that_of_the_headings()
    {
        var file = PdfFile.Open(FlowSamples.Bytes(FlowSamples.Everything()));
        var outlines = file.Get<PdfDictionary>(file.Catalog, "Outlines")!;
        var first = file.Get<PdfDictionary>(outlines, "First")!;
        Assert.Equal("Kop 5.1.2e", StructureNode.Decode(file.Get<PdfString>(first, "Title")));
        Assert.Equal("Diepe kop", StructureNode.Decode(file.Get<PdfString>(file.Get<PdfDictionary>(first, "First")!, "Title")));
        Assert.Equal("Einde", StructureNode.Decode(file.Get<PdfString>(file.Get<PdfDictionary>(first, "Next")!, "Title")));
        Assert.Equal(2, file.Number(outlines, "Count"));
    }

    private static List<string> Faults(byte[] bytes, Action<PdfFile> change)
    {
        var file = PdfFile.Open(bytes);
        change(file);
        return [.. ArchiveRules.Faults(bytes, file), .. StructureRules.Faults(file)];
    }
}
