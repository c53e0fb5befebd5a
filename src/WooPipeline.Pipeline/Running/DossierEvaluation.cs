using WooPipeline.Documents;
using WooPipeline.Privacy;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary><c>woo evaluate</c>: runs annotated dossiers without any person's decision and measures what was removed.</summary>
public static class DossierEvaluation
{
    /// <summary>The measures by dossier: the folder itself, or the dossiers in it.</summary>
    /// <exception cref="DossierException">The folder holds no annotated dossier.</exception>
    public static IReadOnlyList<(string Name, GoldEvaluation Evaluation)> Run(string folder, int jobs)
    {
        string[] dossiers = IsGold(folder) ? [folder]
            : Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Where(IsGold).Order(StringComparer.Ordinal)] : [];
        return dossiers.Length > 0 ? [.. dossiers.Select(d => (Path.GetFileName(Path.TrimEndingDirectorySeparator(d)), Evaluate(d, jobs)))]
            : throw new DossierException($"In '{folder}' staat geen geannoteerd dossier (een map met bronnen/ en gold/).");
    }

    private static bool IsGold(string folder) => Directory.Exists(Path.Combine(folder, "gold")) && Directory.Exists(Path.Combine(folder, "bronnen"));

    private static GoldEvaluation Evaluate(string dossier, int jobs)
    {
        using var session = DossierSession.Open(new RunOptions { Dossier = dossier, Jobs = jobs }, new SilentObserver());
        var persons = session.FindPersons(session.Texts.Draft());
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var decided = session.Decide(persons);
        var standing = DossierSession.Standing(decided.SelectMany(d => d.RemovedTexts));
        foreach (var record in decided.Where(d => d.HasText))
        {
            var tree = session.TreeOf(record.Unit);
            var view = TextView.Of(tree);
            var redacted = TreeRedactor.Apply(tree, Redaction.From(Redactable.Of(view, standing.Extend(view.Text, record.Decisions))));
            texts[Path.GetFileNameWithoutExtension(record.Unit.Path)] = PlainText.Of(redacted.Blocks);
        }

        return GoldEvaluator.Evaluate(GoldDocument.Load(Path.Combine(dossier, "gold")), texts);
    }
}
