using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Word;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

/// <summary>
/// Letters in the styles of the ministries, as text, DOCX and PDF: the number of questions and answers is right and every answer is attached
/// to its questions. The expectation beside each holds a line with the questions and one with the questions of each answer.
/// </summary>
public sealed class LetterFileTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in Directory.GetFiles(Repository.PathOf("tests", "WooPipeline.Parliament.Tests", "Cases", "brieven"), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var form in new[] { "tekst", "docx", "pdf" })
            {
                data.Add(Path.GetFileNameWithoutExtension(path), form);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_answer_is_attached_to_its_questions(string name, string form)
    {
        var path = Repository.PathOf("tests", "WooPipeline.Parliament.Tests", "Cases", "brieven", name + ".md");
        var tree = MarkdownTree.Parse(File.ReadAllText(path));
        var expected = File.ReadAllLines(Path.ChangeExtension(path, ".txt"));
        var problems = new ProblemList();

        var set = QuestionSetTreeReader.Read(form == "tekst" ? tree : Again(tree, form), new Provenance(name), problems);

        Assert.NotNull(set);
        Assert.Equal(expected[0], string.Join(',', set.Questions.Select(q => q.Number)));
        Assert.Equal(expected[1], string.Join(" | ", set.PublishedAnswers.Select(a => string.Join(',', a.Questions))));
        Assert.Empty(problems.ToImmutable());
        Assert.All(set.Questions, q => Assert.Contains('?', q.Markdown));
        Assert.All(set.PublishedAnswers, a => Assert.NotEmpty(a.Markdown.Trim()));
        Assert.All(set.PublishedAnswers, a => Assert.DoesNotContain('?', a.Markdown));
        NothingIsLost(tree, set);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("odt")]
    public void As_another_program_writes_it_too(string form)
    {
        if (!ExternalTool.IsHere("soffice"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var names = Directory.GetFiles(Repository.PathOf("tests", "WooPipeline.Parliament.Tests", "Cases", "brieven"), "*.md").Order(StringComparer.Ordinal).Select(p => Path.GetFileNameWithoutExtension(p)!).ToArray();
        var paths = names.Select(n => Docx(folder, n)).ToArray();
        ExternalTool.Run(TimeSpan.FromMinutes(4), "soffice", ["--headless", $"-env:UserInstallation=file://{folder.File("profiel")}", "--convert-to", form, "--outdir", folder.Path, .. paths]);

        var wrong = new List<string>();
        foreach (var name in names)
        {
            var tree = (FormatCatalog.Default.Read(new SourceFile("brief." + form, File.ReadAllBytes(folder.File($"{name}.{form}"))), ReadLimits.Default) as DocumentRead)!.Tree;
            var set = QuestionSetTreeReader.Read(tree, new Provenance(name), new ProblemList());
            var found = $"{string.Join(',', set?.Questions.Select(q => q.Number) ?? [])}\n{string.Join(" | ", set?.PublishedAnswers.Select(a => string.Join(',', a.Questions)) ?? [])}";
            if (found.Trim() != File.ReadAllText(Repository.PathOf("tests", "WooPipeline.Parliament.Tests", "Cases", "brieven", name + ".txt")).Trim())
            {
                wrong.Add($"{name}: {found}");
            }
        }

        Assert.Equal([], wrong);
    }

    private static string Docx(TemporaryFolder folder, string name)
    {
        var tree = MarkdownTree.Parse(File.ReadAllText(Repository.PathOf("tests", "WooPipeline.Parliament.Tests", "Cases", "brieven", name + ".md")));
        using var output = File.Create(folder.File(name + ".docx"));
        DocxWriter.Write(tree, new HouseStyle(), new DocxWriteOptions { Title = "Brief", Language = "nl-NL" }, output);
        return output.Name;
    }

    /// <summary>Every word below the opening stands in a question, an answer or the remarks.</summary>
    private static void NothingIsLost(DocumentTree tree, QuestionSet set)
    {
        var all = string.Join(' ', set.Questions.Select(q => q.Markdown).Concat(set.PublishedAnswers.Select(a => a.Markdown)).Concat(set.Remarks).Append(set.Subject));
        var text = PlainText.Of(tree.Blocks);
        var start = text.IndexOf("Waterstaat,", StringComparison.Ordinal);
        var words = text[(start < 0 ? 0 : start + 11)..].Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', ',', ';', ':', '?', '!', '«', '»', ')', '(')).Where(w => w.Length > 3 && w.All(char.IsLetter));
        string[] labels = ["Vraag", "Vragen", "vraag", "vragen", "Antwoord", "Antwoorden", "Beantwoording", "Reactie", "twee", "drie"];
        var heading = tree.Blocks.OfType<Paragraph>().Select(p => PlainText.Of(p.Content)).Where(p => p.StartsWith("Vragen van", StringComparison.Ordinal) || p.StartsWith("Antwoorden van", StringComparison.Ordinal)).SelectMany(p => p.Split(' ')).Select(w => w.Trim('.', ',', '(', ')')).ToHashSet();
        Assert.Equal([], words.Where(w => !labels.Contains(w) && !heading.Contains(w) && !all.Contains(w, StringComparison.Ordinal)).Except(["Zandvoort"]));
    }

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
