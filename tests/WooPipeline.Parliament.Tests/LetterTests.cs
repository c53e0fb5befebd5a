using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

/// <summary>Answer letters in the forms that ministries use, as trees of any format.</summary>
public sealed class LetterTests
{
    private const string Letter = """
        Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

        In antwoord op uw brief van 5 juli 2024, nr. 2024Z11859, deel ik u mede dat de vragen van de leden Kleinhout (Landbouwpartij) en Verstappen (AB) over wachttijden bij de rechtbank worden beantwoord zoals aangegeven in de bijlage van deze brief.

        De Minister van Justitie en Veiligheid,

        **Antwoorden van de minister van Justitie en Veiligheid, mede namens de staatssecretaris van Financiën, op Kamervragen van de leden Kleinhout (Landbouwpartij) en Verstappen (AB) over wachttijden bij de rechtbank**

        Vraag 1

        Kent u het bericht? [1]

        Antwoord op vraag 1:

        Ja.

        Vraag 2\
        Hoe lang is de wachttijd?

        Vraag 3

        En vorig jaar?

        Antwoord op vragen 2 en 3

        | Jaar | Weken |
        |------|-------|
        | 2023 | 12 |

        Zie verder mijn antwoord onder vraag 4.[^1]

        Vraag 4

        Wat doet u eraan?

        Vraag 5

        Wanneer?

        Antwoord

        In het najaar, *mits* er geld is.

        [1] Krant, 1 juli 2024.

        [^1]: Kamerstukken II 2022/23, 29628, nr. 1139.
        """;

    [Fact]
    public void A_letter_with_its_annex_is_read_with_every_answer_at_its_questions()
    {
        var set = Read(Letter);
        Assert.Equal("2024Z11859", set.CaseNumber);
        Assert.Equal([new Member("Kleinhout", "Landbouwpartij"), new Member("Verstappen", "AB")], set.Submitters);
        Assert.Equal("wachttijden bij de rechtbank", set.Subject);
        Assert.Equal("minister van Justitie en Veiligheid", set.Signatory);
        Assert.Equal(["staatssecretaris van Financiën"], set.OnBehalfOf);
        Assert.Equal([1, 2, 3, 4, 5], set.Questions.Select(q => q.Number));
        Assert.Equal("1 | 2,3 | 4,5", string.Join(" | ", set.PublishedAnswers.Select(a => string.Join(',', a.Questions))));
        Assert.Equal("Hoe lang is de wachttijd?", set.Questions[1].Markdown);
        var tree = MarkdownTree.Parse(set.PublishedAnswers[1].Markdown);
        Assert.Single(tree.Blocks.OfType<Table>());
        Assert.Single(tree.Footnotes);
    }

    [Theory]
    [InlineData("Antwoord op vraag 3 en 8", "3,8")]
    [InlineData("Antwoord op vragen 7, 8, en 9", "7,8,9")]
    [InlineData("Antwoord vragen 1 en 2:", "1,2")]
    [InlineData("Antwoorden op vraag 3, 4, 5, 9 en 10", "3,4,5,9,10")]
    [InlineData("Antwoord op de vragen 4 t/m 6.", "4,5,6")]
    [InlineData("Antwoord 1", "1")]
    [InlineData("ANTWOORD OP VRAAG 12", "12")]
    [InlineData("Antwoord:", "")]
    public void Every_form_of_an_answers_label_gives_its_questions(string line, string numbers)
    {
        var label = QuestionLabel.Read(line);
        Assert.NotNull(label);
        Assert.True(label.IsAnswer);
        Assert.Equal(numbers, string.Join(',', label.Numbers));
    }

    [Theory]
    [InlineData("Antwoord op vraag 2 staat hieronder.")]
    [InlineData("Vragen")]
    [InlineData("Het antwoord op vraag 3")]
    [InlineData("Vraag 1 gaat over geld.")]
    [InlineData("")]
    public void Running_text_is_no_label(string line) => Assert.Null(QuestionLabel.Read(line));

    [Fact]
    public void Reordered_answers_stand_where_they_stand_and_keep_their_questions()
    {
        var set = Read("Vraag 1\n\na?\n\nVraag 2\n\nb?\n\nAntwoord op vraag 2\n\nB.\n\nVraag 3\n\nc?\n\nAntwoord op vraag 1 en 3\n\nAC.\n\nToelichting: deze vragen volgen op eerdere vragen.");
        Assert.Equal([(2, 2), (1, 3)], set.PublishedAnswers.Select(a => (a.Questions[0], a.Placement)));
        Assert.Equal(["Toelichting: deze vragen volgen op eerdere vragen."], set.Remarks);
    }

    [Theory]
    [InlineData("Vragen van het lid Terpstra (Terpstra) aan de Ministers van Binnenlandse Zaken en Koninkrijksrelaties, van Justitie en Veiligheid en van Volksgezondheid, Welzijn en Sport en de Minister-President over portals (ingezonden 29 december 2022).", "Minister van Binnenlandse Zaken en Koninkrijksrelaties|Minister van Justitie en Veiligheid|Minister van Volksgezondheid, Welzijn en Sport|Minister-President")]
    [InlineData("Vragen van de leden Zuidema en Van Rijn (beiden AB) aan de Staatssecretaris van Financiën over toeslagen (ingezonden 3 mei 2021)", "Staatssecretaris van Financiën")]
    public void Addressees_are_read_one_by_one(string sentence, string offices)
    {
        var set = QuestionHeader.WithQuestionSentence(new QuestionSet { Source = new Provenance("x") }, sentence);
        Assert.Equal(offices.Split('|'), set.Addressees);
        Assert.NotNull(set.SubmittedOn);
    }

    [Fact]
    public void A_notice_is_an_extension_and_no_answer()
    {
        var set = QuestionHeader.WithAnswerSentence(new QuestionSet { Source = new Provenance("x") }, "Mededeling van Minister Haverkate (Binnenlandse Zaken en Koninkrijksrelaties) (ontvangen 16 januari 2023).");
        Assert.Equal(new DateOnly(2023, 1, 16), Assert.Single(set.Extensions).SentOn);
        Assert.Null(set.AnsweredOn);
    }

    private static QuestionSet Read(string markdown)
    {
        var problems = new ProblemList();
        var set = QuestionSetTreeReader.Read(MarkdownTree.Parse(markdown), new Provenance("brief.docx"), problems);
        Assert.Empty(problems.ToImmutable());
        Assert.NotNull(set);
        return set;
    }
}
