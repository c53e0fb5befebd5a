using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Text for titles and lists, with what was removed as bracketed codes.</summary>
internal static class PublicText
{
    /// <summary>A stretch of a view.</summary>
    public static string Of(TextView view, TextSpan span, IReadOnlyList<Redaction> redactions)
    {
        var text = new StringBuilder();
        var position = span.Start;
        foreach (var redaction in redactions.Where(r => r.Span.Overlaps(span)).OrderBy(r => r.Span))
        {
            var shared = redaction.Span.Intersect(span);
            text.Append(view.Text, position, Math.Max(0, shared.Start - position)).Append('[').Append(redaction.MarkText).Append(']');
            position = shared.End;
        }

        return text.Append(view.Text, position, Math.Max(0, span.End - position)).ToString().Trim();
    }

    /// <summary>A line that is made from elsewhere, without forms that were removed, wherever words begin and end as theirs do.</summary>
    /// <param name="line">The line.</param>
    /// <param name="forms">The forms, each with what its mark shows.</param>
    public static string Without(string line, IEnumerable<(string Form, string Mark)> forms)
    {
        var search = new CompactSearch(line);
        var result = line;
        var from = line.Length;
        foreach (var (span, mark) in forms.SelectMany(f => search.Find(f.Form), (f, span) => (span, f.Mark)).OrderByDescending(f => f.span.Start).ThenByDescending(f => f.span.Length))
        {
            if (span.End <= from)
            {
                result = string.Concat(result.AsSpan(0, span.Start), "[", mark, "]") + result[span.End..];
                from = span.Start;
            }
        }

        return result;
    }
}
