using WooPipeline.Documents;

namespace WooPipeline.Templating;

/// <summary>Runs of text that stand next to each other in one style are one run: parsers cut them wherever markup could have been.</summary>
internal static class TextRuns
{
    public static List<Inline> Joined(IEnumerable<Inline> inlines)
    {
        var joined = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is TextRun run && joined.Count > 0 && joined[^1] is TextRun last && last.Style == run.Style)
            {
                joined[^1] = last with { Text = last.Text + run.Text };
            }
            else
            {
                joined.Add(inline);
            }
        }

        return joined;
    }
}
