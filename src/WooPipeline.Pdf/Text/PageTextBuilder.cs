using System.Collections.Immutable;
using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>A page between its reading and its layout: rows are known, headers and footers wait for the neighbouring pages.</summary>
internal sealed class PageTextBuilder
{
    private readonly Dictionary<(int Turn, bool IsHidden), List<TextWord>> groups;
    private readonly RuleFinder rules;
    private readonly List<List<TextLine>> rows;

    /// <param name="index">Zero-based page.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="isNear">True where its text, or that of a page next to it, is wanted; else no rows are made.</param>
    public PageTextBuilder(int index, PageContent content, bool isNear)
    {
        Index = index;
        Content = content;
        groups = isNear ? WordBuilder.Build(content) : [];
        rules = isNear ? new RuleFinder(content) : new RuleFinder();
        rows = isNear ? LineBuilder.Rows(content, groups.GetValueOrDefault((0, false)) ?? [], rules.Uprights) : [];
        Edges = new EdgeRows(content, rows);
    }

    public int Index { get; }

    public PageContent Content { get; }

    public EdgeRows Edges { get; }

    /// <summary>Counts letters by size, to find the size of running text.</summary>
    public void CountSizes(SizeCounter sizes)
    {
        foreach (var line in rows.SelectMany(r => r))
        {
            sizes.Add(line.Size, line.Letters);
        }
    }

    public PdfPageText Build(double bodySize, IReadOnlyCollection<EdgeRows> neighbours, TagOrder? tags)
    {
        var paragraphs = new ParagraphBuilder(Content, bodySize);
        var blocks = ImmutableArray.CreateBuilder<PdfTextBlock>();
        var head = Math.Min(Edges.SharedHead(neighbours), rows.Count);
        var foot = Math.Min(Edges.SharedFoot(neighbours), rows.Count - head);
        AddPlain(blocks, paragraphs, rows[..head], PdfTextPlace.Header);
        var body = new List<PdfTextBlock>();
        foreach (var part in RegionReader.Read(rows[head..^foot], rules.Grids()))
        {
            if (part.Cells is null)
            {
                body.AddRange(paragraphs.Build(part.Lines, PdfTextPlace.Body, mayHaveHeadings: true));
            }
            else
            {
                body.Add(Table(part, paragraphs));
            }
        }

        blocks.AddRange(tags is null ? body : new TaggedBlocks(Content, tags.OnPage(Content.Page)).Order(body));

        AddPlain(blocks, paragraphs, rows[^foot..], PdfTextPlace.Footer);
        foreach (var (key, words) in groups.OrderBy(g => g.Key.IsHidden).ThenBy(g => g.Key.Turn))
        {
            if (key != (0, false))
            {
                AddPlain(blocks, paragraphs, LineBuilder.Rows(Content, words, []), key.IsHidden ? PdfTextPlace.Hidden : PdfTextPlace.Body);
            }
        }

        return Brief() with { Blocks = blocks.ToImmutable() };
    }

    /// <summary>What is told of a page whose text isn't wanted.</summary>
    public PdfPageText Brief() => new(Index, [])
    {
        IsScan = IsScan(),
        GlyphCount = Content.Glyphs.Count,
        UnreadableCount = CountUnreadable(),
    };

    private static PdfTextTable Table(LayoutPart part, ParagraphBuilder paragraphs) => new(
        [.. part.Cells!.Where(r => r.Exists(c => c.Count > 0)).Select(r => r.Select(c => paragraphs.Build(c, PdfTextPlace.Body, mayHaveHeadings: false)).ToImmutableArray())],
        part.HasHeader,
        PdfTextPlace.Body);

    private static void AddPlain(ImmutableArray<PdfTextBlock>.Builder blocks, ParagraphBuilder paragraphs, List<List<TextLine>> rows, PdfTextPlace place)
    {
        var lines = rows.Select(r => r.Count == 1 ? r[0] : new TextLine([.. r.SelectMany(l => l.Words)])).ToList();
        blocks.AddRange(paragraphs.Build(lines, place, mayHaveHeadings: false));
    }

    private bool IsScan()
    {
        if (CountSeen() > 8)
        {
            return false;
        }

        var page = Content.Geometry.Visible;
        return Content.Images.Exists(i => i.Bounds.Intersect(page) is { IsEmpty: false } shown && shown.Width * shown.Height > 0.3 * page.Width * page.Height);
    }

    private int CountSeen()
    {
        var count = 0;
        foreach (ref readonly var glyph in Content.GlyphSpan)
        {
            count += WordBuilder.IsUnseen(glyph.Flags) ? 0 : 1;
        }

        return count;
    }

    private int CountUnreadable()
    {
        var count = 0;
        foreach (ref readonly var glyph in Content.GlyphSpan)
        {
            count += glyph.Text.Length == 0 && !glyph.Font.IsType3 ? 1 : 0;
        }

        return count;
    }
}
