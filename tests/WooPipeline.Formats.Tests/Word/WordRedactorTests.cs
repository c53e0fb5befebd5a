using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

public sealed class WordRedactorTests
{
    private static (SourceFile File, DocumentTree Tree) Read(byte[] bytes)
    {
        var file = new SourceFile("bronnen/a.docx", bytes);
        return (file, Assert.IsType<DocumentRead>(new WordReader().Read(file, ReadLimits.Default)).Tree);
    }

    private static string Shown(byte[] bytes)
    {
        var view = TextView.Of(TreeRedactor.Apply(Read(bytes).Tree, []));
        return view.Text[..view.BodyEnd];
    }

    private static byte[] Redacted(SourceFile file, DocumentTree tree, params Redaction[] redactions)
    {
        var result = new WordRedactor().Redact(file, tree, redactions, ReadLimits.Default);
        Assert.Null(result.Problem);
        return result.Content.ToArray();
    }

    private static Redaction Of(TextSpan span) => new(span, "5.1.2e", GroundCatalog.Privacy, Label.Name);

    [Fact]
    public void A_passage_over_runs_links_and_lines_gets_one_mark_in_its_own_look()
    {
        var (file, tree) = Read(SmallDocx.Of(
            "<w:p><w:r><w:t xml:space=\"preserve\">Van Jan </w:t></w:r><w:r><w:rPr><w:b/><w:caps/></w:rPr><w:t>Pieter</w:t><w:br/><w:t>Jans</w:t></w:r><w:hyperlink w:anchor=\"x\"><w:r><w:t>sen-B</w:t></w:r></w:hyperlink><w:r><w:t>oer, directie</w:t></w:r></w:p>"));
        var text = TextView.Of(tree).Text;
        var bytes = Redacted(file, tree, Of(new TextSpan(text.IndexOf("Jan", StringComparison.Ordinal), text.IndexOf(", directie", StringComparison.Ordinal))));
        Assert.Equal("Van 5.1.2e\n, directie\n", Shown(bytes));
        Assert.Empty(OfficeChecks.Errors(bytes));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var planted = PlantedDocx.Build().Bytes;
        var (file, tree) = Read(planted);
        Assert.Equal(Redacted(file, tree, Of(new TextSpan(0, 4))), Redacted(file, tree, Of(new TextSpan(0, 4))));
    }

    [Fact]
    public void An_image_goes_by_decision_and_stays_without_one()
    {
        const string drawing = "<w:p><w:r><w:t>Was getekend</w:t></w:r><w:r><w:drawing><wp:inline><wp:extent cx=\"100000\" cy=\"100000\"/><wp:docPr id=\"1\" name=\"a\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"a\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId3\"/><a:stretch/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        var (file, tree) = Read(SmallDocx.Of(drawing, image: PngEncoder.Encode([1], 1, 1, 1)));
        var at = TextView.Of(tree).Text.IndexOf('\uFFFC', StringComparison.Ordinal);
        Assert.Contains("word/media/image1.png", Names(Redacted(file, tree)));
        var without = Redacted(file, tree, Of(TextSpan.At(at, 1)));
        Assert.DoesNotContain("word/media/image1.png", Names(without));
        Assert.Equal("Was getekend5.1.2e\n", Shown(without));
    }

    [Fact]
    public void A_changed_source_is_refused()
    {
        var (_, tree) = Read(SmallDocx.Of("<w:p><w:r><w:t>een</w:t></w:r></w:p>"));
        var (other, _) = Read(SmallDocx.Of("<w:p><w:r><w:t>twee</w:t></w:r></w:p>"));
        Assert.Equal("bron-gewijzigd", new WordRedactor().Redact(other, tree, [], ReadLimits.Default).Problem?.Code);
    }

    [Fact]
    public void Any_cut_of_any_runs_leaves_the_rest_as_it_was()
    {
        var texts = Gen.Elements("Jan", " de ", "Boer", ",", "é", "x y", "-").NonEmptyListOf().Where(l => l.Count < 30);
        var spans = Gen.Choose(0, 60).Two().ListOf().Where(l => l.Count < 5);
        Prop.ForAll(texts.ToArbitrary(), spans.ToArbitrary(), (runs, cuts) =>
        {
            var (file, tree) = Read(SmallDocx.Of($"<w:p>{string.Concat(runs.Select(r => $"<w:r><w:t xml:space=\"preserve\">{r}</w:t></w:r>"))}</w:p>"));
            var length = TextView.Of(tree).BodyEnd - 1;
            var redactions = cuts.Select(c => new TextSpan(Math.Min(Math.Min(c.Item1, c.Item2), length), Math.Min(Math.Max(c.Item1, c.Item2), length)))
                .Where(s => !s.IsEmpty).OrderBy(s => s).Select(Of).ToList();
            var joined = Redaction.From(redactions.Select(r => new Decision { Span = r.Span, Label = r.Label, Verdict = Verdict.Remove, Ground = r.Ground, MarkText = r.MarkText })).ToList();
            var expected = PlainText.Of(TreeRedactor.Apply(tree, joined).Blocks).Replace("[5.1.2e]", "5.1.2e", StringComparison.Ordinal);
            return Shown(Redacted(file, tree, [.. joined])) == expected;
        }).QuickCheckThrowOnFailure();
    }

    private static List<string> Names(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(e => e.FullName)];
    }
}
