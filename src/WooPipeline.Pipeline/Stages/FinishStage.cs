using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>The last pass over a document: what was removed elsewhere goes here too, then state, title and public files.</summary>
internal sealed class FinishStage(Workspace workspace, DossierSettings settings, StandingForms standing, PublishStage publish)
{
    private readonly TextPool pool = new();

    /// <summary>What was removed anywhere.</summary>
    public StandingForms Standing => standing;

    /// <summary>Where public files go.</summary>
    public IPublicFiles Files => publish.Files;

    /// <summary>The record as it goes into the package.</summary>
    public DocumentRecord Run(DocumentRecord record) =>
        Run(record, (view, decisions) => Redactable.Of(view, standing.Extend(view.Text, decisions)));

    /// <summary>The record made again after the check found forms in its public files.</summary>
    public DocumentRecord Mend(DocumentRecord record, ImmutableDictionary<string, ImmutableArray<string>> found, FormHeads inLists)
    {
        var forms = FormsToMend(record, found, inLists);
        return forms.IsEmpty ? record : Mend(record, forms);
    }

    /// <summary>The record made again with forms taken out as well; the record itself where none of them can be.</summary>
    public DocumentRecord Mend(DocumentRecord record, ImmutableArray<string> forms)
    {
        var isSame = true;
        var mended = Run(record, (view, decisions) =>
        {
            var extended = RepairStage.Extend(view, decisions, forms);
            isSame = extended == decisions;
            return extended;
        });

        // A title stands in lists where nothing tells that a word of it was kept for a reason; there it goes, so that a bank that bears the
        // name of somebody in the dossier doesn't keep the whole package from being published.
        var title = PublicText.Without(mended.Title, forms.Select(f => (f, GroundCatalog.Privacy.Code)));
        return isSame && title == record.Title ? record : mended with { Title = title };
    }

    /// <summary>The forms that the check found in a document's files, or that stand in its title.</summary>
    public static ImmutableArray<string> FormsToMend(DocumentRecord record, ImmutableDictionary<string, ImmutableArray<string>> found, FormHeads inLists)
    {
        // The heads see letters alone; whether a form stands there is for the search to say that takes it out.
        var title = new CompactSearch(record.Title);
        var inTitle = inLists.In(record.Title).Where(f => title.Find(f).Any());
        return [.. record.PublicFiles.SelectMany(p => found.GetValueOrDefault(p, [])).Concat(inTitle).Distinct(StringComparer.Ordinal)];
    }

    private DocumentRecord Run(DocumentRecord record, Func<TextView, ImmutableArray<Decision>, ImmutableArray<Decision>> extend)
    {
        if (!record.HasText)
        {
            return record;
        }

        var tree = workspace.Prepared(record.Unit, settings);
        var view = TextView.Of(tree);
        var decisions = extend(view, record.Decisions);
        var decided = record with
        {
            Packed = PackedDecisions.Of(decisions, pool),
            ShownEnd = view.BodyEnd,
            RemovedTexts = DecideStage.RemovedTexts(view, decisions, pool),
            Deviations = record.Unit.Deviations,
            Title = TitleOf(view, Redaction.From(decisions)),
            State = StateOf(record, view, decisions),
        };
        return publish.Run(decided, tree);
    }

    private static DocumentState StateOf(DocumentRecord record, TextView view, ImmutableArray<Decision> decisions)
    {
        var opened = false;
        if (record.Judgement is { } judgement && DocumentStateNames.TryParse(judgement.State, out var judged))
        {
            // Public or partly public isn't a person's to choose between: it follows from what is removed.
            opened = judged is DocumentState.Public or DocumentState.PartlyPublic;
            if (!opened)
            {
                return judged;
            }
        }

        if (!opened && record.DuplicateOf is not null)
        {
            return DocumentState.Duplicate;
        }

        if (!opened && Unsearched.Reason(record.Unit) is not null)
        {
            return DocumentState.Quarantined;
        }

        return decisions.Any(d => d.Verdict == Verdict.Remove && (d.Area is not null || d.Span.Start < view.BodyEnd)) ? DocumentState.PartlyPublic : DocumentState.Public;
    }

    /// <summary>The subject of a mail, else the first heading, else the file's name; anonymised by the decisions.</summary>
    private static string TitleOf(TextView view, IReadOnlyList<Redaction> redactions)
    {
        var zone = view.Zones.FirstOrDefault(z => z.Kind == ZoneKind.HeaderField && z.Name == "Subject" && !z.Span.IsEmpty)
            ?? view.Zones.FirstOrDefault(z => z.Kind == ZoneKind.Heading && !z.Span.IsEmpty)
            ?? view.Zones.FirstOrDefault(z => z.Kind == ZoneKind.FileName && !z.Span.IsEmpty);
        if (zone is null)
        {
            return "";
        }

        var title = PublicText.Of(view, zone.Span, redactions).ReplaceLineEndings(" ");
        return zone.Kind == ZoneKind.FileName ? Path.GetFileNameWithoutExtension(title) : title;
    }
}
