using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>Decisions on passages and pages, and the way back.</summary>
internal static class PassageApi
{
    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapPost("/documents/{id}/passages", (string id, PassageBody body) => Change(session.Desk, id, body));
        api.MapPost("/documents/{id}/areas", (string id, AreaBody body) => Place(session.Desk, id, body));
        api.MapPost("/documents/{id}/pages", (string id, PageBody body) => Mark(session.Desk, id, body));
        api.MapPost("/undo", (EmptyBody _) => Turned(session.Desk, session.Desk.Undo()));
        api.MapPost("/redo", (EmptyBody _) => Turned(session.Desk, session.Desk.Redo()));
    }

    /// <summary>Refuses a change that was made on an older state than the one that holds.</summary>
    public static OpenDocument Current(ReviewDesk desk, string id, string version)
    {
        var open = desk.Open(id);
        return open.Desk.Version == version ? open
            : throw ReviewException.Conflict("Iemand anders heeft dit document intussen gewijzigd. De nieuwe stand is geladen; kijk of uw besluit nog nodig is en neem het opnieuw.");
    }

    private static ChangedView Change(ReviewDesk desk, string id, PassageBody body)
    {
        var open = Current(desk, id, body.Version);
        var editor = new PassageEditor(open, desk.Reviewer, ReviewDesk.Now);
        var span = new TextSpan(body.S, body.E);
        var label = body.Action switch
        {
            "decide" => Do(() => editor.Decide(span, body.ToVerdict()), body.Verdict == "remove" ? "lakken" : "behouden"),
            "clear" => Do(() => editor.Clear(span), "besluit intrekken"),
            "resize" => Do(() => editor.Resize(new TextSpan(body.FromS, body.FromE), span, body.ToVerdict()), "grens aanpassen"),
            "drop-lost" => Do(editor.DropLost, "onvindbare besluiten verwijderen"),
            _ => throw ReviewException.Wrong("Deze handeling is niet bekend."),
        };
        desk.Commit(label, [new DocumentChange(id, open.Desk.ByPerson, editor.Result)]);
        return ChangedView.Of(desk, id);
    }

    private static ChangedView Place(ReviewDesk desk, string id, AreaBody body)
    {
        var open = Current(desk, id, body.Version);
        var editor = new PassageEditor(open, desk.Reviewer, ReviewDesk.Now);
        var texts = (body.Texts ?? []).Select(t => new TextSpan(t.S, t.E)).ToList();
        if (texts.Exists(t => t.Start < 0 || t.IsEmpty || t.End > open.View.Text.Length))
        {
            throw ReviewException.Wrong("Deze passage ligt buiten het document. Laad het opnieuw.");
        }

        editor.SetArea(body.From, body.To, new TextSpan(body.S, body.E), texts, body.ToVerdict());
        var label = body.To is null ? "vlak weghalen" : body.From is null ? "vlak lakken" : body.From == body.To ? "vlak wijzigen" : "vlak verplaatsen";
        desk.Commit(label, [new DocumentChange(id, open.Desk.ByPerson, editor.Result)]);
        return ChangedView.Of(desk, id);
    }

    private static string Do(Action change, string label)
    {
        change();
        return label;
    }

    private static ChangedView Mark(ReviewDesk desk, string id, PageBody body)
    {
        var open = Current(desk, id, body.Version);
        if (body.Page < 1 || body.Page > open.Desk.Document.Pages)
        {
            throw ReviewException.Wrong("Deze bladzijde is er niet.");
        }

        var before = open.Desk.ByPerson;
        var decisions = open.Desk.ToChange;
        var pages = body.Mark is "gedaan" or "vlag"
            ? decisions.Pages.SetItem(body.Page, new PageMark(body.Mark == "vlag", desk.Reviewer, ReviewDesk.Now))
            : decisions.Pages.Remove(body.Page);
        desk.Commit($"bladzijde {body.Page}", [new DocumentChange(id, before, decisions with { Pages = pages })]);
        return ChangedView.Of(desk, id);
    }

    private static ChangedView Turned(ReviewDesk desk, ReviewStep? step)
    {
        var (undo, redo) = desk.Steps;
        var first = step?.Forward.FirstOrDefault();
        return new ChangedView(step?.Label, first?.Id, first is null ? null : DocumentStatus.Of(desk.Open(first.Id).Desk), undo, redo, step?.Forward.Length ?? 0);
    }
}

/// <summary>A change to a passage.</summary>
internal sealed record PassageBody(
    string Version, string Action, int S, int E, int FromS, int FromE, string? Verdict, string? Label, string? Ground, string? Reason, string? Comment)
{
    private const int LongestText = 2000;

    public PassageVerdict ToVerdict()
    {
        var verdict = Verdict switch
        {
            "remove" => Documents.Verdict.Remove,
            "keep" => Documents.Verdict.Keep,
            _ => throw ReviewException.Wrong("Kies lakken of behouden."),
        };
        var ground = GroundCatalog.Find(Ground) ?? GroundCatalog.Privacy;
        if ((Reason?.Length ?? 0) > LongestText || (Comment?.Length ?? 0) > LongestText)
        {
            throw ReviewException.Wrong($"Een reden of opmerking mag hoogstens {LongestText} tekens lang zijn.");
        }

        return new PassageVerdict(verdict, LabelCode.TryParse(Label, out var label) ? label : Documents.Label.Other, ground.Code, Reason?.Trim() ?? "", Comment?.Trim() ?? "");
    }
}

/// <summary>A rectangle placed (no <paramref name="From"/>), changed, or taken away (no <paramref name="To"/>); s and e name the picture that it lies on.</summary>
internal sealed record AreaBody(
    string Version, PageArea? From, PageArea? To, int S, int E, ImmutableArray<TextBody>? Texts, string? Label, string? Ground, string? Reason, string? Comment)
{
    public PassageVerdict ToVerdict() => new PassageBody("", "", 0, 0, 0, 0, "remove", Label, Ground, Reason, Comment).ToVerdict();
}

/// <summary>A stretch of text.</summary>
internal sealed record TextBody(int S, int E);

/// <summary>A mark on a page.</summary>
internal sealed record PageBody(string Version, int Page, string? Mark);

/// <summary>A request that says all by its address.</summary>
internal sealed record EmptyBody;

/// <summary>What a change gave: saved when this is sent.</summary>
internal sealed record ChangedView(string? Step, string? Id, DocumentStatus? Status, string? Undo, string? Redo, int Documents)
{
    public static ChangedView Of(ReviewDesk desk, string id)
    {
        var (undo, redo) = desk.Steps;
        return new ChangedView(undo, id, DocumentStatus.Of(desk.Open(id).Desk), undo, redo, 1);
    }
}
