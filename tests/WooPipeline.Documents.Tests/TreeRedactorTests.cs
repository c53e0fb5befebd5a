using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace WooPipeline.Documents.Tests;

public sealed class TreeRedactorTests
{
    [Fact]
    public void A_name_over_two_runs_gets_one_mark()
    {
        var tree = new DocumentTree { Blocks = [new Paragraph([new TextRun("Dag "), new TextRun("Pie", TextStyle.Bold), new TextRun("ter, tot morgen")])] };

        Assert.Equal("Dag [5.1.2e], tot morgen\n", Text(Redact(tree, "Pieter")));
    }

    [Fact]
    public void A_passage_over_two_cells_gets_a_mark_in_each()
    {
        var tree = new DocumentTree { Blocks = [new Table([new TableRow([TableCell.Of("Jan"), TableCell.Of("Smit")])])] };

        Assert.Equal("[5.1.2e]\t[5.1.2e]\n", Text(Redact(tree, "Jan\tSmit")));
    }

    [Theory]
    [InlineData("smit")]
    [InlineData("Els")]
    public void A_link_goes_when_its_target_or_text_is_touched(string removed)
    {
        var tree = new DocumentTree { Blocks = [new Paragraph([new Link("https://x.nl/smit", [new TextRun("pagina van Els")])])] };

        Assert.DoesNotContain(Redact(tree, removed).Blocks.OfType<Paragraph>().SelectMany(p => p.Content), i => i is Link);
    }

    [Fact]
    public void What_is_never_published_is_gone()
    {
        var tree = new DocumentTree
        {
            Title = "t",
            FileName = "geheim.docx",
            Metadata = [new MetadataField("Author", "geheim")],
            Blocks = [new Section(ZoneKind.Hidden, [Paragraph.Of("geheim")]), new Section(ZoneKind.Comment, [Paragraph.Of("geheim")]), Paragraph.Of("open")],
        };
        var result = TreeRedactor.Apply(tree, []);

        Assert.Equal("open\n\n", TextView.Of(result).Text);
        Assert.Empty(result.Title);
    }

    [Fact]
    public void An_image_is_replaced_by_a_mark_where_its_place_is_removed()
    {
        var tree = new DocumentTree { Blocks = [new ImageBlock(new ImageContent([1], "image/png", "handtekening van Jan")), Paragraph.Of("x")] };

        Assert.Equal("[5.1.2e]\nx\n", Text(Redact(tree, "\uFFFC")));
    }

    [Fact]
    public void Whatever_is_removed_nothing_else_goes_and_nothing_of_it_stays()
    {
        var text = Gen.Elements('a', 'b', ' ', 'é', '\u00AD').NonEmptyListOf().Select(l => new string([.. l]));
        var tree = text.NonEmptyListOf().NonEmptyListOf().Select(paragraphs => new DocumentTree
        {
            Blocks = [.. paragraphs.Select(runs => (Block)new Paragraph([.. runs.Select(r => (Inline)new TextRun(r))]))],
        });
        var cuts = Gen.Choose(0, 40).Two().ListOf(3);
        Prop.ForAll(tree.ToArbitrary(), cuts.ToArbitrary(), (t, c) => Holds(t, c)).QuickCheckThrowOnFailure();
    }

    private static bool Holds(DocumentTree tree, IEnumerable<(int, int)> cuts)
    {
        var view = TextView.Of(tree);
        var decisions = cuts
            .Select(c => new TextSpan(Math.Min(Math.Min(c.Item1, c.Item2), view.BodyEnd), Math.Min(Math.Max(c.Item1, c.Item2), view.BodyEnd)))
            .Where(s => !s.IsEmpty)
            .Select(s => new Decision { Span = s, Label = Label.Name, Verdict = Verdict.Remove, Ground = GroundCatalog.Privacy, MarkText = "#" });
        var redactions = Redaction.From(decisions);
        var expected = new string([.. view.Text.Take(view.BodyEnd).Where((ch, i) => ch != '\n' && !redactions.Any(r => r.Span.Contains(i)))]);
        var result = TextView.Of(TreeRedactor.Apply(tree, redactions));
        return result.Text[..result.BodyEnd].Replace("[#]", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) == expected;
    }

    private static DocumentTree Redact(DocumentTree tree, string removed)
    {
        var view = TextView.Of(tree);
        var span = TextSpan.At(view.Text.IndexOf(removed, StringComparison.Ordinal), removed.Length);
        return TreeRedactor.Apply(tree, [new Redaction(span, "5.1.2e", GroundCatalog.Privacy, Label.Name)]);
    }

    private static string Text(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        return view.Text[..view.BodyEnd];
    }
}
