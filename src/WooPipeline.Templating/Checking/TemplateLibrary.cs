using System.Collections.Immutable;
using Scriban;

namespace WooPipeline.Templating;

/// <summary>The templates of a host, each parsed once.</summary>
internal sealed class TemplateLibrary
{
    private const string Extension = ".md";
    private readonly Dictionary<string, (string Path, string Text, Template Template)> templates = new(StringComparer.Ordinal);

    public TemplateLibrary(TemplateFolders folders)
    {
        foreach (var file in folders.Names().Where(n => n.EndsWith(Extension, StringComparison.Ordinal)))
        {
            if (folders.Find(file) is { } found)
            {
                templates[file[..^Extension.Length]] = (found.Path, found.Text, Template.Parse(found.Text, found.Path));
            }
        }

        Names = [.. templates.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The names, sorted.</summary>
    public ImmutableArray<string> Names { get; }

    public Template? Find(string name) => templates.TryGetValue(name, out var found) ? found.Template : null;

    public string PathOf(string name) => templates[name].Path;

    public string TextOf(string name) => templates[name].Text;
}
