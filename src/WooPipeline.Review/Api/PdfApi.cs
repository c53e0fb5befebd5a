using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Formats.Pdf;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>What the page needs to draw a PDF: the file, the public file, and where its text stands.</summary>
internal static class PdfApi
{
    private const string MediaType = "application/pdf";

    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        var places = new ConcurrentDictionary<string, PagesView>(StringComparer.Ordinal);
        api.MapGet("/documents/{id}/original", (string id) => Original(session.Desk, id));
        api.MapGet("/documents/{id}/public", (string id) => Public(session.Desk, id));
        api.MapGet("/documents/{id}/places", (string id) => places.GetOrAdd(id, i => PagesView.Of(session.Desk, i)));
    }

    private static IResult Original(ReviewDesk desk, string id)
    {
        var content = ReviewPublication.Original(desk.Dossier, desk.Open(id).Desk.Document);
        return content.IsEmpty ? throw ReviewException.NotFound("Van dit document is geen PDF bewaard.") : Results.Bytes(content, MediaType);
    }

    private static IResult Public(ReviewDesk desk, string id)
    {
        var open = desk.Open(id);
        var content = open.Desk.Document.HasText ? ReviewPublication.Pdf(desk.Dossier, open.Desk.Document, open.Tree, open.Desk.Decisions)
            : throw ReviewException.NotFound("Dit document heeft geen tekst die gepubliceerd kan worden.");
        return content.IsEmpty ? throw ReviewException.Wrong("Een vlak in dit document kan niet worden gelakt; zo wordt het niet gepubliceerd.") : Results.Bytes(content, MediaType);
    }
}

/// <summary>
/// The pages of a PDF: width and height in points, from the page's own space to the upright page (six numbers), and lines as start, top,
/// height, then the edges of the units.
/// </summary>
internal sealed record PagesView(ImmutableArray<PageView> Pages)
{
    public static PagesView Of(ReviewDesk desk, string id)
    {
        var open = desk.Open(id);
        return new PagesView([.. ReviewPublication.Places(desk.Dossier, open.Desk.Document, open.View)
            .Select(p => new PageView(Math.Round(p.Width, 1), Math.Round(p.Height, 1), [.. p.Upright], [.. p.Lines.Select(Numbers)]))]);
    }

    private static ImmutableArray<double> Numbers(PlacedLine line) =>
        [line.Start, Math.Round(line.Top, 1), Math.Round(line.Height, 1), .. line.Edges.Select(e => Math.Round(e, 1))];
}

/// <summary>A page of a PDF.</summary>
internal sealed record PageView(double W, double H, ImmutableArray<double> Upright, ImmutableArray<ImmutableArray<double>> Lines);
