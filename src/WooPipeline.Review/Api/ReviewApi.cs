using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WooPipeline.Review;

/// <summary>
/// The app's endpoints. All of them need the start's cookie; a POST needs the page's own origin and a JSON body. Offsets are those of the
/// document's text view (UTF-16, end exclusive). A change names the version it was made on and gets 409 where someone else was first.
/// <code>
/// GET  /api/status                        is the dossier read, how far, who reviews
/// POST /api/reviewer {name}               who reviews from now on
/// GET  /api/words                         grounds, labels, judgements
/// GET  /api/dossier                       all documents with their counts
/// GET  /api/documents/{id}                text, nodes, zones, passages
/// GET  /api/documents/{id}/status         passages and pages alone
/// GET  /api/documents/{id}/why?s=&amp;e=      why a passage goes or stays
/// GET  /api/documents/{id}/images/{n}     an image of the document (png, jpeg)
/// POST /api/documents/{id}/passages       {version, action: decide|clear|resize|drop-lost, s, e, fromS, fromE, verdict, label, ground, reason, comment}
/// POST /api/documents/{id}/pages          {version, page, mark: gedaan|vlag|}
/// POST /api/undo, POST /api/redo          the last step, whatever it was
/// </code>
/// </summary>
internal static class ReviewApi
{
    public static void Map(WebApplication app, ReviewSession session)
    {
        var api = app.MapGroup("/api");
        StatusApi.Map(api, session);
        DocumentApi.Map(api, session);
        PassageApi.Map(api, session);
    }
}
