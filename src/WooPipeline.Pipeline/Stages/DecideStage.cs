using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Privacy;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>Finds and decides for one document, once the register of persons is whole.</summary>
internal sealed class DecideStage(Workspace workspace, DossierSettings settings, PrivacyEngine engine, PersonRegister persons, Func<string, DocumentDecisions?> decided)
{
    private readonly TextPool pool = new();

    /// <summary>The record with its decisions, and the texts of what they remove.</summary>
    public DocumentRecord Run(DocumentRecord record)
    {
        if (!record.HasText)
        {
            return Textless(record);
        }

        var view = TextView.Of(workspace.Prepared(record.Unit, settings));
        var document = record.ForPrivacy(view);
        var policy = engine.Decide(document, engine.Detect(document, persons), persons);
        var byPerson = decided(record.Unit.Path);
        var (decisions, lost) = DecisionMerge.Merge(view, Redactable.Of(view, policy), byPerson, record.Unit.Sha256);
        return record with
        {
            Packed = PackedDecisions.Of(decisions, pool),
            LostDecisions = lost.Length,
            Judgement = byPerson?.Judgement,
            RemovedTexts = RemovedTexts(view, decisions, pool),
        };
    }

    /// <summary>The record of what has no text to decide on.</summary>
    public static DocumentRecord Textless(DocumentRecord record) =>
        record with { State = record.Unit.IsSystemFile ? DocumentState.OutOfScope : DocumentState.Quarantined };

    /// <summary>The texts of what decisions remove, each with the pattern of its decision.</summary>
    public static ImmutableArray<(string Text, Decision Decision)> RemovedTexts(TextView view, ImmutableArray<Decision> decisions, TextPool pool) =>
        [.. decisions.Where(d => d.Verdict == Verdict.Remove && d.Area is null).Select(d => (pool.Of(view.Text.AsSpan(d.Span.Start, d.Span.Length)), pool.PatternOf(d)))];
}
