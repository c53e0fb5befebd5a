using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Documents;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Review;

/// <summary>The judgement on a whole document, and its confirmation by a second person.</summary>
internal static class JudgementApi
{
    private const int LongestMotivation = 8000;

    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapPost("/documents/{id}/judgement", (string id, JudgementBody body) => Judge(session.Desk, id, body));
        api.MapPost("/documents/{id}/confirm", (string id, VersionBody body) => Confirm(session.Desk, id, body));
    }

    private static ChangedView Judge(ReviewDesk desk, string id, JudgementBody body)
    {
        var open = PassageApi.Current(desk, id, body.Version);
        return Save(desk, open, body.State is { Length: > 0 } ? Make(desk, open, body) : null, body.State is { Length: > 0 } ? "oordeel" : "oordeel intrekken");
    }

    private static Judgement Make(ReviewDesk desk, OpenDocument open, JudgementBody body)
    {
        if (!DocumentStateNames.TryParse(body.State, out var state) || state == DocumentState.Quarantined)
        {
            throw ReviewException.Wrong("Kies een beoordeling uit de lijst.");
        }

        var grounds = (body.Grounds ?? []).Select(g => GroundCatalog.Find(g)?.Code ?? throw ReviewException.Wrong($"'{g}' is geen grond van de Woo.")).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var motivation = body.Motivation?.Trim() ?? "";
        if (motivation.Length > LongestMotivation)
        {
            throw ReviewException.Wrong($"Een motivering mag hoogstens {LongestMotivation} tekens lang zijn.");
        }

        if (state == DocumentState.Withheld && grounds.IsEmpty)
        {
            throw ReviewException.Wrong("'Niet openbaar' vraagt ten minste één grond.");
        }

        if (state == DocumentState.Withheld && motivation.Length == 0 && grounds.Any(g => GroundCatalog.Find(g)!.NeedsMotivation))
        {
            throw ReviewException.Wrong("Een weigering op het tweede lid van artikel 5.1 vraagt een motivering (derde lid).");
        }

        if (state == DocumentState.Duplicate && open.Desk.Document.DuplicateOf is null)
        {
            throw ReviewException.Wrong("Dit document is geen dubbel van een ander document in dit dossier.");
        }

        // Public or partly public isn't chosen but follows from what is removed; the judgement says so.
        var removes = open.Desk.Decisions.Any(d => d.Verdict == Verdict.Remove && d.Span.Start < open.View.BodyEnd);
        state = state is DocumentState.Public or DocumentState.PartlyPublic ? removes ? DocumentState.PartlyPublic : DocumentState.Public : state;
        return new Judgement(state.ToDutch(), grounds, motivation, desk.Reviewer) { At = ReviewDesk.Now };
    }

    private static ChangedView Confirm(ReviewDesk desk, string id, VersionBody body)
    {
        var open = PassageApi.Current(desk, id, body.Version);
        var judgement = open.Desk.ByPerson?.Judgement ?? throw ReviewException.Wrong("Er is nog geen oordeel om te bevestigen.");
        if (string.Equals(judgement.By, desk.Reviewer, StringComparison.OrdinalIgnoreCase))
        {
            throw ReviewException.Wrong("Vier ogen: het oordeel moet door een ander worden bevestigd dan wie het gaf. Kies rechtsboven een andere beoordelaar.");
        }

        return Save(desk, open, judgement with { ConfirmedBy = desk.Reviewer, ConfirmedAt = ReviewDesk.Now }, "oordeel bevestigen");
    }

    private static ChangedView Save(ReviewDesk desk, OpenDocument open, Judgement? judgement, string label)
    {
        var document = open.Desk.Document;
        desk.Commit(label, [new DocumentChange(document.Id, open.Desk.ByPerson, open.Desk.ToChange with { Judgement = judgement })]);
        return ChangedView.Of(desk, document.Id);
    }
}

/// <summary>A judgement; an empty state takes it back.</summary>
internal sealed record JudgementBody(string Version, string? State, ImmutableArray<string>? Grounds, string? Motivation);

/// <summary>The version that a change was made on.</summary>
internal sealed record VersionBody(string Version);
