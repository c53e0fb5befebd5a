using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>A line on a document after a stage.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">Its path in the dossier.</param>
/// <param name="Message">What the stage found, in Dutch; never content.</param>
/// <param name="NeedsPerson">True where a person must look at it.</param>
public sealed record StageLine(string Id, string Source, string Message, bool NeedsPerson);

/// <summary>The stages one by one, for who wants to look in between. What they write is a concept: unchecked, and never called a publication.</summary>
public static class DossierStages
{
    /// <summary>Name of the folder in the output that holds concepts.</summary>
    public const string ConceptFolder = "concept";

    /// <summary><c>woo read</c>: what was read and what went to quarantine.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong.</exception>
    public static ImmutableArray<StageLine> Read(RunOptions options, IRunObserver observer)
    {
        using var session = DossierSession.Open(options, observer);
        return [.. session.Documents.Select(d => d.Unit.Quarantine is { } problem
            ? new StageLine(d.Id, d.Unit.Path, $"quarantaine ({problem.Code}): {problem.Reason}", !d.Unit.IsSystemFile)
            : new StageLine(d.Id, d.Unit.Path, d.Unit.Kind.ToString().ToLowerInvariant(), false))];
    }

    /// <summary><c>woo detect</c>: how many passages of which kind go, and how many are in doubt.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong.</exception>
    public static ImmutableArray<StageLine> Detect(RunOptions options, IRunObserver observer)
    {
        using var session = DossierSession.Open(options, observer);
        return [.. session.Decide(session.FindPersons(session.Texts.Draft())).Select(d => new StageLine(d.Id, d.Unit.Path, Counts(d), d.Decisions.Any(x => x.NeedsReview)))];
    }

    /// <summary><c>woo redact</c>: the redacted documents as a concept.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong.</exception>
    public static ImmutableArray<StageLine> Redact(RunOptions options, IRunObserver observer)
    {
        using var session = DossierSession.Open(options, observer);
        var concept = Concept(options);
        Directory.CreateDirectory(Path.Combine(concept, "documenten"));
        var decided = session.Decide(session.FindPersons(session.Texts.Draft()));
        var standing = DossierSession.Standing(decided.SelectMany(d => d.RemovedTexts));
        var publish = new PublishStage(session.Workspace, session.Catalog, session.Limits, session.Style, new PublicFolder(concept), "", options.Native || session.Dossier.Settings.Native, session.Dossier.Settings.ByLibreOffice);
        var finish = new FinishStage(session.Workspace, session.Dossier.Settings, standing, publish);
        return [.. session.Finish(finish, decided).Select(d => new StageLine(d.Id, d.Unit.Path, d.State.ToDutch(), d.State == DocumentState.Quarantined))];
    }

    /// <summary><c>woo render</c>: the texts from templates as a concept.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong.</exception>
    public static ImmutableArray<StageLine> Render(RunOptions options, IRunObserver observer)
    {
        using var session = DossierSession.Open(options, observer);
        var concept = Concept(options);
        var persons = session.FindPersons(session.Texts.Draft());
        var standing = DossierSession.Standing(session.Decide(persons).SelectMany(d => d.RemovedTexts));
        return [.. session.Texts.Final(session.Engine, persons, standing)
            .SelectMany(t => session.Texts.Write(t, concept).Select(f => new StageLine(t.Name, f.Path, f.Title, false)))];
    }

    private static string Concept(RunOptions options)
    {
        var folder = Path.Combine(options.OutFolder, ConceptFolder);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string Counts(DocumentRecord record)
    {
        if (!record.HasText)
        {
            return "geen tekst";
        }

        var labels = record.Decisions.Where(d => d.Verdict == Verdict.Remove).GroupBy(d => d.Label).OrderBy(g => g.Key)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key.ToCode()} {g.Count()}"));
        var doubts = record.Decisions.Count(d => d.NeedsReview);
        return string.Join(", ", labels) + (doubts > 0 ? $"; {doubts} in twijfel" : "");
    }
}
