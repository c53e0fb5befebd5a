using System.Collections.Immutable;
using System.Text;
using WooPipeline.Parliament;
using WooPipeline.Publication;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>Templates to look at: those of a folder, of a dossier, or those that come with the tool.</summary>
public sealed class TemplateFolder
{
    private static readonly ImmutableArray<string> Extensions = [".md", ".sbn", ".sbnmd", ".scriban"];
    private readonly string? root;
    private readonly string? own;
    private readonly TemplateHost host;
    private readonly ParliamentDossier? dossier;

    private TemplateFolder(string? folder)
    {
        if (folder is not null)
        {
            root = Path.GetFullPath(folder);
            if (!Directory.Exists(root))
            {
                throw new DossierException($"De map '{folder}' bestaat niet. Geef een map met sjablonen of de map van een dossier op.");
            }

            var isDossier = File.Exists(Path.Combine(root, DossierSettingsFile.FileName)) || Directory.Exists(Path.Combine(root, "bronnen"));
            own = isDossier || Directory.Exists(Path.Combine(root, "templates")) ? Path.Combine(root, "templates") : root;
            dossier = isDossier ? ParliamentDossier.Load(root) : null;
        }

        host = TemplateHost.Create(new[] { own, Path.Combine(AppContext.BaseDirectory, "templates") }.OfType<string>().Where(Directory.Exists));
        var example = ExampleDossier.Load();
        Models = [.. ParliamentModels.Of(example.Parliament, host, dossier), .. PublicationModels.Of(example.Package, example.Texts)];
    }

    /// <summary>What each template that is rendered by name is given.</summary>
    public ImmutableArray<TemplateModel> Models { get; }

    /// <summary>Opens templates.</summary>
    /// <param name="folder">A folder with templates or a dossier; null for the templates that come with the tool.</param>
    /// <exception cref="DossierException">The folder isn't there.</exception>
    /// <exception cref="TemplateException">A house template can't be used.</exception>
    public static TemplateFolder Open(string? folder) => new(folder);

    /// <summary>What is wrong with them and, in a dossier, with its texts; paths are relative to the folder.</summary>
    public ImmutableArray<TemplateFinding> Check() =>
        [.. TemplateChecker.Check(host, Models, Texts(), IsOwn).Concat(NeverRead()).Select(f => f with { Path = Shown(f.Path) })];

    // A file that was probably meant to go before one of ours, under a name that is never looked for.
    private IEnumerable<TemplateFinding> NeverRead()
    {
        var names = host.Names("");
        if (own is null || !Directory.Exists(own))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(own, path).Replace('\\', '/');
            var extension = Path.GetExtension(file);
            var name = file[..^extension.Length];
            if (Extensions.Contains(extension.ToLowerInvariant()) && !(extension == ".md" && names.Contains(name)) && Suggestion.For(name.ToLowerInvariant(), names) is { } near)
            {
                yield return new TemplateFinding("ongebruikt", path, 1, 1, $"dit bestand wordt nooit gelezen: een sjabloon heet NAAM.md, in kleine letters. Bedoelde u '{near}.md'?");
            }
        }
    }

    private bool IsOwn(string path) => own is null || (Path.IsPathRooted(path) && Path.GetFullPath(path).StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private string Shown(string path)
    {
        var folder = root is not null && path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? root
            : path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? AppContext.BaseDirectory
            : null;
        return (folder is null ? path : Path.GetRelativePath(folder, path)).Replace('\\', '/');
    }

    private ImmutableArray<TemplateText> Texts()
    {
        if (dossier is null)
        {
            return [];
        }

        var type = ParliamentModels.Common(Models.Single(m => m.Name == "nota").Type);
        return
        [
            .. dossier.Texts.Select(t => t.Source.Source).Distinct(StringComparer.Ordinal)
                .Select(source => new TemplateText(source, WithoutKeys(File.ReadAllText(Path.Combine(root!, source), Encoding.UTF8)), type)),
        ];
    }

    // The keys above a text aren't rendered; their lines stay, so that places are those of the file.
    private static string WithoutKeys(string text)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != "---")
        {
            return text;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var isEnd = i > 0 && lines[i].TrimEnd('\r') == "---";
            lines[i] = "";
            if (isEnd)
            {
                break;
            }
        }

        return string.Join('\n', lines);
    }
}
