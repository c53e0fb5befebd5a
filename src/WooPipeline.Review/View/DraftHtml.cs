using System.Collections.Immutable;
using System.Net;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Review;

/// <summary>
/// A draft for colleagues: the whole text, with an outline around what would go and its ground behind it. One page without scripts or
/// anything from elsewhere; not fit to publish, and it says so.
/// </summary>
internal static class DraftHtml
{
    private const string Style = """
        body{font:15px/1.6 Georgia,serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111}
        h1,h2{font-family:system-ui,sans-serif;line-height:1.25}h2{border-top:2px solid #111;padding-top:.75rem;margin-top:2.5rem;break-before:page}
        .warning{font:600 14px system-ui,sans-serif;border:2px solid #a3261c;color:#a3261c;padding:.5rem .75rem}
        .text{white-space:pre-wrap;overflow-wrap:anywhere}.out{outline:1.5px solid #111;padding:0 .1em}.doubt{outline-style:dashed;background:#fff1cf}
        sup{font:600 11px system-ui,sans-serif;color:#444}.note{font:13px system-ui,sans-serif;color:#444}
        """;

    public static string Of(ReviewDesk desk, IReadOnlyList<string> ids)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Concept</title><style>")
            .Append(Style).Append("</style></head><body>\n<h1>Concept ter beoordeling</h1>\n<p class=\"warning\">Niet publiceren: dit concept bevat alles wat nog gelakt wordt.</p>\n")
            .Append("<p class=\"note\">Omlijnd is wat gelakt wordt, met de grond erachter. Gestippeld is waarover nog wordt getwijfeld.</p>\n");
        foreach (var id in ids)
        {
            Add(page, desk.Open(id));
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Add(StringBuilder page, OpenDocument open)
    {
        var row = DocumentRow.Of(open.Desk);
        page.Append("<h2>").Append(Encoded($"{row.Id} {row.Title}")).Append("</h2>\n");
        if (open.Desk.ByPerson?.Judgement is { } judgement)
        {
            page.Append("<p class=\"note\">").Append(Encoded($"Beoordeling: {judgement.State} ({string.Join(", ", judgement.Grounds)}). {judgement.Motivation}")).Append("</p>\n");
        }

        page.Append("<div class=\"text\">");
        var text = open.View.Text[..open.View.BodyEnd];
        var at = 0;
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var decision in open.Desk.Decisions.Where(d => d.Verdict == Verdict.Remove && d.Span.Start < text.Length))
        {
            var (start, end) = (Math.Max(at, decision.Span.Start), Math.Min(text.Length, decision.Span.End));
            if (end <= start)
            {
                continue;
            }

            page.Append(Encoded(text[at..start])).Append("<span class=\"out").Append(decision.NeedsReview ? " doubt" : "").Append("\">").Append(Encoded(text[start..end])).Append("</span><sup>")
                .Append(Encoded(decision.Ground?.Code ?? ""));
            if (open.Desk.ByPerson?.Passages.FirstOrDefault(p => p.Span == decision.Span && p.Area is null)?.Comment is { Length: > 0 } comment)
            {
                notes.Add(comment);
                page.Append(" opm. ").Append(notes.Count);
            }

            page.Append("</sup>");
            at = end;
        }

        page.Append(Encoded(text[at..])).Append("</div>\n");
        if (notes.Count > 0)
        {
            page.Append("<ol class=\"note\">").AppendJoin("", notes.Select(n => $"<li>{Encoded(n)}</li>")).Append("</ol>\n");
        }
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text.Replace('\uFFFC', '▣'));
}
