using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Privacy;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>Works out what the policy decides on every document of a dossier, as a run would before any person's decision.</summary>
internal sealed class ReviewReading(DossierSession session)
{
    /// <summary>Kind of the texts of views in the workspace, for the search over all of them.</summary>
    public const string TextKind = "tekst";

    /// <summary>Kind of what was seen of persons, in the workspace.</summary>
    public const string FactsKind = "review-feiten";

    private const string Kind = "review";

    /// <summary>Key of a view's text.</summary>
    public static string TextKey(StoredUnit unit, DossierSettings settings) => settings.OriginalHeaders ? unit.TreeKey! : unit.TreeKey + "/kort";

    /// <summary>Key of what was worked out, for this state of the dossier.</summary>
    public string Key { get; } = ReviewFingerprint.Of(session.Dossier, session.Documents);

    /// <summary>The entries in the order of the documents.</summary>
    public ReviewEntry[] Run()
    {
        if (session.Workspace.Get(Kind, Key) is { } kept && ReviewIndexFile.Read(kept) is { } known && known.Length == session.Documents.Count)
        {
            return known;
        }

        var made = Make();
        session.Workspace.Put(Kind, Key, ReviewIndexFile.Write(made));
        return made;
    }

    private ReviewEntry[] Make()
    {
        var drafts = session.Texts.Draft().Select(session.Engine.Scan);
        DocumentFacts[] facts = [.. session.Each("Personen zoeken", session.Documents, d => Guarded(d, view => session.Engine.Scan(d.ForPrivacy(view)))).OfType<DocumentFacts>(), .. drafts];
        session.Workspace.Put(FactsKind, Key, ReviewIndexFile.WriteFacts(facts));
        var persons = session.Engine.Merge(facts);
        var decided = session.Each("Beoordelen", session.Documents, d => Guarded(d, view => Decide(d, view, persons)) ?? new ReviewEntry("", 1, PassageList.Empty) { Fault = d.HasText ? "verwerking" : null });
        var standing = DossierSession.Standing(decided.SelectMany(e => e.Passages.All).Where(p => p.Decision.Verdict == Verdict.Remove).Select(p => (p.Text, p.Decision)));
        return session.Each("Nalopen", [.. Enumerable.Range(0, decided.Length)], i => Guarded(session.Documents[i], view => Sweep(decided[i], view, standing)) ?? decided[i]);
    }

    private T? Guarded<T>(DocumentRecord record, Func<TextView, T> step)
        where T : class
    {
        if (!record.HasText)
        {
            return null;
        }

        try
        {
            return step(TextView.Of(session.TreeOf(record.Unit)));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or IOException))
        {
            // A document that a step can't bear is shown as such; the run will quarantine it.
            return null;
        }
    }

    private ReviewEntry Decide(DocumentRecord record, TextView view, PersonRegister persons)
    {
        session.Workspace.Put(TextKind, TextKey(record.Unit, session.Dossier.Settings), Encoding.UTF8.GetBytes(view.Text));
        var decisions = ReviewDossier.PolicyOn(session.Engine, record, view, persons);
        return new ReviewEntry(TitleOf(view), PagesOf(session.TreeOf(record.Unit)), PassageList.Of(Passages(view, decisions)));
    }

    private static ReviewEntry Sweep(ReviewEntry entry, TextView view, StandingForms standing)
    {
        var decisions = entry.Passages.All.Select(p => p.Decision).ToImmutableArray();
        var extended = Redactable.Of(view, standing.Extend(view.Text, decisions));
        return extended.Length == decisions.Length ? entry : entry with { Passages = PassageList.Of(Passages(view, extended)) };
    }

    internal static ImmutableArray<ReviewPassage> Passages(TextView view, ImmutableArray<Decision> decisions) =>
        [.. decisions.Select(d => new ReviewPassage(d, view.Slice(d.Span).ToString()))];

    private static string TitleOf(TextView view)
    {
        var zone = view.Zones.FirstOrDefault(z => z.Kind == ZoneKind.HeaderField && z.Name == "Subject" && !z.Span.IsEmpty)
            ?? view.Zones.FirstOrDefault(z => z.Kind == ZoneKind.Heading && !z.Span.IsEmpty)
            ?? view.Zones.FirstOrDefault(z => z.Kind == ZoneKind.FileName && !z.Span.IsEmpty);
        return zone is null ? "" : view.Slice(zone.Span).ToString().ReplaceLineEndings(" ").Trim();
    }

    private static int PagesOf(DocumentTree tree) => tree.Kind is DocumentKind.Pdf or DocumentKind.Image ? 1 + tree.Blocks.Count(b => b is PageBreak) : 1;
}
