using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Renders the papers of a dossier: data and texts through templates to Markdown, and that to trees. What a paper is made of, and in what
/// order, stands in its template and in the house template; nothing of it stands in code.
/// </summary>
public static class ParliamentRenderer
{
    internal const string OwnPapers = "stukken/";

    // In order: papers that others point at come first, so that the note can say on which page an answer stands.
    private static readonly ImmutableArray<ImmutableArray<string>> Papers = EmbeddedList.Rows("stukken.csv");

    /// <summary>The papers that the dossier has texts or data for, in the order in which they refer to each other.</summary>
    /// <exception cref="TemplateException">A template or a text can't be rendered; the message says where and what to do.</exception>
    public static ImmutableArray<RenderedText> Render(ParliamentDossier dossier, TemplateHost host, RenderServices services)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(services);
        var names = Names(dossier, host).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var papers = new PaperSet(dossier, host, services);
        return [.. names.Select(papers.Render)];
    }

    /// <summary>The papers that this room has templates for.</summary>
    internal static IEnumerable<string> PaperNames => Papers.Where(p => p[1] == "parlement").Select(p => p[0]);

    // A user's own kind of paper has its template in "stukken/"; the decision letter and its kin are made elsewhere.
    private static IEnumerable<string> Names(ParliamentDossier dossier, TemplateHost host)
    {
        var written = dossier.Texts.Select(t => t.Document).Distinct().ToList();
        var own = host.Names(OwnPapers);
        if (dossier.Texts.FirstOrDefault(t => Papers.All(p => p[0] != t.Document) && !own.Contains(t.Document)) is { } unknown)
        {
            throw new TemplateException($"{unknown.Source}, 'document': '{unknown.Document}' is geen bekend stuk. {Suggestion.Sentence(unknown.Document, Papers.Select(p => p[0]).Concat(own))} Een eigen soort stuk heeft een sjabloon in templates/stukken/.");
        }

        return PaperNames
            .Where(name => written.Contains(name) || (name == "tabel" && dossier.Statuses.Length > 0))
            .Concat(written.Where(own.Contains).Order(StringComparer.Ordinal).Select(name => OwnPapers + name));
    }
}
