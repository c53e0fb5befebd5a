using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>
/// Finds where a form that was removed in one document still stands in another with nothing decided about it: what <c>verify</c>
/// would refuse. The pipeline removes it there too, for a person to look at, so that a package isn't refused for it.
/// </summary>
public sealed class StandingForms
{
    private readonly ImmutableArray<Decision> origins;
    private readonly ImmutableArray<string> forms;
    private readonly FormIndex index;

    private StandingForms(ImmutableArray<string> forms, ImmutableArray<Decision> origins)
    {
        this.forms = forms;
        this.origins = origins;
        index = new FormIndex(forms);
    }

    /// <summary>All forms, each with the decision that removed it: what <see cref="Of"/> makes the same index from when it is given them as sure.</summary>
    public IEnumerable<(string Text, Decision Decision)> All => forms.Zip(origins);

    /// <summary>An index over all removed passages of a dossier.</summary>
    /// <param name="removed">Texts of removed passages with a decision that removed them, in an order that doesn't change.</param>
    /// <param name="sure">Forms that are distinctive for another reason: account names.</param>
    public static StandingForms Of(IEnumerable<(string Text, Decision Decision)> removed, IEnumerable<(string Text, Decision Decision)> sure)
    {
        var forms = new SortedDictionary<string, Decision>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, decision) in removed.Where(r => seen.Add(r.Text) && RemovedForms.IsDistinctive(r.Text)).Concat(sure))
        {
            forms.TryAdd(text.Trim(), decision);
        }

        return new StandingForms([.. forms.Keys], [.. forms.Values]);
    }

    /// <summary>The decisions of a document with those added that remove what stands.</summary>
    public ImmutableArray<Decision> Extend(string text, ImmutableArray<Decision> decisions)
    {
        List<Decision>? added = null;
        foreach (var (form, start, end) in index.Find(text))
        {
            var span = new TextSpan(start, end);
            if (decisions.Any(d => d.Span.Overlaps(span)) || (added?.Any(d => d.Span.Overlaps(span)) ?? false))
            {
                continue;
            }

            (added ??= []).Add(origins[form] with
            {
                Span = span,
                DecidedBy = Decision.PolicyDecider,
                Reason = "elders in dit dossier verwijderd",
                Evidence = new Evidence("sweep.dossier", null, origins[form].Evidence?.PersonId),
                NeedsReview = true,
            });
        }

        return added is null ? decisions : [.. decisions.Concat(added).OrderBy(d => d.Span)];
    }
}
