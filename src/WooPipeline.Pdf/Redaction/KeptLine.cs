using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Boxes as wide as what they hide; nothing else moves.</summary>
internal static class KeptLine
{
    public static void Plan(PageContent content, LineLayout line, PagePlan plan, IReadOnlyList<MarkedRun> runs)
    {
        foreach (var run in runs)
        {
            var first = run.First;
            var last = run.Last;
            while (last > first && line.IsSpace(last))
            {
                last--;
            }

            ref readonly var end = ref content.GlyphSpan[line.Glyphs[last]];
            var width = line.Place(last) - line.Place(first) + (line.Natural(last) * Math.Abs(end.Stretch));
            plan.Boxes.Add(new MarkBox(line.Space(line.Place(first)), Math.Max(width, 2), line.Size, run.Mark, width, content.GlyphSpan[line.Glyphs[first]].Mcid) { IsExact = true });
        }
    }
}
