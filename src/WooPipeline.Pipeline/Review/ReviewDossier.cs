using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>
/// A dossier opened for review: every document with what the policy decides on it. The dossier's lock is held while it is read and
/// no longer, so that a run, or a second reviewer, can go on beside it.
/// </summary>
public sealed class ReviewDossier : IDisposable
{
    private const string SweepRule = "sweep.dossier";
    private readonly WorkspaceStore store;
    private readonly PrivacyEngine engine;
    private readonly Lazy<PersonRegister> persons;

    private ReviewDossier(DossierSession session, ReviewEntry[] entries, string key)
    {
        Folder = session.Dossier;
        Style = session.Style;
        engine = session.Engine;
        Documents = [.. session.Documents.Select((d, i) => Make(d, entries[i]))];
        session.Workspace.Flush();
        store = session.Workspace.OpenReader();
        persons = new Lazy<PersonRegister>(() => engine.Merge(ReviewIndexFile.ReadFacts(store.Get(ReviewReading.FactsKind, key) ?? throw Changed())));
    }

    /// <summary>The dossier's folder and settings.</summary>
    public DossierFolder Folder { get; }

    /// <summary>The house style of what is written.</summary>
    public HouseStyle Style { get; }

    /// <summary>All documents in the order of their numbers.</summary>
    public ImmutableArray<ReviewDocument> Documents { get; }

    /// <summary>The register of persons as the sources give it; made when it is first asked for.</summary>
    public PersonRegister Persons => persons.Value;

    /// <summary>Opens a dossier, reading and judging what isn't in its workspace yet.</summary>
    /// <exception cref="DossierException">The dossier or the call is wrong, or a run holds it.</exception>
    public static ReviewDossier Open(RunOptions options, IRunObserver observer)
    {
        using var session = DossierSession.Open(options, observer);
        var reading = new ReviewReading(session);
        return new ReviewDossier(session, reading.Run(), reading.Key);
    }

    /// <summary>The tree of a document that has text, as the stages see it.</summary>
    public DocumentTree Tree(ReviewDocument document)
    {
        var tree = TreeReader.Read(store.Get(Workspace.TreeKind, document.Unit!.TreeKey!) ?? throw Changed())!;
        return Folder.Settings.OriginalHeaders || document.Kind != DocumentKind.Email ? tree : OriginalHeaders.Without(tree);
    }

    /// <summary>The native bytes of a document that is redacted in place; empty where none were kept.</summary>
    public ReadOnlyMemory<byte> Content(ReviewDocument document) => document.Unit?.TreeKey is { } key ? store.Get("inhoud", key) ?? [] : default;

    /// <summary>What holds for a document once a person's decisions are laid over the policy's, and those whose passage wasn't found again.</summary>
    public static (ImmutableArray<Decision> Decisions, ImmutableArray<PassageDecision> Lost) Effective(
        TextView view, ImmutableArray<Decision> policy, DocumentDecisions? byPerson, string sha256) => DecisionMerge.Merge(view, policy, byPerson, sha256);

    /// <summary>Where in a text the page of a rectangle begins.</summary>
    public static TextSpan PlaceOf(TextView view, PageArea area)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(area);
        return TextSpan.At(DecisionMerge.PageStart(view, area.Page), 0);
    }

    /// <summary>A person's decisions with each passage where it stands now; those that aren't found keep their old place.</summary>
    public static DocumentDecisions Anchored(TextView view, DocumentDecisions byPerson) => DecisionMerge.Anchored(view, byPerson);

    /// <summary>The same without the text, where the source is the one that was decided on.</summary>
    public static ImmutableArray<Decision> EffectiveInPlace(ImmutableArray<Decision> policy, DocumentDecisions byPerson) => DecisionMerge.InPlace(policy, byPerson);

    /// <summary>The text of a document's view; empty where it has none.</summary>
    public string Text(ReviewDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return !document.HasText ? ""
            : store.Get(ReviewReading.TextKind, ReviewReading.TextKey(document.Unit!, Folder.Settings)) is { } bytes ? Encoding.UTF8.GetString(bytes)
            : TextView.Of(Tree(document)).Text;
    }

    /// <summary>What the policy decides on a document with another register of persons.</summary>
    public ImmutableArray<ReviewPassage> Decide(ReviewDocument document, TextView view, PersonRegister persons)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(view);
        var privacy = ForPrivacy(document, view);
        var found = Redactable.Of(view, engine.Decide(privacy, engine.Detect(privacy, persons), persons));

        // What goes here because it went elsewhere is worked out over the whole dossier; it stands until the next opening.
        var swept = document.Passages.Select(p => p.Decision).Where(d => d.Evidence?.Rule == SweepRule && !found.Any(f => f.Span.Overlaps(d.Span)));
        return ReviewReading.Passages(view, [.. found.Concat(swept).OrderBy(d => d.Span)]);
    }

    /// <summary>Passages as a register rules on their persons.</summary>
    /// <param name="policy">What the policy decides without rulings.</param>
    /// <param name="persons">The register, with what is ruled on persons.</param>
    public static PassageList Ruled(PassageList policy, PersonRegister persons)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return PassageList.Of([.. policy.All.Select(p => p with { Decision = PersonRuling.Apply(p.Decision, persons) })]);
    }

    /// <summary>Why passages of a document go or stay, and what would change it, in Dutch.</summary>
    public ImmutableArray<Explanation> Explain(ReviewDocument document, TextView view, string passage, PersonRegister persons) =>
        engine.Explain(ForPrivacy(document, view), persons, passage);

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();

    internal static ImmutableArray<Decision> PolicyOn(PrivacyEngine engine, DocumentRecord record, TextView view, PersonRegister persons)
    {
        var document = record.ForPrivacy(view);
        return Redactable.Of(view, engine.Decide(document, engine.Detect(document, persons), persons));
    }

    private static PrivacyDocument ForPrivacy(ReviewDocument document, TextView view) =>
        new(document.Id, view, document.Date, document.ThreadId ?? document.FamilyId, document.Kind);

    private static ReviewDocument Make(DocumentRecord record, ReviewEntry entry) => new()
    {
        Id = record.Id,
        Source = record.Unit.Path,
        Sha256 = record.Unit.Sha256,
        Title = entry.Title,
        Kind = record.Unit.Kind,
        Date = record.Unit.Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null,
        ThreadId = record.ThreadId,
        FamilyId = record.FamilyId,
        DuplicateOf = record.DuplicateOf,
        Related = record.Related,
        Quarantine = record.Unit.Quarantine ?? (entry.Fault is null ? Unsearched.Reason(record.Unit)
            : new Quarantined(entry.Fault, "Dit document kon niet worden verwerkt. Beoordeel het met de hand en meld de fout met het nummer van het document.")),
        IsSystemFile = record.Unit.IsSystemFile,
        HasText = record.HasText && entry.Fault is null,
        Pages = entry.Pages,
        Policy = entry.Passages,
        Unit = record.Unit,
    };

    private static DossierException Changed() =>
        new("De werkmap van het dossier is door een andere run vernieuwd. Sluit de beoordeling en open haar opnieuw; uw besluiten blijven staan.");
}
