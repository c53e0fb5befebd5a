using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Review;

/// <summary>Many passages in one step: a head, a signature, all sightings, and what a search found. Dry first: the page shows the count.</summary>
internal static class BulkApi
{
    private const int MostHits = 5000;
    private static readonly HashSet<string> Addressed = new(["From", "To", "Cc", "Bcc", "Sender", "Reply-To"], StringComparer.OrdinalIgnoreCase);

    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapPost("/documents/{id}/bulk", (string id, BulkBody body) => Bulk(session.Desk, id, body));
        api.MapPost("/search", (SearchBody body) => SearchView.Of(DossierSearch.For(body.Query, body.Whole).Run(session.Desk, MostHits)));
        api.MapPost("/search/decide", (SearchBody body) => Decide(session.Desk, body));
    }

    private static BulkView Bulk(ReviewDesk desk, string id, BulkBody body)
    {
        var open = body.Dry ? desk.Open(id) : PassageApi.Current(desk, id, body.Version);
        var span = new TextSpan(body.S, body.E);
        if (span.Start < 0 || span.IsEmpty || span.End > open.View.Text.Length)
        {
            throw ReviewException.Wrong("Deze passage ligt buiten het document. Laad het opnieuw.");
        }

        var change = new BulkChange(desk, body.ToVerdict());
        PersonAdjustment? ruling = null;
        switch (body.Kind)
        {
            case "header":
                change.Add(id, Inside(open, Head(open, span)));
                break;
            case "signature":
                change.Add(id, Inside(open, open.View.Zones.Where(z => z.Kind == ZoneKind.Signature && z.Span.Contains(span)).Select(z => z.Span)));
                break;
            case "sightings":
                AddSightings(desk, open, span, body.Scope == "dossier", change);
                ruling = body.Scope == "dossier" && desk.Persons.Find(PersonAt(open, span)) is { } person ? change.On(person) : null;
                break;
            default:
                throw ReviewException.Wrong("Deze handeling is niet bekend.");
        }

        return BulkView.Finish(desk, change, body.Dry, body.Kind switch { "header" => "hele kop", "signature" => "hele ondertekening", _ => "alle vermeldingen" }, id, ruling);
    }

    /// <summary>The address fields of the head that the passage stands in: the mail's own, or that of a quoted message.</summary>
    private static IEnumerable<TextSpan> Head(OpenDocument open, TextSpan span)
    {
        var isQuoted = open.View.IsIn(span.Start, ZoneKind.QuotedReply);
        return open.View.Zones.Where(z => z.Kind == ZoneKind.HeaderField && Addressed.Contains(z.Name ?? "") && open.View.IsIn(z.Span.Start, ZoneKind.QuotedReply) == isQuoted).Select(z => z.Span);
    }

    private static IEnumerable<TextSpan> Inside(OpenDocument open, IEnumerable<TextSpan> zones)
    {
        var all = zones.ToList();
        return open.Desk.Document.Passages.Select(p => p.Decision.Span).Where(s => all.Exists(z => z.Overlaps(s)));
    }

    private static void AddSightings(ReviewDesk desk, OpenDocument open, TextSpan span, bool overDossier, BulkChange change)
    {
        var passage = open.View.Slice(span).ToString();
        var person = PersonAt(open, span);
        foreach (var document in overDossier ? desk.All().Where(d => d.Document.HasText) : [open.Desk])
        {
            var spans = Sightings.In(document, desk.Dossier.Text(document.Document), passage, person).ToList();
            if (spans.Count > 0)
            {
                change.Add(document.Document.Id, spans);
            }
        }
    }

    private static string? PersonAt(OpenDocument open, TextSpan span) =>
        open.Desk.Document.Passages.FirstOrDefault(p => p.Decision.Span.Overlaps(span))?.Decision.Evidence?.PersonId;

    private static BulkView Decide(ReviewDesk desk, SearchBody body)
    {
        var hits = DossierSearch.For(body.Query, body.Whole).Run(desk, MostHits);
        var chosen = body.Only?.ToLookup(o => o.Id, o => (o.S, o.E));
        var change = new BulkChange(desk, body.ToVerdict());
        foreach (var document in hits)
        {
            change.Add(document.Id, document.Hits.Where(h => chosen is null || chosen[document.Id].Contains((h.S, h.E))).Select(h => new TextSpan(h.S, h.E)));
        }

        return BulkView.Finish(desk, change, body.Dry, "zoeken en lakken", null);
    }
}

/// <summary>A verdict on many passages.</summary>
internal record VerdictBody(string? Verdict, string? Label, string? Ground, string? Reason, bool Dry)
{
    public PassageVerdict ToVerdict() => new PassageBody("", "", 0, 0, 0, 0, Verdict, Label, Ground, Reason, "").ToVerdict();
}

/// <summary>A head, a signature or all sightings of a passage.</summary>
internal sealed record BulkBody(string Version, string Kind, int S, int E, string? Scope, string? Verdict, string? Label, string? Ground, string? Reason, bool Dry)
    : VerdictBody(Verdict, Label, Ground, Reason, Dry);

/// <summary>A search, with what to decide on what it finds.</summary>
internal sealed record SearchBody(string? Query, bool Whole, ImmutableArray<PlaceBody>? Only, string? Verdict, string? Label, string? Ground, string? Reason, bool Dry)
    : VerdictBody(Verdict, Label, Ground, Reason, Dry);

/// <summary>A place in a document.</summary>
internal sealed record PlaceBody(string Id, int S, int E);

/// <summary>What a bulk step does, or did.</summary>
internal sealed record BulkView(int Documents, int Passages, int Changed, int Left, ChangedView? Done)
{
    public static BulkView Finish(ReviewDesk desk, BulkChange change, bool dry, string label, string? id, PersonAdjustment? ruling = null)
    {
        if (!dry)
        {
            change.Commit(label, ruling);
        }

        var (undo, redo) = desk.Steps;
        var done = dry ? null : id is null ? new ChangedView(label, null, null, undo, redo, change.Documents) : ChangedView.Of(desk, id);
        return new BulkView(change.Documents, change.Passages, change.Changed, change.Left, done);
    }
}

/// <summary>What a search found.</summary>
internal sealed record SearchView(ImmutableArray<DocumentHits> Documents, int Hits, bool More)
{
    public static SearchView Of(ImmutableArray<DocumentHits> documents)
    {
        var hits = documents.Sum(d => d.Hits.Length);
        return new SearchView(documents, hits, hits >= 5000);
    }
}
