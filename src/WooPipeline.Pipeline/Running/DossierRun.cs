using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Parliament;
using WooPipeline.Privacy;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>The main job: all stages in order, from the dossier's folder to a checked package.</summary>
public sealed class DossierRun
{
    private const int LeakFound = 3;
    private const int MaxRepairs = 2;
    private const string CheckMemory = "controle";
    private readonly RunOptions options;
    private readonly IRunObserver observer;
    private readonly DossierSession session;

    private DossierRun(RunOptions options, IRunObserver observer, DossierSession session)
    {
        this.options = options;
        this.observer = observer;
        this.session = session;
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong; nothing was published.</exception>
    public static RunOutcome Execute(RunOptions options, IRunObserver observer)
    {
        using var session = DossierSession.Open(options, observer);
        observer.StageStarted("Vergelijken met de vorige run", 0);
        var memory = new RunMemory(session.Workspace, options.OutFolder);
        var fingerprint = RunFingerprint.Of(session, options);
        if (!options.Frozen && memory.Recall(fingerprint) is { } known)
        {
            return known;
        }

        var outcome = new DossierRun(options, observer, session).Execute();
        memory.Keep(fingerprint, outcome);
        return outcome;
    }

    private RunOutcome Execute()
    {
        StageMemory.Release();
        var (documents, standing, rendered) = Judge();
        StageMemory.Release();
        var staging = PackagePublisher.PrepareStaging(options.OutFolder);
        try
        {
            var publication = Path.Combine(staging, "publicatie");
            Directory.CreateDirectory(Path.Combine(publication, "documenten"));
            var publish = new PublishStage(session.Workspace, session.Catalog, session.Limits, session.Style, new PublicFolder(publication), Path.Combine(options.OutFolder, "publicatie"), options.Native || session.Dossier.Settings.Native, session.Dossier.Settings.ByLibreOffice);
            var finish = new FinishStage(session.Workspace, session.Dossier.Settings, standing, publish);

            // In the same variable on purpose: the records of the stage before aren't kept beside these.
            documents = session.Finish(finish, documents);
            StageMemory.Release();
            Freeze(documents);
            session.Texts.WriteInternal(Path.Combine(staging, "intern", "stukken"));
            return Publish(staging, finish, documents, rendered);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>What is decided in documents and rendered texts. The register of persons isn't held beyond it: writing needs it no more.</summary>
    private (DocumentRecord[] Documents, StandingForms Standing, ImmutableArray<RenderedRecord> Rendered) Judge()
    {
        var drafts = session.Texts.Draft();
        var persons = session.FindPersons(drafts);
        StageMemory.Release();
        var documents = session.Decide(persons);
        var standing = Standing(documents, drafts, persons);
        return (documents, standing, session.Texts.Final(session.Engine, persons, standing));
    }

    /// <summary>What was removed anywhere; the records then no longer hold the passages themselves.</summary>
    private StandingForms Standing(DocumentRecord[] documents, ImmutableArray<PrivacyDocument> drafts, PersonRegister persons)
    {
        var pool = new TextPool();
        var inDrafts = drafts.SelectMany(d => DecideStage.RemovedTexts(d.View, session.Engine.Decide(d, session.Engine.Detect(d, persons), persons), pool));
        var standing = DossierSession.Standing(documents.SelectMany(d => d.RemovedTexts).Concat(inDrafts));
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = documents[i] with { RemovedTexts = [] };
        }

        return standing;
    }

    /// <summary>Builds the package and checks it; what the check finds in texts is taken out and the package built again, a bounded number of times.</summary>
    private RunOutcome Publish(string staging, FinishStage finish, DocumentRecord[] documents, ImmutableArray<RenderedRecord> rendered)
    {
        for (var round = 0; ; round++)
        {
            var (report, verification, removed) = Assemble(staging, documents, rendered);
            var found = RepairStage.Forms(verification, removed);
            if (found.IsEmpty || round > MaxRepairs)
            {
                return Complete(staging, documents, rendered, report, verification);
            }

            if (round < MaxRepairs && Mend(finish, ref documents, ref rendered, found))
            {
                continue;
            }

            if (RepairStage.IsInMost(documents, found))
            {
                return Complete(staging, documents, rendered, report, verification);
            }

            // What can't be mended waits for a person; the rest needn't.
            documents = RepairStage.SetAside(documents, found, Path.Combine(staging, "publicatie"));
            round = MaxRepairs;
        }
    }

    /// <summary>Takes out what the check found; false where nothing of it could be, so that the next package would be the same.</summary>
    private bool Mend(FinishStage finish, ref DocumentRecord[] documents, ref ImmutableArray<RenderedRecord> rendered, ImmutableDictionary<string, ImmutableArray<string>> found)
    {
        var inLists = new FormHeads(found.Where(f => !f.Key.StartsWith("documenten/", StringComparison.Ordinal)).SelectMany(f => f.Value));
        var (oldDocuments, oldRendered) = (documents, rendered);
        documents = session.Mend(finish, documents, found, inLists);
        rendered = [.. rendered.Select(r => RenderStage.Mend(r, found))];
        return !documents.AsEnumerable().SequenceEqual(oldDocuments, ReferenceEqualityComparer.Instance) || !rendered.AsEnumerable().SequenceEqual(oldRendered, ReferenceEqualityComparer.Instance);
    }

    private (PackageReport Report, VerifyReport Verification, ImmutableArray<string> Removed) Assemble(
        string staging, IReadOnlyList<DocumentRecord> documents, ImmutableArray<RenderedRecord> rendered)
    {
        observer.StageStarted("Stukken opmaken", rendered.Length);
        var files = rendered.SelectMany(r => Written(r)).ToImmutableArray();
        observer.StageStarted("Pakket samenstellen", 0);
        PackageInput? input = PackageStage.Build(session, documents, rendered, files, Problems(session.Parliament));
        if (session.Dossier.Settings.Renderings.Contains("besluit", StringComparer.OrdinalIgnoreCase))
        {
            input = DecisionLetter.Write(staging, input, session.Templates, LetterTexts.Load(session.Dossier.Root));
        }

        StageMemory.Release();
        var report = PackageWriter.Write(staging, input);
        observer.StageStarted("Controleren", 0);

        // Their texts alone: where each may stand is the check's to read, and takes much room.
        ImmutableArray<string> removed = [.. input.Removed.Select(r => r.Text)];
        input = null;
        StageMemory.Release();
        return (report, Verify(staging), removed);

        ImmutableArray<RenderedFile> Written(RenderedRecord text)
        {
            var written = session.Texts.Write(text, Path.Combine(staging, "publicatie"));
            observer.StepDone();
            return written;
        }
    }

    /// <summary>Files that an earlier run found clean are searched again only where the forms or what may stand of them has changed.</summary>
    private VerifyReport Verify(string staging)
    {
        var memory = VerifyMemory.Of(session.Workspace.Get(CheckMemory, CheckMemory));
        var report = PackageVerifier.Verify(staging, memory);
        session.Workspace.Put(CheckMemory, CheckMemory, memory.Content());
        return report;
    }

    private RunOutcome Complete(
        string staging, IReadOnlyList<DocumentRecord> documents, ImmutableArray<RenderedRecord> rendered, PackageReport report, VerifyReport verification)
    {
        var rules = PaperRules.Check(session, rendered, verification.IsClean);
        var outcome = Outcome(documents, report, verification, rules);
        if (outcome.ExitCode == LeakFound)
        {
            return outcome with { RefusedFolder = RefusedPackage.SetAside(staging, options.OutFolder) };
        }

        var errors = rules.Where(p => p.Severity == Severity.Error).Select(p => p.ToString())
            .Concat(report.Problems.Where(p => p.IsError).Select(p => p.Message)).ToArray();
        if (errors.Length > 0)
        {
            throw new DossierException("Niet gepubliceerd: eerst moet dit worden opgelost.\n- " + string.Join("\n- ", errors));
        }

        PackagePublisher.MoveIntoPlace(staging, options.OutFolder, verification);
        return outcome;
    }

    private RunOutcome Outcome(IReadOnlyList<DocumentRecord> documents, PackageReport report, VerifyReport verification, ImmutableArray<Problem> rules)
    {
        var doubts = documents.Sum(d => d.Packed.Doubts);
        var lost = documents.Sum(d => d.LostDecisions);
        var attention = doubts + lost + report.Problems.Length + rules.Length + documents.Count(d => d.State == DocumentState.Quarantined);
        return new RunOutcome
        {
            ExitCode = !verification.IsClean ? LeakFound : attention > 0 ? 1 : 0,
            OutFolder = options.OutFolder,
            States = documents.GroupBy(d => d.State).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            Removed = documents.Sum(d => Redaction.From(d.Decisions).Count),
            Doubts = doubts,
            LostDecisions = lost,
            Verification = verification,
            Messages = [.. rules.Select(p => p.ToString()), .. report.Problems.Select(p => p.Message)],
            Files = report.Files,
        };
    }

    private void Freeze(IReadOnlyList<DocumentRecord> decided)
    {
        var open = decided.Where(d => d.Packed.Doubts > 0 || d.LostDecisions > 0).ToList();
        if (options.Frozen && open.Count > 0)
        {
            throw new DossierException($"--frozen: in {open.Count} documenten staat nog een twijfelgeval zonder besluit (het eerste is {open[0].Unit.Path}). Beslis daarover met 'woo review' en probeer het opnieuw.");
        }
    }

    private static ImmutableArray<string> Problems(ParliamentDossier parliament) => [.. parliament.Problems.Select(p => p.ToString())];
}
