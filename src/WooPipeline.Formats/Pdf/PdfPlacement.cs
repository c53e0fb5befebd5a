using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>A page with the places of its text.</summary>
/// <param name="Index">Zero-based number.</param>
/// <param name="Width">Width in points, upright.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Lines">Stretches of text that stand on one line.</param>
public sealed record PlacedPage(int Index, double Width, double Height, ImmutableArray<PlacedLine> Lines)
{
    /// <summary>From the page's own space to the upright page, as <see cref="PdfPagePlaces.Upright"/>.</summary>
    public ImmutableArray<double> Upright { get; init; } = [1, 0, 0, 1, 0, 0];
}

/// <summary>A stretch of the text view on one line of a page.</summary>
/// <param name="Start">First UTF-16 unit in the view.</param>
/// <param name="Top">Top, in points from the upper side of the page.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Edges">Left edge of each unit, and the right edge of the last: one more than there are units.</param>
public sealed record PlacedLine(int Start, double Top, double Height, ImmutableArray<double> Edges);

/// <summary>Finds where a PDF shows the text of its view, so that passages can be drawn on the page and chosen from it.</summary>
public static class PdfPlacement
{
    /// <summary>The PDF that a reader sees of a source: itself, or the one that a picture is published as; empty for other kinds.</summary>
    public static ReadOnlyMemory<byte> Shown(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PicturePdf.IsPicture(file) ? PicturePdf.Of(file, limits) ?? default : new PdfReader().Recognises(file) ? file.Content : default;
    }

    /// <summary>The pages in order; empty where the file can't be read again.</summary>
    /// <param name="content">The file.</param>
    /// <param name="view">The view of the tree that was read from it.</param>
    /// <param name="limits">Bounds.</param>
    public static ImmutableArray<PlacedPage> Of(ReadOnlyMemory<byte> content, TextView view, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(view);
        try
        {
            var places = view.Runs.Where(r => r.Origin is { Part: >= 0 }).ToLookup(r => r.Origin!.Value, r => r.Span);
            var file = PdfFile.Open(content, "", PdfProblem.Budget(limits));
            var pages = ImmutableArray.CreateBuilder<PlacedPage>();
            foreach (var page in PdfPlaceReader.Read(file))
            {
                if (page.Text.IsScan)
                {
                    return ScannedPdf.WithText(content, limits) is { } readable
                        ? [.. PdfPlaceReader.Read(PdfFile.Open(readable, "", PdfProblem.Budget(limits))).Select(p => Place(p, view, places))] : [];
                }

                pages.Add(Place(page, view, places));
            }

            return pages.ToImmutable();
        }
        catch (PdfException)
        {
            return [];
        }
    }

    private static PlacedPage Place(PdfPagePlaces page, TextView view, ILookup<Origin, TextSpan> places)
    {
        var lines = ImmutableArray.CreateBuilder<PlacedLine>();
        foreach (var run in page.Text.Blocks.SelectMany(MarkFinder.Runs))
        {
            if (PdfTree.OriginOf(run, page.Text.Index) is { } origin)
            {
                foreach (var span in places[origin].Where(s => view.Slice(s).SequenceEqual(run.Text)))
                {
                    AddLines(run, span.Start, page.Glyphs, lines);
                }
            }
        }

        return new PlacedPage(page.Text.Index, page.Width, page.Height, lines.ToImmutable()) { Upright = page.Upright };
    }

    private static void AddLines(PdfTextRun run, int start, ImmutableArray<PdfGlyphPlace> glyphs, ImmutableArray<PlacedLine>.Builder lines)
    {
        var first = 0;
        while (first < run.Text.Length)
        {
            if (run.Glyphs[first] < 0)
            {
                first++;
                continue;
            }

            var line = glyphs[run.Glyphs[first]];
            var end = first + 1;
            var last = first;
            while (end < run.Text.Length && (run.Glyphs[end] < 0 || Continues(line, glyphs[run.Glyphs[last]], glyphs[run.Glyphs[end]])))
            {
                last = run.Glyphs[end] >= 0 ? end : last;
                end++;
            }

            lines.Add(Line(run, start, first, last, glyphs));
            first = last + 1;
        }
    }

    private static bool Continues(PdfGlyphPlace line, PdfGlyphPlace before, PdfGlyphPlace next) =>
        Math.Abs(next.Y + (next.Height / 2) - line.Y - (line.Height / 2)) < line.Height / 2 && next.X >= before.X - (line.Height / 4);

    private static PlacedLine Line(PdfTextRun run, int start, int first, int last, ImmutableArray<PdfGlyphPlace> glyphs)
    {
        var edges = ImmutableArray.CreateBuilder<double>(last - first + 2);
        var (right, top, bottom) = (0.0, double.MaxValue, double.MinValue);
        for (var i = first; i <= last; i++)
        {
            if (run.Glyphs[i] < 0)
            {
                edges.Add(right);
                continue;
            }

            var glyph = glyphs[run.Glyphs[i]];
            edges.Add(i > first && run.Glyphs[i] == run.Glyphs[i - 1] ? right : glyph.X);
            right = Math.Max(right, glyph.X + glyph.Width);
            (top, bottom) = (Math.Min(top, glyph.Y), Math.Max(bottom, glyph.Y + glyph.Height));
        }

        edges.Add(right);
        return new PlacedLine(start + first, top, bottom - top, edges.ToImmutable());
    }
}
