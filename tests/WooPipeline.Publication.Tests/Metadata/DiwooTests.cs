using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace WooPipeline.Publication.Tests;

public class DiwooTests
{
    private static readonly PackageDossier Online = TestPackage.Dossier with { BaseAddress = "https://www.example.org/woo/2025-01/" };

    [Theory]
    [InlineData("woo-verzoek", "ministerie van Volksgezondheid, Welzijn en Sport")]
    [InlineData("kamervragen", "Ministerie van Financiën")]
    [InlineData("rapportage", "gemeente Nergenshuizen")]
    public void Every_description_is_valid_by_the_schema(string kind, string organisation)
    {
        if (Schemas() is not { } schemas)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path, Online with { Kind = kind, Organisation = organisation });
        PackageWriter.Write(folder.Path, input with { Rendered = [.. input.Rendered, new RenderedFile("nota.pdf", "antwoorden", "A\u0001 & <B>")] });
        var files = Directory.GetFiles(folder.File("publicatie", "metadata"), "*.xml");

        Assert.Equal(5, files.Length);
        Assert.All(files, f => Assert.Equal([], Errors(XDocument.Load(f), schemas)));
    }

    [Fact]
    public void The_schema_does_find_faults()
    {
        if (Schemas() is not { } schemas)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var text = File.ReadAllText(folder.File("publicatie", "metadata", "0001.xml"));

        Assert.NotEmpty(Errors(XDocument.Parse(text.Replace("T00:00:00+02:00", "", StringComparison.Ordinal)), schemas));
        Assert.NotEmpty(Errors(XDocument.Parse(text.Replace("c_3baef532", "c_nl", StringComparison.Ordinal)), schemas));
    }

    [Fact]
    public void Xmllint_agrees()
    {
        if (Repository.Shared("standards", "diwoo") is not { } standards || !ExternalTool.IsHere("xmllint"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        foreach (var name in Directory.GetFiles(standards))
        {
            // The import is written as an address; nothing is fetched in a test.
            File.WriteAllText(folder.File(Path.GetFileName(name)), File.ReadAllText(name).Replace("https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd", "MDTO-XML1.0.1.xsd", StringComparison.Ordinal));
        }

        var result = ExternalTool.Run("xmllint", ["--nonet", "--noout", "--schema", folder.File("diwoo-metadata.xsd"), .. Directory.GetFiles(folder.File("publicatie", "metadata"), "*.xml")]);

        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public void Sitemaps_lead_to_every_file_and_hold_valid_descriptions()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path, Online);
        PackageWriter.Write(folder.Path, input);
        XNamespace s = "http://www.sitemaps.org/schemas/sitemap/0.9";
        XNamespace d = "https://standaarden.overheid.nl/diwoo/metadata/";

        var index = XDocument.Load(folder.File("publicatie", "sitemap", "sitemapindex-diwoo-infocat014.xml"));
        var map = XDocument.Load(folder.File("publicatie", "sitemap", "sitemap-diwoo-infocat014-1.xml"));

        Assert.Equal(Online.BaseAddress + "sitemap/sitemap-diwoo-infocat014-1.xml", index.Descendants(s + "loc").Single().Value);
        Assert.Equal(["documenten/0001.pdf", "documenten/0002.pdf", "documenten/0003.docx", "documenten/0009.html", "nota.pdf"], map.Descendants(s + "loc").Select(l => l.Value[Online.BaseAddress!.Length..]));
        Assert.Equal(5, map.Descendants(d + "Document").Count());
        if (Schemas() is { } schemas)
        {
            Assert.All(map.Descendants(d + "Document"), e => Assert.Equal([], Errors(new XDocument(new XElement(e)), schemas)));
        }
    }

    [Fact]
    public void Times_are_those_of_the_Netherlands_whatever_the_machine()
    {
        Assert.Equal("2021-03-28T00:00:00+01:00", PackageDates.DateTime(new DateOnly(2021, 3, 28)));
        Assert.Equal("2021-03-29T00:00:00+02:00", PackageDates.DateTime(new DateOnly(2021, 3, 29)));
        Assert.Equal("2021-10-31T00:00:00+02:00", PackageDates.DateTime(new DateOnly(2021, 10, 31)));
        Assert.Equal("2021-11-01T00:00:00+01:00", PackageDates.DateTime(new DateOnly(2021, 11, 1)));
    }

    [Fact]
    public void No_date_means_no_invented_date()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path, TestPackage.Dossier with { DecisionDate = null, RequestDate = null, PeriodEnd = null });
        input = input with { Documents = [.. input.Documents.Select(d => d with { Date = null })] };

        var report = PackageWriter.Write(folder.Path, input);

        Assert.Equal(5, report.Problems.Count(p => p.Code == "geen-datum"));
        Assert.False(Directory.Exists(folder.File("publicatie", "metadata")));
    }

    private static List<string> Errors(XDocument document, XmlSchemaSet schemas)
    {
        var errors = new List<string>();
        document.Validate(schemas, (_, e) => errors.Add(e.Message));
        return errors;
    }

    private static XmlSchemaSet? Schemas()
    {
        if (Repository.Shared("standards", "diwoo") is not { } folder)
        {
            return null;
        }

        var schemas = new XmlSchemaSet { XmlResolver = new LocalResolver(folder) };
        schemas.Add(null, Path.Combine(folder, "diwoo-metadata.xsd"));
        schemas.Compile();
        return schemas;
    }

    private sealed class LocalResolver(string folder) : XmlUrlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            File.OpenRead(Path.Combine(folder, Path.GetFileName(absoluteUri.LocalPath)));
    }
}
