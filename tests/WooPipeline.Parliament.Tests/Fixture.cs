using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Pdf;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

/// <summary>Renders dossiers as the pipeline does, without anonymising.</summary>
internal static class Fixture
{
    public static readonly string[] Names = ["trusted-flagger", "vuurwerk-marktplaatsen"];

    public static string Folder(string name) => Repository.PathOf("fixtures", "dossiers", name);

    public static RenderServices Services(string folder) => new(path => Source(folder, path), Pages);

    public static IReadOnlyDictionary<string, RenderedText> Render(string folder, params string[] templates) =>
        ParliamentRenderer.Render(ParliamentDossier.Load(folder), TemplateHost.Create([.. templates, Repository.PathOf("templates")]), Services(folder)).ToDictionary(p => p.Name);

    public static DocumentTree? Source(string folder, string path)
    {
        var full = Path.Combine(folder, path);
        return File.Exists(full) && FormatCatalog.Default.Read(new SourceFile(path, File.ReadAllBytes(full)), ReadLimits.Default) is DocumentRead read ? read.Tree : null;
    }

    public static IReadOnlyDictionary<string, int> Pages(string name, DocumentTree tree) => Pdf(tree, Stream.Null).Places;

    public static PdfWriteReport Pdf(DocumentTree tree, Stream output) =>
        PdfDocumentWriter.Write(tree, new HouseStyle(), new PdfWriteOptions { Title = tree.Title, Language = "nl-NL" }, output);

    public static string Text(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        return view.Text[..view.BodyEnd];
    }

    /// <summary>A copy of a dossier that a test may change.</summary>
    public static TemporaryFolder Copy(string name)
    {
        var copy = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories))
        {
            var target = copy.File(Path.GetRelativePath(Folder(name), path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return copy;
    }
}
