using System.Collections.Immutable;

namespace WooPipeline.Templating;

/// <summary>
/// Renders templates to Markdown. A template is <c>NAME.md</c> in a user's folder or among those built in; a user's one wins. Templates are
/// strict: a name that isn't in the data is an error with file, line and column and the name probably meant. Text values are escaped, so that
/// data never becomes markup; nothing is cut. Time, loops, depth and output are bounded.
/// </summary>
public sealed class TemplateHost
{
    private const string Extension = ".md";
    private readonly TemplateFolders folders;
    private readonly TemplateEngine engine;

    private TemplateHost(ImmutableArray<string> folders, TemplateLimits limits)
    {
        this.folders = new TemplateFolders(folders);
        engine = new TemplateEngine(Load, limits);
    }

    /// <summary>Where the templates come from.</summary>
    internal TemplateFolders Folders => folders;

    /// <summary>A host over folders, the first of them winning, with the built-in templates behind them. Folders may be absent.</summary>
    public static TemplateHost Create(params IEnumerable<string> folders) => new([.. folders], TemplateLimits.Default);

    /// <summary>A host with other bounds.</summary>
    public static TemplateHost Create(IEnumerable<string> folders, TemplateLimits limits) => new([.. folders], limits);

    /// <summary>Renders a template by name: <c>nota</c>, <c>tabellen/status</c>.</summary>
    /// <exception cref="TemplateException">It isn't there or can't be rendered.</exception>
    public string Render(string name, TemplateObject model)
    {
        var (path, text) = Load(name);
        return engine.Render(text, path, model);
    }

    /// <summary>Renders a text that is no template of the folders.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What messages call it: its path in the dossier.</param>
    /// <param name="model">The data.</param>
    /// <exception cref="TemplateException">It can't be rendered.</exception>
    public string RenderText(string text, string source, TemplateObject model) => engine.Render(text, source, model);

    /// <summary>The text of a data file beside the templates (<c>huissjablonen/bzk.yaml</c>); null where there is none.</summary>
    public string? ReadText(string name) => folders.Find(name)?.Text;

    /// <summary>Names of the templates whose name begins so, without that beginning; sorted.</summary>
    public ImmutableArray<string> Names(string beginning) =>
        Names(beginning, Extension);

    /// <summary>Names of the files whose name begins and ends so, without that beginning and end; sorted.</summary>
    public ImmutableArray<string> Names(string beginning, string extension) =>
        [.. Files(beginning).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(f => f[beginning.Length..^extension.Length])];

    /// <summary>Names of all files whose name begins so; sorted.</summary>
    public ImmutableArray<string> Files(string beginning) => [.. folders.Names().Where(n => n.StartsWith(beginning, StringComparison.Ordinal))];

    private (string Path, string Text) Load(string name) => folders.Find(name + Extension)
        ?? throw new TemplateException($"Het sjabloon '{name}' is er niet. {Suggestion.Sentence(name, Names(""))}");
}
