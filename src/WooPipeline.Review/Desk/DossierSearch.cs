using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>A place where a text stands, with what holds there.</summary>
internal sealed record SearchHit(int S, int E, string Before, string Text, string After, string State, string? By);

/// <summary>The hits of one document.</summary>
internal sealed record DocumentHits(string Id, string Title, ImmutableArray<SearchHit> Hits);

/// <summary>Looks for a text in all documents, whatever its case and spaces.</summary>
internal sealed partial class DossierSearch
{
    private const int Around = 48;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Regex pattern;

    private DossierSearch(Regex pattern) => this.pattern = pattern;

    /// <summary>A search for a text.</summary>
    /// <param name="query">What is sought; spaces match any spaces and line ends.</param>
    /// <param name="whole">Whole words only.</param>
    /// <exception cref="ReviewException">There is nothing to look for.</exception>
    public static DossierSearch For(string? query, bool whole)
    {
        var words = Spaces().Split((query ?? "").Trim()).Where(w => w.Length > 0).ToArray();
        if (words.Sum(w => w.Length) is < 2 or > 200)
        {
            throw ReviewException.Wrong("Zoek op ten minste twee en hoogstens 200 tekens.");
        }

        var body = string.Join(@"\s+", words.Select(Regex.Escape));
        return new DossierSearch(new Regex(
            whole ? $@"(?<![\p{{L}}\p{{N}}]){body}(?![\p{{L}}\p{{N}}])" : body, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience));
    }

    /// <summary>Where it stands in a text.</summary>
    public IEnumerable<TextSpan> In(string text) => pattern.EnumerateMatches(text) is var found ? Collect(found) : [];

    /// <summary>The documents in which it stands, with what holds at each place.</summary>
    public ImmutableArray<DocumentHits> Run(ReviewDesk desk, int most)
    {
        var found = desk.All().AsParallel().AsOrdered().Where(d => d.Document.HasText)
            .Select(d => (Desk: d, Text: desk.Dossier.Text(d.Document)))
            .Select(d => new DocumentHits(d.Desk.Document.Id, d.Desk.Document.Title, [.. In(d.Text).Select(s => Hit(d.Desk, d.Text, s))]))
            .Where(d => d.Hits.Length > 0).ToList();
        var kept = ImmutableArray.CreateBuilder<DocumentHits>();
        foreach (var document in found)
        {
            kept.Add(document with { Hits = [.. document.Hits.Take(Math.Max(0, most))] });
            most -= document.Hits.Length;
            if (most <= 0)
            {
                break;
            }
        }

        return kept.ToImmutable();
    }

    private static List<TextSpan> Collect(Regex.ValueMatchEnumerator matches)
    {
        var spans = new List<TextSpan>();
        foreach (var match in matches)
        {
            spans.Add(TextSpan.At(match.Index, match.Length));
        }

        return spans;
    }

    private static SearchHit Hit(DocumentDesk desk, string text, TextSpan span)
    {
        var holds = desk.Decisions.FirstOrDefault(d => d.Span.Overlaps(span));
        return new SearchHit(
            span.Start, span.End, Line(text[Math.Max(0, span.Start - Around)..span.Start]), Line(text[span.Start..span.End]),
            Line(text[span.End..Math.Min(text.Length, span.End + Around)]),
            holds is null ? "none" : holds.NeedsReview ? "doubt" : holds.Verdict == Verdict.Remove ? "remove" : "keep", holds is { ByPerson: true } ? holds.DecidedBy : null);
    }

    private static string Line(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
