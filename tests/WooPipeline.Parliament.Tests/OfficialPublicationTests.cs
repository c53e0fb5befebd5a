using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

public sealed partial class OfficialPublicationTests
{
    [Theory]
    [InlineData("ah-tk-20202021-3235", "metadata.xml")]
    [InlineData("ah-tk-20202021-3235", "metadata_owms.xml")]
    [InlineData("kst-32545-143", "metadata.xml")]
    public void All_text_of_a_publication_is_read_in_order(string id, string metadata)
    {
        if (Repository.Shared("corpus", "official", id) is not { } folder)
        {
            return;
        }

        var xml = File.ReadAllBytes(Path.Combine(folder, id + ".xml"));
        var (publication, problems) = OfficialPublicationReader.Read(xml, id + ".xml", File.ReadAllBytes(Path.Combine(folder, metadata)));
        Assert.NotNull(publication);
        Assert.Empty(problems);
        Assert.Equal(id, publication.Identifier);
        var root = XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace).Root!;
        var expected = Words(string.Concat(root.Elements().Where(e => e.Name.LocalName != "metadata").SelectMany(e => e.DescendantNodes().OfType<XText>()).Select(t => t.Value)));
        Assert.Equal(expected, Words(PlainText.Of(publication.Tree.Blocks)));
    }

    [Fact]
    public void Questions_and_answers_of_an_appendix_are_those_of_its_metadata_and_text()
    {
        if (Repository.Shared("corpus", "official", "ah-tk-20202021-3235") is not { } folder)
        {
            return;
        }

        var (publication, _) = OfficialPublicationReader.Read(
            File.ReadAllBytes(Path.Combine(folder, "ah-tk-20202021-3235.xml")), "a.xml", File.ReadAllBytes(Path.Combine(folder, "metadata.xml")));
        var set = publication?.Questions;
        Assert.NotNull(set);
        Assert.Equal(Enumerable.Range(1, 9), set.Questions.Select(q => q.Number));
        Assert.Equal(Enumerable.Range(1, 9), set.PublishedAnswers.Select(a => Assert.Single(a.Questions)));
        var metadata = publication!.Metadata.Where(f => f.IsCalled("indiener")).Select(f => f.Value).ToList();
        Assert.Equal(metadata.Count, set.Submitters.Length);
        Assert.All(set.Submitters.Zip(metadata), pair => Assert.EndsWith(pair.First.Name.Split(' ')[^1], pair.Second, StringComparison.Ordinal));
        Assert.Equal("D66", Assert.Single(set.Submitters.Select(m => m.Party).Distinct()));
        Assert.Equal(["Minister van Sociale Zaken en Werkgelegenheid"], set.Addressees);
        Assert.Equal("2021Z09739", set.CaseNumber);
        Assert.Equal("3235", set.AppendixNumber);
        Assert.Equal(new DateOnly(2021, 6, 3), set.SubmittedOn);
        Assert.Equal(new DateOnly(2021, 6, 21), set.AnsweredOn);
        Assert.Equal("de TOZO", set.Subject);
    }

    [Theory]
    [InlineData(".html")]
    [InlineData(".odt")]
    [InlineData(".pdf")]
    public void Every_other_form_of_the_appendix_gives_the_same_questions_and_answers(string extension)
    {
        if (Repository.Shared("corpus", "official", "ah-tk-20202021-3235") is not { } folder)
        {
            return;
        }

        var file = new SourceFile("kamervragen/a" + extension, File.ReadAllBytes(Path.Combine(folder, "ah-tk-20202021-3235" + extension)));
        if (FormatCatalog.Default.Read(file, ReadLimits.Default) is not DocumentRead read)
        {
            Console.WriteLine($"skipped: no reader of {extension} yet");
            return;
        }

        var set = QuestionSetTreeReader.Read(read.Tree, new Provenance("a"), new ProblemList());
        var xml = OfficialPublicationReader.Read(File.ReadAllBytes(Path.Combine(folder, "ah-tk-20202021-3235.xml")), "a.xml", []).Publication?.Questions;
        Assert.NotNull(set);
        Assert.NotNull(xml);
        Assert.Equal(xml.Questions.Select(q => Text(q.Markdown)), set.Questions.Select(q => Text(q.Markdown)));
        Assert.Equal(xml.PublishedAnswers.Take(8).Select(a => Text(a.Markdown)), set.PublishedAnswers.Take(8).Select(a => Text(a.Markdown)));
        Assert.Equal(xml.Submitters, set.Submitters);
    }

    [Fact]
    public void A_publication_rendered_anew_as_answers_has_the_same_text()
    {
        if (Repository.Shared("corpus", "official", "ah-tk-20202021-3235") is not { } source)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("kamervragen"));
        Directory.CreateDirectory(folder.File("teksten"));
        var xml = File.ReadAllBytes(Path.Combine(source, "ah-tk-20202021-3235.xml"));
        File.WriteAllBytes(folder.File("kamervragen", "ah.xml"), xml);
        File.WriteAllText(folder.File("teksten", "kop.md"), "---\ndocument: antwoorden\nonderdeel: kop\ntitel: Kop\n---\n");
        var root = XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace).Root!;
        var body = root.Descendants().Where(e => e.Name.LocalName is "vraag" or "antwoord").SelectMany(e => e.DescendantNodes().OfType<XText>()).Select(t => t.Value);
        Assert.Equal(["Kop", .. Words(string.Concat(body))], Words(Fixture.Text(Fixture.Render(folder.Path)["antwoorden"].Tree)));
    }

    [Fact]
    public void The_older_vocabulary_notes_lists_and_tables_are_read()
    {
        const string Xml = """
            <vraagdoc><vraagnummer>812</vraagnummer><omschr>Vragen van het lid Zuidema (AB) aan de Minister van Financiën over de <nadruk type="cur">bank</nadruk> (ingezonden 3 mei 1999).</omschr>
            <vragen><vraag><nr>1</nr><al>Kent u dit?<noot type="voet"><noot.nr>1</noot.nr><noot.al>Krant, 1 mei.</noot.al></noot></al></vraag>
            <vraag><nr>2</nr><al>En dit?</al><lijst type="expl"><li><li.nr>a.</li.nr><al>eerst</al></li><li><li.nr>b.</li.nr><al>dan</al></li></lijst></vraag></vragen>
            <antwoord><nr>1</nr><al>Ja.</al></antwoord>
            <antwoord><nr>2</nr><table><tgroup cols="2"><colspec colname="c1"/><colspec colname="c2"/><thead><row><entry>Jaar</entry><entry>Bedrag</entry></row></thead><tbody><row><entry namest="c1" nameend="c2">geen</entry></row></tbody></tgroup></table></antwoord>
            <toelicht>Toelichting: deze vragen volgen op eerdere.</toelicht></vraagdoc>
            """;
        var (publication, problems) = OfficialPublicationReader.Read(Encoding.UTF8.GetBytes(Xml), "kv.xml", []);
        Assert.Empty(problems);
        var set = publication?.Questions;
        Assert.NotNull(set);
        Assert.Equal(("de bank", new DateOnly(1999, 5, 3)), (set.Subject, set.SubmittedOn!.Value));
        Assert.Equal([1, 2], set.Questions.Select(q => q.Number));
        Assert.Equal("1|2", string.Join('|', set.PublishedAnswers.Select(a => string.Join(',', a.Questions))));
        Assert.Equal("Krant, 1 mei.", PlainText.Of(Assert.Single(MarkdownTree.Parse(set.Questions[0].Markdown).Footnotes).Blocks).Trim());
        Assert.Contains("a. eerst", Text(set.Questions[1].Markdown).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Jaar Bedrag geen", Text(set.PublishedAnswers[1].Markdown), StringComparison.Ordinal);
        Assert.Equal(["Toelichting: deze vragen volgen op eerdere."], set.Remarks);
    }

    [Fact]
    public void Hostile_xml_is_a_problem_and_nothing_else()
    {
        string[] hostile =
        [
            "", "<", "<a>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            string.Concat(Enumerable.Repeat("<a>", 100_000)), "\0\u0001\u0002",
        ];
        foreach (var xml in hostile)
        {
            var (publication, problems) = OfficialPublicationReader.Read(Encoding.UTF8.GetBytes(xml), "x.xml", []);
            Assert.Null(publication);
            Assert.Contains(problems, p => p.Code == "xml-beschadigd");
            Assert.All(problems, p => Assert.DoesNotContain("passwd", p.ToString(), StringComparison.Ordinal));
        }
    }

    private static string Text(string markdown) => string.Join(' ', Words(PlainText.Of(MarkdownTree.Parse(markdown).Blocks)));

    private static string[] Words(string text) => Blank().Split(text).Where(w => w.Length > 0).ToArray();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
