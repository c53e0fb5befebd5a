using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication;

/// <summary>
/// On which page of the public PDF each removed passage stands: marks come in the order of the passages, so the n-th mark is the n-th
/// passage's. Where the numbers don't agree (a passage over several lines, a mark in a hidden part) no page is given rather than a guess.
/// </summary>
internal static class MarkPages
{
    /// <summary>The document with pages filled in where they are sure.</summary>
    public static PackageDocument Fill(PackageDocument document, PackageFiles files)
    {
        var path = document.PublicFiles.FirstOrDefault(f => f.EndsWith(".pdf", StringComparison.Ordinal));
        var redactions = Redaction.From(document.Decisions.Where(d => d.Page is null).Select(d => d.Decision));
        if (path is null || document.PagesKnown || redactions.Count == 0)
        {
            return document;
        }

        var pages = Pages(PdfSurfaces.PageTexts(files.Read("publicatie/" + path)), redactions);
        return pages is null ? document : document with { Decisions = [.. document.Decisions.Select(d => d with { Page = d.Page ?? Page(d.Decision, redactions, pages) })] };
    }

    private static int[]? Pages(IReadOnlyList<Lazy<string>> texts, IReadOnlyList<Redaction> redactions)
    {
        if (texts.Count == 1)
        {
            return [.. Enumerable.Repeat(1, redactions.Count)];
        }

        var marks = redactions.Select(r => r.MarkText).Distinct(StringComparer.Ordinal).OrderByDescending(m => m.Length).Select(Regex.Escape);
        var mark = new Regex($@"(?<!\w)(?:{string.Join('|', marks)})(?!\w)", RegexOptions.CultureInvariant);
        int[] found = [.. texts.SelectMany((text, index) => mark.Matches(text.Value).Select(_ => index + 1))];
        return found.Length == redactions.Count ? found : null;
    }

    private static int? Page(Decision decision, IReadOnlyList<Redaction> redactions, int[] pages)
    {
        for (var i = 0; decision.Verdict == Verdict.Remove && i < redactions.Count; i++)
        {
            if (redactions[i].Span.Contains(decision.Span))
            {
                return pages[i];
            }
        }

        return null;
    }
}
