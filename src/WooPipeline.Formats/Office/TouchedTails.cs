using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>Which link targets and image descriptions a redaction touches; both stand in the tail of the view in the order of the walk.</summary>
internal static class TouchedTails
{
    /// <summary>True for the address of a page; mailboxes, files and local paths name people and places.</summary>
    public static bool IsPublic(string target) =>
        target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Numbers of the tail entries of a kind that a redaction touches.</summary>
    public static HashSet<int> Of(TextView view, ZoneKind kind, IReadOnlyList<Redaction> redactions)
    {
        var touched = new HashSet<int>();
        var entries = view.Zones.Where(z => z.Kind == kind && z.Span.Start >= view.BodyEnd).Select(z => z.Span).ToList();
        foreach (var redaction in redactions.Where(r => r.Span.End > view.BodyEnd))
        {
            for (var i = 0; i < entries.Count; i++)
            {
                if (!entries[i].Intersect(redaction.Span).IsEmpty)
                {
                    touched.Add(i);
                }
            }
        }

        return touched;
    }
}
