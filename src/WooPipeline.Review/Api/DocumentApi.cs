using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Documents;

namespace WooPipeline.Review;

/// <summary>The list of documents and each document by itself.</summary>
internal static class DocumentApi
{
    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapGet("/dossier", () => DossierView.Of(session.Desk));
        api.MapGet("/documents/{id}", (string id) => DocumentView.Of(session.Desk.Open(id)));
        api.MapGet("/documents/{id}/status", (string id) => DocumentStatus.Of(session.Desk.Open(id).Desk));
        api.MapGet("/documents/{id}/images/{number:int}", (string id, int number) => Image(session.Desk.Open(id), number));
        api.MapGet("/documents/{id}/why", (string id, int s, int e) => Why(session.Desk, id, new TextSpan(s, e)));
    }

    private static IResult Image(OpenDocument open, int number)
    {
        var (_, images) = TreeJson.Of(open.Tree, open.View);
        return number >= 0 && number < images.Count && images[number].MediaType is "image/png" or "image/jpeg"
            ? Results.Bytes(images[number].Data.ToArray(), images[number].MediaType)
            : throw ReviewException.NotFound("Deze afbeelding is er niet.");
    }

    private static WhyView Why(ReviewDesk desk, string id, TextSpan span)
    {
        var open = desk.Open(id);
        if (span.IsEmpty || span.Start < 0 || span.End > open.View.Text.Length)
        {
            throw ReviewException.Wrong("Deze passage ligt buiten het document. Laad het opnieuw.");
        }

        var all = desk.Dossier.Explain(open.Desk.Document, open.View, open.View.Slice(span).ToString(), desk.Persons);
        var here = all.FirstOrDefault(x => x.Offset == span.Start) ?? (all.Length > 0 ? all[0] : null);
        return new WhyView(here?.Why ?? [], here?.Remedies ?? []);
    }
}

/// <summary>Why a passage goes or stays, and what would change it.</summary>
internal sealed record WhyView(ImmutableArray<string> Why, ImmutableArray<string> Remedies);

/// <summary>The dossier with its documents.</summary>
internal sealed record DossierView(string Subject, string Reference, string Organisation, ImmutableArray<DocumentRow> Documents, string? Undo, string? Redo)
{
    public static DossierView Of(ReviewDesk desk)
    {
        var settings = desk.Dossier.Folder.Settings;
        var (undo, redo) = desk.Steps;
        return new DossierView(settings.Subject, settings.Reference, settings.Organisation, [.. desk.All().Select(DocumentRow.Of)], undo, redo);
    }
}
