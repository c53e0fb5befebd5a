using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Parliament;
using WooPipeline.Privacy;
using WooPipeline.Publication;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>An opened dossier: its sources read into the workspace, its registers and templates loaded. What every verb starts with.</summary>
internal sealed class DossierSession : IDisposable
{
    private readonly Workers workers;

    private DossierSession(RunOptions options, IRunObserver observer)
    {
        workers = new Workers(options.Parallelism, observer, options.Stop);
        Dossier = DossierFolder.Open(options.Dossier);
        Catalog = Catalogs.For(Dossier.Settings);
        var folders = TemplateFolders.For(Dossier);
        Templates = TemplateHost.Create(folders);
        Style = TemplateFolders.HouseStyle(folders);
        Workspace = Workspace.Open(Dossier, options.OutFolder);
        Engine = PrivacyEngine.Create(PolicySettings.Parse(Dossier.Settings.PolicyYaml), PrivacyRegisters.Load(Dossier.Registers));
        Remote = options.Tasks is { } runner ? new RemoteStages(runner, Workspace, TaskBundle.Of(Dossier, Style, options.Native), observer, options.Stop) : null;
        using (var guard = options.Apart is { } budget ? new ReadGuard(Dossier, Workspace, Catalog, budget, observer, options.Stop) : null)
        {
            (Documents, Containers) = new ReadStage(Dossier, Workspace, new SourceExpander(Catalog, Limits), workers, Remote, guard).Run();
        }

        Parliament = ParliamentDossier.Load(Dossier.Root);
        var byPath = Documents.Where(d => d.HasText).ToDictionary(d => d.Unit.Path, d => d.Unit, StringComparer.Ordinal);
        Source = path => byPath.TryGetValue(path, out var unit) ? TreeOf(unit) : null;
        Texts = new RenderStage(Parliament, Templates, Style, Dossier.Settings, Source);
    }

    public DossierFolder Dossier { get; }

    public FormatCatalog Catalog { get; }

    public ReadLimits Limits { get; } = ReadLimits.Default;

    public TemplateHost Templates { get; }

    public HouseStyle Style { get; }

    public Workspace Workspace { get; }

    public PrivacyEngine Engine { get; }

    public ParliamentDossier Parliament { get; }

    public RenderStage Texts { get; }

    /// <summary>The stages done elsewhere; null where this process does them itself.</summary>
    private RemoteStages? Remote { get; }

    /// <summary>All documents in the order of their paths.</summary>
    public IReadOnlyList<DocumentRecord> Documents { get; }

    /// <summary>All files that only carry others.</summary>
    public IReadOnlyList<StoredUnit> Containers { get; }

    /// <summary>The tree of a source by its path; null where there is none.</summary>
    public Func<string, DocumentTree?> Source { get; }

    /// <summary>Opens a dossier and reads what isn't in its workspace yet.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong.</exception>
    public static DossierSession Open(RunOptions options, IRunObserver observer) => new(options, observer);

    /// <summary>The tree of a unit as the stages see it.</summary>
    public DocumentTree TreeOf(StoredUnit unit) => Workspace.Prepared(unit, Dossier.Settings);

    /// <summary>The register of persons of the whole dossier.</summary>
    /// <param name="drafts">The rendered texts, whose persons belong to it too.</param>
    public PersonRegister FindPersons(IEnumerable<PrivacyDocument> drafts)
    {
        var documents = Documents.Where(d => d.HasText).ToList();
        var pool = new FactsPool();
        var facts = Remote?.Scan(documents, pool) ?? Each("Personen zoeken", documents, d => PersonScan.Of(Engine, d, () => TreeOf(d.Unit)) is { } seen ? pool.Of(seen) : null);
        return new PersonStore(Dossier.Decisions).Apply(Engine.Merge(facts.OfType<DocumentFacts>().Concat(drafts.Select(Engine.Scan))));
    }

    /// <summary>All documents with what is decided in them.</summary>
    public DocumentRecord[] Decide(PersonRegister persons)
    {
        var store = new DecisionStore(Dossier.Decisions);
        return Remote?.Decide(Documents, persons, store)
            ?? Each("Beoordelen", Documents, Isolated.Stage(new DecideStage(Workspace, Dossier.Settings, Engine, persons, store.Load).Run));
    }

    /// <summary>All documents as they go into the package, their public files written.</summary>
    public DocumentRecord[] Finish(FinishStage finish, IReadOnlyList<DocumentRecord> documents) =>
        Remote?.Finish(documents, finish) ?? Each("Lakken en schrijven", documents, Isolated.Stage(finish.Run));

    /// <summary>All documents, those made again in whose files or titles the check found forms.</summary>
    public DocumentRecord[] Mend(FinishStage finish, IReadOnlyList<DocumentRecord> documents, ImmutableDictionary<string, ImmutableArray<string>> found, FormHeads inLists) =>
        Remote?.Mend(documents, found, inLists, finish.Files) ?? Each("Nalopen", documents, Isolated.Stage(d => finish.Mend(d, found, inLists)));

    /// <summary>What was removed anywhere, to be looked for everywhere.</summary>
    public static StandingForms Standing(IEnumerable<(string Text, Decision Decision)> removed)
    {
        var all = removed.ToList();
        var accounts = all.Select(r => (Text: AccountNames.Of(r.Text, r.Decision), r.Decision)).Where(a => a.Text is not null).Select(a => (a.Text!, a.Decision));
        return StandingForms.Of(all, accounts);
    }

    /// <summary>Does a step for each, on all cores, in order of the input.</summary>
    public TOut[] Each<TIn, TOut>(string stage, IReadOnlyList<TIn> items, Func<TIn, TOut> step) => workers.Each(stage, items, step);

    /// <inheritdoc/>
    public void Dispose() => Workspace.Dispose();
}
