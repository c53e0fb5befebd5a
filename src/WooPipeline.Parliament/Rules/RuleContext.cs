using WooPipeline.Documents;

namespace WooPipeline.Parliament;

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
