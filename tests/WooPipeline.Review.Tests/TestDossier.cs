using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Review.Tests;

/// <summary>A copy of the fixture dossier in a folder of its own, with a PDF, a duplicate and a broken file beside its own sources.</summary>
internal sealed class TestDossier : IDisposable
{
    /// <summary>Source path of the PDF that is added.</summary>
    public const string Pdf = "bronnen/016-nota.pdf";

    private readonly TemporaryFolder folder = new();

    private TestDossier()
    {
    }

    /// <summary>The dossier's folder.</summary>
    public string Path => folder.File("dossier");

    /// <summary>Where a publication goes.</summary>
    public string Out => folder.File("uit");

    /// <summary>The fixture with what is added.</summary>
    public static TestDossier Fixture()
    {
        var dossier = new TestDossier();
        Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier.Path);
        dossier.Add("016-nota.pdf", MakePdf());
        dossier.Add("017-kopie.eml", System.IO.File.ReadAllBytes(dossier.File("bronnen/001-escalatie-x.eml")));
        dossier.Add("018-kapot.pdf", "%PDF-1.7\nkapot"u8.ToArray());
        return dossier;
    }

    /// <summary>A dossier of nothing but the given sources.</summary>
    public static TestDossier Of(params ReadOnlySpan<(string Name, string Text)> sources)
    {
        var dossier = new TestDossier();
        Directory.CreateDirectory(dossier.File("bronnen"));
        foreach (var (name, text) in sources)
        {
            dossier.Add(name, System.Text.Encoding.UTF8.GetBytes(text));
        }

        return dossier;
    }

    /// <summary>A path in the dossier.</summary>
    public string File(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Adds a source.</summary>
    public void Add(string name, byte[] content) => System.IO.File.WriteAllBytes(File("bronnen/" + name), content);

    /// <summary>The file with a source's decisions.</summary>
    public string DecisionsOf(string source) => File("besluiten/" + source["bronnen/".Length..] + ".json");

    public void Dispose() => folder.Dispose();

    private static byte[] MakePdf()
    {
        var tree = new DocumentTree
        {
            Title = "Nota",
            Blocks =
            [
                new Heading(1, [new TextRun("Nota over de meldroute")]),
                Paragraph.Of("Deze nota is opgesteld door Femke Roodnat van de directie Veiligheid. Het project heet zilvervis en blijft vertrouwelijk."),
                Paragraph.Of("De leverancier Windkracht Advies rekent 41.500 euro per jaar."),
                new PageBreak(),
                Paragraph.Of("Bijlage: bel met Teun van der Velde-Smits op 06-51 88 20 46."),
            ],
        };
        using var output = new MemoryStream();
        PdfDocumentWriter.Write(tree, new HouseStyle(), new PdfWriteOptions { Title = "Nota" }, output);
        return output.ToArray();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
    }
}
