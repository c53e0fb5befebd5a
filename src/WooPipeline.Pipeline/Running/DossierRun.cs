using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Parliament;
using WooPipeline.Privacy;
using WooPipeline.Publication;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>The main job: all stages in order, from the dossier's folder to a checked package.</summary>
public sealed class DossierRun
{
    private const int LeakFound = 3;
    private const int MaxRepairs = 2;
    private readonly RunOptions options;
    private readonly IRunObserver observer;
    private readonly DossierFolder dossier;
    private readonly FormatCatalog catalog = Catalogs.WithMarkdown();
    private readonly ReadLimits limits = ReadLimits.Default;
    private readonly TemplateHost templates;
    private readonly HouseStyle style;

    private DossierRun(RunOptions options, IRunObserver observer)
    {
        this.options = options;
        this.observer = observer;
        dossier = DossierFolder.Open(options.Dossier);
        var folders = TemplateFolders.For(dossier);
        templates = TemplateHost.Create(folders);
        style = TemplateFolders.HouseStyle(folders);
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong; nothing was done.</exception>
    public static RunOutcome Execute(RunOptions options, IRunObserver observer) => new DossierRun(options, observer).Execute();

    private RunOutcome Execute()
    {
        using var workspace = Workspace.Open(dossier, options.OutFolder);
        var registers = PrivacyRegisters.Load(dossier.Registers);
        var engine = PrivacyEngine.Create(PolicySettings.Parse(dossier.Settings.PolicyYaml), registers);
        var expander = new SourceExpander(catalog, limits);
        var (read, containers) = new ReadStage(dossier, workspace, expander, options.Parallelism, observer).Run();

        DocumentTree TreeOf(StoredUnit unit) => workspace.Prepared(unit, dossier.Settings);
        var byPath = read.Where(d => d.HasText).ToDictionary(d => d.Unit.Path, d => d.Unit, StringComparer.Ordinal);
        var parliament = ParliamentDossier.Load(dossier.Root);
        var texts = new RenderStage(parliament, templates, style, dossier.Settings, path => byPath.TryGetValue(path, out var unit) ? TreeOf(unit) : null);
        var drafts = texts.Draft();
        var persons = FindPersons(engine, read, TreeOf, drafts);
        var decided = Each("Beoordelen", read, new DecideStage(workspace, dossier.Settings, engine, persons, new DecisionStore(dossier.Decisions)).Run);
        var standing = StandingForms.Of(decided.SelectMany(d => d.RemovedTexts).Concat(
            drafts.SelectMany(d => DecideStage.RemovedTexts(d.View, engine.Decide(d, engine.Detect(d, persons), persons)))));

        var staging = PackagePublisher.PrepareStaging(options.OutFolder);
        try
        {
            var publication = Path.Combine(staging, "publicatie");
            Directory.CreateDirectory(Path.Combine(publication, "documenten"));
            var publish = new PublishStage(workspace, catalog, limits, style, publication, options.Native || dossier.Settings.Native);
            var finish = new FinishStage(workspace, dossier.Settings, standing, publish);
            var finished = Each("Lakken en schrijven", decided, finish.Run);
            Freeze(finished);
            var rendered = texts.Final(engine, persons, standing);
            var problems = Problems(parliament);
            for (var round = 0; ; round++)
            {
                var (report, verification, removed) = Assemble(staging, finished, containers, TreeOf, texts, rendered, problems);
                var found = RepairStage.Forms(verification, removed);
                if (round == MaxRepairs || found.IsEmpty)
                {
                    return Complete(staging, Outcome(finished, report, verification, problems));
                }

                finished = Each("Nalopen", finished, d => finish.Mend(d, found));
                rendered = [.. rendered.Select(r => RenderStage.Mend(r, found))];
            }
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private PersonRegister FindPersons(
        PrivacyEngine engine, IReadOnlyList<DocumentRecord> read, Func<StoredUnit, DocumentTree> treeOf, ImmutableArray<PrivacyDocument> texts)
    {
        var documents = read.Where(d => d.HasText).ToList();
        var facts = Each("Personen zoeken", documents, d => engine.Scan(d.ForPrivacy(TextView.Of(treeOf(d.Unit)))));
        return engine.Merge(facts.Concat(texts.Select(engine.Scan)));
    }

    private (PackageReport Report, VerifyReport Verification, ImmutableArray<RemovedForm> Removed) Assemble(
        string staging, IReadOnlyList<DocumentRecord> documents, IReadOnlyList<StoredUnit> containers, Func<StoredUnit, DocumentTree> treeOf,
        RenderStage texts, ImmutableArray<RenderedRecord> rendered, ImmutableArray<string> problems)
    {
        observer.StageStarted("Stukken opmaken", rendered.Length);
        var files = rendered.SelectMany(r => texts.Write(r, Path.Combine(staging, "publicatie"))).ToImmutableArray();
        observer.StageStarted("Pakket samenstellen", 0);
        var input = PackageStage.Build(dossier, style, documents, containers, treeOf, rendered, files, problems);
        var report = PackageWriter.Write(staging, input);
        observer.StageStarted("Controleren", 0);
        return (report, PackageVerifier.Verify(staging), input.Removed);
    }

    private RunOutcome Complete(string staging, RunOutcome outcome)
    {
        if (outcome.ExitCode == LeakFound)
        {
            return outcome with { RefusedFolder = RefusedPackage.SetAside(staging, options.OutFolder) };
        }

        PackagePublisher.MoveIntoPlace(staging, options.OutFolder);
        return outcome;
    }

    private RunOutcome Outcome(IReadOnlyList<DocumentRecord> documents, PackageReport report, VerifyReport verification, ImmutableArray<string> problems)
    {
        var doubts = documents.Sum(d => d.Decisions.Count(x => x.NeedsReview));
        var lost = documents.Sum(d => d.LostDecisions);
        var attention = doubts + lost + report.Problems.Length + problems.Length + documents.Count(d => d.State == DocumentState.Quarantined);
        return new RunOutcome
        {
            ExitCode = !verification.IsClean || report.HasErrors ? LeakFound : attention > 0 ? 1 : 0,
            OutFolder = options.OutFolder,
            States = documents.GroupBy(d => d.State).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            Removed = documents.Sum(d => Redaction.From(d.Decisions).Count),
            Doubts = doubts,
            LostDecisions = lost,
            Verification = verification,
            Messages = [.. problems, .. report.Problems.Select(p => p.Message)],
            Files = report.Files,
        };
    }

    private void Freeze(IReadOnlyList<DocumentRecord> decided)
    {
        var open = decided.Where(d => d.Decisions.Any(x => x.NeedsReview) || d.LostDecisions > 0).ToList();
        if (options.Frozen && open.Count > 0)
        {
            throw new DossierException($"--frozen: in {open.Count} documenten staat nog een twijfelgeval zonder besluit (het eerste is {open[0].Unit.Path}). Beslis daarover met 'woo review' en probeer het opnieuw.");
        }
    }

    private static ImmutableArray<string> Problems(ParliamentDossier parliament) => [.. parliament.Problems.Select(p => p.ToString())];

    /// <summary>Does a step for each, on all cores, in order of the input.</summary>
    private TOut[] Each<TIn, TOut>(string stage, IReadOnlyList<TIn> items, Func<TIn, TOut> step)
    {
        observer.StageStarted(stage, items.Count);
        var results = new TOut[items.Count];
        Parallel.For(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism }, i =>
        {
            results[i] = step(items[i]);
            observer.StepDone();
        });
        return results;
    }
}
