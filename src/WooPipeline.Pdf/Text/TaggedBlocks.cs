using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>
/// Puts the blocks of a page in the order that its tags give, and tells its headings by them. Tags are taken at their word
/// only where they are sane: nearly all letters are tagged, blocks don't run through each other, and what stands under one
/// another is mostly read downwards. Else the order of the layout stays.
/// </summary>
internal sealed class TaggedBlocks(PageContent content, IReadOnlyDictionary<int, TagPlace> tags)
{
    private const double LeastTagged = 0.9;
    private const double MostMixed = 0.1;
    private const double MostUpwards = 0.2;
    private const int LongestHeading = 200;

    /// <summary>The blocks in order.</summary>
    public List<PdfTextBlock> Order(List<PdfTextBlock> blocks)
    {
        if (tags.Count == 0 || blocks.Count == 0)
        {
            return blocks;
        }

        var measured = blocks.ConvertAll(Measure);
        if (measured.Sum(m => m.Tagged) < LeastTagged * measured.Sum(m => m.Glyphs))
        {
            return blocks;
        }

        // What no tag places (a page's number, a line of a stamp) stays behind the block that it follows on the page.
        var ordered = measured.Where(m => m.Tagged > 0).OrderBy(m => m.Middle).ToList();
        if (Pairs(ordered, (a, b) => b.First < a.Last) > MostMixed * Math.Max(1, ordered.Count - 1))
        {
            return blocks;
        }

        var under = Pairs(ordered, SharesColumn);
        var upwards = Pairs(ordered, (a, b) => SharesColumn(a, b) && b.Bounds.Bottom > a.Bounds.Top - 1);
        if (upwards > MostUpwards * under)
        {
            return measured.ConvertAll(Headed);
        }

        foreach (var (block, index) in measured.Select((m, i) => (m, i)).Where(m => m.m.Tagged == 0))
        {
            ordered.Insert(index == 0 ? 0 : ordered.IndexOf(measured[index - 1]) + 1, block);
        }

        return ordered.ConvertAll(Headed);
    }

    private static int Pairs(List<Measured> blocks, Func<Measured, Measured, bool> test) => Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Count(i => test(blocks[i - 1], blocks[i]));

    private static bool SharesColumn(Measured a, Measured b) =>
        Math.Min(a.Bounds.Right, b.Bounds.Right) - Math.Max(a.Bounds.Left, b.Bounds.Left) > 0.5 * Math.Min(a.Bounds.Width, b.Bounds.Width);

    private static PdfTextBlock Headed(Measured block) =>
        block is { Heading: > 0, Block: PdfTextParagraph paragraph } && block.Glyphs <= LongestHeading ? paragraph with { HeadingLevel = block.Heading } : block.Block;

    private Measured Measure(PdfTextBlock block)
    {
        var upright = content.Geometry.Upright;
        var places = new List<TagPlace>();
        var glyphs = 0;
        Box? bounds = null;
        foreach (var index in Runs(block).SelectMany(r => r.Glyphs).Where(g => g >= 0))
        {
            ref readonly var glyph = ref content.GlyphSpan[index];
            var (x, y) = upright.Apply(glyph.X, glyph.Y);
            var (ax, _) = upright.Turn(glyph.AdvanceX, glyph.AdvanceY);
            var box = new Box(Math.Min(x, x + ax), y, Math.Max(x, x + ax), y + (0.7 * glyph.Size));
            bounds = bounds?.Union(box) ?? box;
            if (!string.IsNullOrWhiteSpace(glyph.Text))
            {
                glyphs++;
                if (glyph.Mcid >= 0 && glyph.Instance.Kind == InstanceKind.Page && tags.TryGetValue(glyph.Mcid, out var place))
                {
                    places.Add(place);
                }
            }
        }

        if (places.Count == 0)
        {
            return new Measured(block, glyphs, 0, 0, 0, 0, 0, bounds ?? default);
        }

        var heading = places.TrueForAll(p => p.Heading == places[0].Heading) && places.Count == glyphs ? places[0].Heading : 0;
        var orders = places.Select(p => p.Order).Order().ToList();
        return new Measured(block, glyphs, orders.Count, orders[orders.Count / 2], orders[orders.Count / 20], orders[orders.Count - 1 - (orders.Count / 20)], heading, bounds ?? default);
    }

    private static IEnumerable<PdfTextRun> Runs(PdfTextBlock block) => block switch
    {
        PdfTextParagraph paragraph => paragraph.Runs,
        PdfTextTable table => table.Rows.SelectMany(r => r).SelectMany(c => c).SelectMany(p => p.Runs),
        _ => [],
    };

    /// <summary>A block with what its tags say.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Glyphs">Letters in it.</param>
    /// <param name="Tagged">Letters that the structure places.</param>
    /// <param name="Middle">Place of the middle letter.</param>
    /// <param name="First">Place at which it begins, a letter in twenty aside.</param>
    /// <param name="Last">Place at which it ends.</param>
    /// <param name="Heading">Level where all of it is one heading; else 0.</param>
    /// <param name="Bounds">Box around it on the upright page.</param>
    private sealed record Measured(PdfTextBlock Block, int Glyphs, int Tagged, int Middle, int First, int Last, int Heading, Box Bounds);
}
