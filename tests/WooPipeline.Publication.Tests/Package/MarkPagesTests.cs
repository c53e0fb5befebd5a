using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Publication.Tests;

public class MarkPagesTests
{
    [Fact]
    public void Each_passage_gets_the_page_of_its_mark()
    {
        using var folder = new TemporaryFolder();
        var tree = new DocumentTree { Blocks = [Paragraph.Of("Jansen opent."), new PageBreak(), Paragraph.Of("Dan Pietersen en Klaassen."), new PageBreak(), Paragraph.Of("Niemand."), new PageBreak(), Paragraph.Of("Jansen sluit.")] };
        var text = TextView.Of(tree).Text;
        Decision[] decisions = [.. new[] { ("Jansen", 0), ("Pietersen", 0), ("Klaassen", 0), ("Jansen", 9) }.Select(w => new Decision
        {
            Span = TextSpan.At(text.IndexOf(w.Item1, w.Item2, StringComparison.Ordinal), w.Item1.Length),
            Label = Label.Name,
            Verdict = Verdict.Remove,
            Ground = GroundCatalog.Privacy,
            MarkText = "5.1.2e",
        })];
        Directory.CreateDirectory(folder.File("publicatie", "documenten"));
        using (var output = File.Create(folder.File("publicatie", "documenten", "1.pdf")))
        {
            PdfDocumentWriter.Write(TreeRedactor.Apply(tree, Redaction.From(decisions)), new HouseStyle(), new PdfWriteOptions { Title = "x" }, output);
        }

        var document = new PackageDocument { Id = "1", Source = "bronnen/1", SourceSha256 = "", State = DocumentState.PartlyPublic, PublicFiles = ["documenten/1.pdf"], Decisions = [.. decisions.Select(d => new PackageDecision(d))] };

        Assert.Equal([1, 2, 2, 4], MarkPages.Fill(document, new PackageFiles(folder.Path)).Decisions.Select(d => d.Page));
        var less = document with { Decisions = document.Decisions[1..] };
        Assert.Equal([null, null, null], MarkPages.Fill(less, new PackageFiles(folder.Path)).Decisions.Select(d => d.Page));
    }
}
