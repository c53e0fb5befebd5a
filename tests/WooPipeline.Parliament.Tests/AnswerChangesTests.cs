using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Word;

namespace WooPipeline.Parliament.Tests;

/// <summary>A DOCX of ours that comes back edited.</summary>
public sealed class AnswerChangesTests
{
    [Theory]
    [InlineData("trusted-flagger")]
    [InlineData("vuurwerk-marktplaatsen")]
    public void What_comes_back_untouched_has_no_changes(string name) => Assert.Empty(Changes(name, tree => tree));

    [Fact]
    public void Other_words_a_new_paragraph_and_a_deleted_answer_are_each_reported_exactly()
    {
        var changes = Changes("trusted-flagger", tree => tree with
        {
            Blocks =
            [
                .. tree.Blocks.TakeWhile(b => b.Anchor != "antwoord-6").SelectMany(b => PlainText.Of([b]).Trim() switch
                {
                    "Ja." => (Block[])[Paragraph.Of("Ja, dat bericht ken ik.")],
                    var text when text.StartsWith("De politie heeft", StringComparison.Ordinal) => [b, Paragraph.Of("Dit is een nieuwe alinea.")],
                    _ => [b],
                }),
            ],
        });
        Assert.Equal(
            [
                (ChangeKind.Changed, "1", "Ja.", "Ja, dat bericht ken ik.", "teksten/antwoorden/01.md"),
                (ChangeKind.Added, "2", "", "Dit is een nieuwe alinea.", "teksten/antwoorden/02.md"),
            ],
            changes.Take(2).Select(c => (c.Kind, string.Join(',', c.Questions), c.Before, c.After, c.Text?.Source ?? "")));
        Assert.Equal((ChangeKind.AnswerRemoved, 6), (changes[2].Kind, changes[2].Questions.Single()));
        Assert.Equal(3, changes.Length);
    }

    [Fact]
    public void A_question_that_was_touched_is_told()
    {
        var changes = Changes("vuurwerk-marktplaatsen", tree => tree with
        {
            Blocks = [.. tree.Blocks.Select(b => PlainText.Of([b]).StartsWith("Bent u bereid", StringComparison.Ordinal) ? Paragraph.Of("Bent u van plan de marktplaatsen aan te spreken?") : b)],
        });
        Assert.Equal((ChangeKind.QuestionChanged, 4), (Assert.Single(changes).Kind, changes[0].Questions.Single()));
    }

    [Fact]
    public void Changes_are_taken_over_into_the_texts_and_what_comes_from_data_is_left()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        var place = new Provenance("teksten/antwoorden/02.md");
        AnswerChange[] changes =
        [
            new(ChangeKind.Changed, [1], "Ja.", "Ja, *dat* ken ik.", new Provenance("teksten/antwoorden/01.md")),
            new(ChangeKind.Added, [4, 5], "", "Nieuw.", new Provenance("teksten/antwoorden/04-05.md")) { Behind = "Een melding vraagt het platform om een bericht te toetsen aan zijn eigen regels. Meer is het niet: het platform beslist. Een opdracht is nooit gegeven." },
            new(ChangeKind.Changed, [2], "Van TikTok is geen antwoord gekomen. Niet gevraagd zijn Snapchat en BRB.", "Van niemand.", place),
            new(ChangeKind.AnswerRemoved, [6], "weg", "", new Provenance("teksten/antwoorden/06.md")),
        ];
        var left = AnswerTakeOver.Apply(copy.Path, [.. changes]);
        Assert.Equal([ChangeKind.AnswerRemoved, ChangeKind.Changed], left.Select(c => c.Kind));
        var text = Fixture.Text(Fixture.Render(copy.Path)["antwoorden"].Tree);
        Assert.Contains("Ja, *dat* ken ik.\n", text, StringComparison.Ordinal);
        Assert.Contains("nooit gegeven.\nNieuw.\nWat een platform", text, StringComparison.Ordinal);
    }

    private static ImmutableArray<AnswerChange> Changes(string name, Func<DocumentTree, DocumentTree> edit)
    {
        var dossier = ParliamentDossier.Load(Fixture.Folder(name));
        var rendered = Fixture.Render(dossier.Folder)["antwoorden"].Tree;
        using var docx = new MemoryStream();
        DocxWriter.Write(edit(rendered), new HouseStyle(), new DocxWriteOptions { Title = "Antwoorden", Language = "nl-NL" }, docx);
        var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("antwoorden.docx", docx.ToArray()), ReadLimits.Default));
        return AnswerChanges.Compare(dossier, rendered, read.Tree);
    }
}
