using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>A stretch of a view with its removed passages as bracketed codes: for titles and lists.</summary>
internal static class PublicText
{
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
}
