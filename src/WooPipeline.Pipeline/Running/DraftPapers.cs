using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Pdf;
using WooPipeline.Parliament;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>The papers of a dossier rendered without anonymising: for checks and comparisons, never fit to publish.</summary>
internal sealed class DraftPapers
{
    private readonly DossierFolder folder;
    private readonly HouseStyle style;
    private readonly Dictionary<string, DocumentTree?> sources = new(StringComparer.Ordinal);

    private DraftPapers(DossierFolder folder)
    {
        this.folder = folder;
        var templates = TemplateFolders.For(folder);
        style = TemplateFolders.HouseStyle(templates);
        Dossier = ParliamentDossier.Load(folder.Root);
        Papers = ParliamentRenderer.Render(Dossier, TemplateHost.Create(templates), new RenderServices(Source, Pages));
    }

    public ParliamentDossier Dossier { get; }

    public ImmutableArray<RenderedText> Papers { get; }

    /// <summary>Renders a dossier.</summary>
    public static DraftPapers Of(string folder) => new(DossierFolder.Open(folder));

    /// <summary>The tree of a source; a path from a register must not lead out of the dossier.</summary>
    public DocumentTree? Source(string path)
    {
        if (!sources.TryGetValue(path, out var tree))
        {
            var full = Path.GetFullPath(Path.Combine(folder.Root, path));
            var inside = full.StartsWith(folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full);
            tree = inside ? (Read(path, full) as DocumentRead)?.Tree : null;
            sources.Add(path, tree);
        }

        return tree;
    }

    /// <summary>Where a paper's parts stand.</summary>
    public IReadOnlyDictionary<string, int> Pages(string name, DocumentTree tree) =>
        PdfDocumentWriter.Write(tree, style, new PdfWriteOptions { Title = tree.Title, Language = tree.Language }, Stream.Null).Places;

    /// <summary>Reads a file by its format.</summary>
    public static ReadResult Read(string name, string path) => Catalogs.WithMarkdown().Read(new SourceFile(name, File.ReadAllBytes(path)), ReadLimits.Default);
}
