using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Renders the papers of a dossier: data and texts through templates to Markdown, and that to trees. What a paper is made of, and in what
/// order, stands in its template and in the house template; nothing of it stands in code.
/// </summary>
public static class ParliamentRenderer
{
    // Papers that others point at come first: the note says on which page an answer stands.
    private static readonly string[] Order = ["antwoorden", "tabel", "rapportage", "nota"];

    /// <summary>The papers that the dossier has texts or data for, in the order in which they refer to each other.</summary>
    /// <exception cref="TemplateException">A template or a text can't be rendered; the message says where and what to do.</exception>
    public static ImmutableArray<RenderedText> Render(ParliamentDossier dossier, TemplateHost host, RenderServices services)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(services);
        var papers = new PaperSet(dossier, host, services);
        return [.. Names(dossier).Select(papers.Render)];
    }

    private static IEnumerable<string> Names(ParliamentDossier dossier)
    {
        var written = dossier.Texts.Select(t => t.Document).ToHashSet(StringComparer.Ordinal);
        var names = Order.Where(name => written.Contains(name) || (name == "tabel" && dossier.Statuses.Length > 0)).ToList();
        return names.Concat(written.Except(Order).Order(StringComparer.Ordinal));
    }
}
