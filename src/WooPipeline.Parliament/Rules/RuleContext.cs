using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>What the rules look at besides the dossier.</summary>
public sealed record RuleInputs
{
    /// <summary>The papers as rendered; none where rendering failed.</summary>
    public ImmutableArray<RenderedText> Papers { get; init; } = [];

    /// <summary>The tree of a source by its path; null where there is none.</summary>
    public Func<string, DocumentTree?> Source { get; init; } = static _ => null;

    /// <summary>Sets a paper on pages, as <see cref="RenderServices.Layout"/>; null where pages aren't known.</summary>
    public Func<string, DocumentTree, IReadOnlyDictionary<string, int>>? Layout { get; init; }

    /// <summary>A paper as it will be published, after anonymising; null where that hasn't been done.</summary>
    public Func<string, DocumentTree?> Published { get; init; } = static _ => null;

    /// <summary>Whether the search for personal data that was left, in text and properties, found none; null where it hasn't been done.</summary>
    public bool? IsClean { get; init; }

    /// <summary>The day that terms are counted to: the dossier's own date where it has one. Never the clock.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>What a rule sees.</summary>
internal sealed class RuleContext
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public RuleContext(ParliamentDossier dossier, RuleInputs inputs)
    {
        Dossier = dossier;
        Inputs = inputs;
        Today = inputs.Today ?? (Instant.TryParse(dossier.Settings.Text("datum"), out var date) ? date.Date : null);
        if (inputs.Layout is { } layout)
        {
            Pages = new PageIndex(layout);
            foreach (var paper in inputs.Papers)
            {
                Pages.Add(paper.Name, paper.Tree);
            }
        }
    }

    public ParliamentDossier Dossier { get; }

    public RuleInputs Inputs { get; }

    public DateOnly? Today { get; }

    public PageIndex? Pages { get; }

    /// <summary>A paper, or null where it wasn't rendered.</summary>
    public RenderedText? Paper(string name) => Inputs.Papers.FirstOrDefault(p => p.Name == name);

    /// <summary>The text of a paper with its notes; empty where it wasn't rendered.</summary>
    public string Text(string name)
    {
        if (!texts.TryGetValue(name, out var text))
        {
            text = Paper(name) is { } paper ? TextOf(paper.Tree) : "";
            texts.Add(name, text);
        }

        return text;
    }

    /// <summary>The text of a paper without its annexes, which stand behind headings of their own.</summary>
    public string OwnText(string name) => Paper(name) is not { } paper ? ""
        : TextOf(paper.Tree with { Blocks = [.. paper.Tree.Blocks.TakeWhile(b => b.Anchor?.StartsWith("bijlage-", StringComparison.Ordinal) != true)] });

    /// <summary>Where a part was written: its text, or the paper where there is none.</summary>
    public Provenance Place(string document, string part = "") =>
        Dossier.Texts.FirstOrDefault(t => t.Document == document && (part.Length == 0 || t.Part == part))?.Source ?? new Provenance(document);

    public static string TextOf(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        return view.Text[..view.BodyEnd];
    }
}
