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
/// GET  /api/documents/{id}/original       the PDF as it came; 404 for other kinds
/// GET  /api/documents/{id}/public         the document as a public PDF, as it stands now
/// GET  /api/documents/{id}/places         where a PDF shows its text
/// POST /api/documents/{id}/passages       {version, action: decide|clear|resize|drop-lost, s, e, fromS, fromE, verdict, label, ground, reason, comment}
/// POST /api/documents/{id}/areas          {version, from, to: {page, left, bottom, right, top}, s, e, texts: [{s, e}], label, ground, reason, comment}
/// POST /api/documents/{id}/pages          {version, page, mark: gedaan|vlag|}
/// POST /api/documents/{id}/bulk           {version, kind: header|signature|sightings, s, e, scope: document|dossier, verdict, label, ground, reason, dry}
/// POST /api/documents/{id}/judgement      {version, state, grounds, motivation}; an empty state takes it back
/// POST /api/documents/{id}/confirm        {version}: the second pair of eyes
/// POST /api/search                        {query, whole}
/// POST /api/search/decide                 {query, whole, only: [{id, s, e}], verdict, label, ground, reason, dry}
/// GET  /api/persons                       the register with its sightings counted
/// GET  /api/persons/{id}                  a person's forms and sightings
/// POST /api/persons/{id}/decide           {verdict, ground, reason, dry}: all sightings in the dossier
/// POST /api/persons/join                  {ids, dry}
/// POST /api/persons/{id}/split            {names, dry}
/// GET  /api/publish                       how far publishing is, or what it gave
/// POST /api/publish                       {even: publish though documents aren't ready}
/// POST /api/publish/open                  opens the folder of the package
/// GET  /api/package/{path}                a file of the package or of intern/
/// GET  /api/draft?ids=&amp;vorm=              outlines instead of boxes, for colleagues: html, or pdf (a zip where there are several)
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
        PdfApi.Map(api, session);
        BulkApi.Map(api, session);
        PersonApi.Map(api, session);
        JudgementApi.Map(api, session);
        PublishApi.Map(api, session);
    }
}
