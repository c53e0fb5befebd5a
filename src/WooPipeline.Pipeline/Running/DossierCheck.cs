using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Pdf;
using WooPipeline.Parliament;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>
/// Checks the papers of a dossier against each other without publishing anything: what its registers and texts say, and what the rules of
/// the papers for parliament say. Sources are read as they are, so nothing of the result is fit to publish.
/// </summary>
public static class DossierCheck
{
    /// <summary>What is wrong; empty where nothing is.</summary>
    /// <exception cref="DossierException">The folder is no dossier.</exception>
    /// <exception cref="TemplateException">A text or template can't be rendered; the message says where.</exception>
    public static ImmutableArray<Problem> Execute(string folder)
    {
        var dossier = DossierFolder.Open(folder);
        var parliament = ParliamentDossier.Load(dossier.Root);
        var folders = TemplateFolders.For(dossier);
        var style = TemplateFolders.HouseStyle(folders);
        var sources = new Dictionary<string, DocumentTree?>(StringComparer.Ordinal);
        DocumentTree? Source(string path)
        {
            if (!sources.TryGetValue(path, out var tree))
            {
                tree = sources[path] = Read(dossier.Root, path);
            }

            return tree;
        }

        IReadOnlyDictionary<string, int> Pages(string name, DocumentTree tree) =>
            PdfDocumentWriter.Write(tree, style, new PdfWriteOptions { Title = tree.Title, Language = tree.Language }, Stream.Null).Places;

        var papers = ParliamentRenderer.Render(parliament, TemplateHost.Create(folders), new RenderServices(Source, Pages));
        return ParliamentRules.Check(parliament, new RuleInputs { Papers = papers, Source = Source, Layout = Pages });
    }

    // A path from a register must not lead out of the dossier.
    private static DocumentTree? Read(string root, string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full) &&
            Catalogs.WithMarkdown().Read(new SourceFile(path, File.ReadAllBytes(full)), ReadLimits.Default) is DocumentRead read
                ? read.Tree
                : null;
    }
}
