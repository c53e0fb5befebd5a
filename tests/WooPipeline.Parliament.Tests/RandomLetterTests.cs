using System.Globalization;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Word;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

/// <summary>Letters of any length made at random from the ways in which ministries label questions and answers; the seed makes each one again.</summary>
public sealed class RandomLetterTests
{
    private static readonly string[] Words = "de minister heeft in het voorjaar met de provincies over deze regeling overlegd en daarna aan de Kamer bericht dat er geen middelen zijn voor 2 jaar".Split(' ');

    public static TheoryData<int, string> Letters()
    {
        var data = new TheoryData<int, string>();
        for (var seed = 1; seed <= 60; seed++)
        {
            data.Add(seed, seed % 3 == 0 ? "pdf" : seed % 3 == 1 ? "docx" : "tekst");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Questions_and_answers_are_counted_right(int seed, string form)
    {
        var (markdown, questions, answers) = Make(new Random(seed));
        var tree = MarkdownTree.Parse(markdown);

        var set = QuestionSetTreeReader.Read(form == "tekst" ? tree : Again(tree, form), new Provenance("brief"), new ProblemList());

        Assert.NotNull(set);
        Assert.Equal(questions, set.Questions.Length);
        Assert.Equal(answers, string.Join(" | ", set.PublishedAnswers.Select(a => string.Join(',', a.Questions))));
        for (var number = 1; number <= questions; number++)
        {
            Assert.Contains($"kenmerk v{number}x", set.Questions[number - 1].Markdown, StringComparison.Ordinal);
        }

        Assert.All(set.PublishedAnswers, a => Assert.Contains($"kenmerk a{a.Questions[0]}x", a.Markdown, StringComparison.Ordinal));
    }

    private static (string Markdown, int Questions, string Answers) Make(Random random)
    {
        var text = new StringBuilder("Hierbij zend ik u de antwoorden op de vragen van het lid Zandvoort (Blauw) over de veerdienst (2024Z01234).\n\n");
        var (count, questionStyle, answerStyle) = (random.Next(1, 26), random.Next(4), random.Next(4));
        var groups = new List<string>();
        for (var number = 1; number <= count;)
        {
            var size = Math.Min(random.Next(4) == 0 ? random.Next(2, 4) : 1, count - number + 1);
            for (var i = 0; i < size; i++)
            {
                Question(text, random, number + i, questionStyle);
            }

            var numbers = Enumerable.Range(number, size).ToArray();
            Answer(text, random, numbers, answerStyle);
            groups.Add(string.Join(',', numbers));
            number += size;
        }

        return (text.ToString(), count, string.Join(" | ", groups));
    }

    private static void Question(StringBuilder text, Random random, int number, int style)
    {
        var body = $"Kent u kenmerk v{number}x en {Sentence(random, 30)}?";
        text.Append(style switch
        {
            0 => $"Vraag {number}\n\n{body}",
            1 => $"**Vraag {number}:** {body}",
            2 => $"Vraag {number}\\\n{body}",
            _ => $"**Vraag {number}**\n\n*{body}*\n\n*En {Sentence(random, 10)}?*",
        }).Append("\n\n");
    }

    private static void Answer(StringBuilder text, Random random, int[] numbers, int style)
    {
        var list = numbers.Length == 1 ? $"{numbers[0]}" : $"{string.Join(", ", numbers.SkipLast(1))} en {numbers[^1]}";
        text.Append(style switch
        {
            0 => $"Antwoord op {(numbers.Length == 1 ? "vraag" : "vragen")} {list}\n\n",
            1 => $"**Antwoord op vraag {list}:** ",
            2 => $"Antwoord {list}\n\n",
            _ => "Antwoord\n\n",
        });
        text.Append(CultureInfo.InvariantCulture, $"Ja, kenmerk a{numbers[0]}x is bekend. {Sentence(random, 80)}.\n\n");
        for (var i = random.Next(3); i > 0; i--)
        {
            text.Append(random.Next(5) switch
            {
                0 => "| Jaar | Aantal |\n|---|---|\n| 2022 | 12 |\n| 2023 | 15 |\n\n",
                1 => "- eerst overleg;\n- dan besluit.\n\n",
                2 => "Er zijn drie redenen:\n\n1. geld;\n2. tijd;\n3. ruimte.\n\nMeer is er niet.\n\n",
                _ => Sentence(random, 120) + ".\n\n",
            });
        }
    }

    private static string Sentence(Random random, int length) => string.Join(' ', Enumerable.Range(0, random.Next(3, length)).Select(_ => Words[random.Next(Words.Length)]));

    private static DocumentTree Again(DocumentTree tree, string form)
    {
        using var output = new MemoryStream();
        if (form == "docx")
        {
            DocxWriter.Write(tree, new HouseStyle(), new DocxWriteOptions { Title = "Brief", Language = "nl-NL" }, output);
        }
        else
        {
            Fixture.Pdf(tree, output);
        }

        return Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("brief." + form, output.ToArray()), ReadLimits.Default)).Tree;
    }
}
