using System.Collections.Immutable;
using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>Cuts the lines of a column into paragraphs and headings.</summary>
internal sealed class ParagraphBuilder(PageContent content, double bodySize)
{
    /// <summary>The paragraphs of a column.</summary>
    public ImmutableArray<PdfTextParagraph> Build(IReadOnlyList<TextLine> lines, PdfTextPlace place, bool mayHaveHeadings)
    {
        var result = ImmutableArray.CreateBuilder<PdfTextParagraph>();
        if (lines.Count == 0)
        {
            return result.ToImmutable();
        }

        var right = lines.Max(l => l.Right);
        var left = lines.Min(l => l.Left);
        var spacing = Spacing(lines);
        var start = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && !Breaks(lines[i - 1], lines[i], spacing, left, right))
            {
                continue;
            }

            var own = lines.Skip(start).Take(i - start).ToList();
            var runs = new RunBuilder(content, right).Build(own);
            result.Add(new PdfTextParagraph(runs, mayHaveHeadings ? HeadingLevel(own, runs) : 0, place));
            start = i;
        }

        return result.ToImmutable();
    }

    private static double Spacing(IReadOnlyList<TextLine> lines)
    {
        var gaps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            var gap = (lines[i - 1].Baseline - lines[i].Baseline) / Math.Max(1, lines[i].Size);
            if (gap is > 0.7 and < 2.2)
            {
                gaps.Add(gap);
            }
        }

        gaps.Sort();
        return gaps.Count == 0 ? 1.25 : gaps[gaps.Count / 3];
    }

    private bool Breaks(TextLine above, TextLine below, double spacing, double left, double right)
    {
        var gap = above.Baseline - below.Baseline;
        var size = Math.Max(above.Size, below.Size);
        if (gap <= 0 || gap > 1.3 * spacing * size || Math.Min(above.Size, below.Size) < 0.88 * size)
        {
            return true;
        }

        if (IsBold(above) != IsBold(below) && (IsBold(above) ? above.Letters < 90 : below.Letters < 90) && (AllBold(above) || AllBold(below)))
        {
            return true;
        }

        if (ListMarkers.Starts(content, below.Words) && above.Right < right + 1 && below.Left <= above.Left + (0.5 * size))
        {
            return true;
        }

        // An indented first line after a line that isn't itself indented.
        var indent = below.Left - left;
        return indent > 0.9 * size && indent < 4 * size && above.Left - left < 0.3 * size && above.Right > right - (4 * size) && !ListMarkers.Starts(content, above.Words);
    }

    private int HeadingLevel(List<TextLine> lines, ImmutableArray<PdfTextRun> runs)
    {
        var letters = lines.Sum(l => l.Letters);
        if (lines.Count > 3 || letters is 0 or > 200)
        {
            return 0;
        }

        var ratio = lines.Max(l => l.Size) / Math.Max(1, bodySize);
        if (ratio >= 1.12)
        {
            return ratio >= 1.6 ? 1 : ratio >= 1.3 ? 2 : 3;
        }

        var text = string.Concat(runs.Select(r => r.Text)).TrimEnd();
        return ratio > 0.9 && lines.Count <= 2 && lines.TrueForAll(AllBold) && letters < 100 && text.Length > 2 && text[^1] is not ('.' or ':' or ';' or ',') ? 3 : 0;
    }

    private bool IsBold(TextLine line) => content.GlyphSpan[line.Words[0].Glyphs[0]].Font.IsBold;

    private bool AllBold(TextLine line) => line.Words.TrueForAll(w => content.GlyphSpan[w.Glyphs[0]].Font.IsBold);
}
