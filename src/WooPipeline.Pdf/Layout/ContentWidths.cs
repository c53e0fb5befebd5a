using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>How wide content wants to be, in points.</summary>
/// <param name="Piece">Its widest piece that is never cut: a word, or the part of a long address between seams.</param>
/// <param name="Word">Its widest word.</param>
/// <param name="Line">Its widest line.</param>
internal readonly record struct ContentWidths(double Piece, double Word, double Line)
{
    /// <summary>Deeper than this, content is no longer measured; layout no longer nests it either.</summary>
    private const int Deepest = 24;

    /// <summary>Widths of text on one line.</summary>
    public static ContentWidths OfText(LayoutContext context, string text, double size, bool bold)
    {
        var measurer = new ContentMeasurer(context, size, bold);
        measurer.Add(text, 1, bold);
        return measurer.Finish();
    }

    /// <summary>Widths of blocks.</summary>
    public static ContentWidths Of(LayoutContext context, ImmutableArray<FlowBlock> blocks, double size, bool bold, int depth = 0)
    {
        var widths = default(ContentWidths);
        foreach (var block in depth > Deepest ? [] : blocks)
        {
            widths = widths.Or(OfBlock(context, block, size, bold, depth + 1));
        }

        return widths;
    }

    private static ContentWidths OfBlock(LayoutContext context, FlowBlock block, double size, bool bold, int depth) => block switch
    {
        FlowHeading heading => OfInlines(context, heading.Content, size * BlockLayout.TightHeading, bold: true),
        FlowParagraph paragraph => OfInlines(context, paragraph.Content, size, bold),
        FlowList list => list.Items.Aggregate(default(ContentWidths), (w, i) => w.Or(Of(context, i.Blocks, size, bold, depth))).Plus(14),
        FlowFields fields => fields.Fields.Aggregate(default(ContentWidths), (w, f) => w.Or(OfInlines(context, f.Value, size, bold))).Plus(60),
        FlowGroup group => Of(context, group.Blocks, size, bold, depth).Plus(group.Quoted ? 10 : 0),
        FlowTable table => table.Rows.Aggregate(default(ContentWidths), (w, r) => w.Or(OfRow(context, r, size, bold, depth))),
        FlowImageBlock image => new ContentWidths(20, Math.Clamp(image.Image.Width, 20, 40), Math.Max(image.Image.Width, 60)),
        _ => default,
    };

    private static ContentWidths OfRow(LayoutContext context, FlowRow row, double size, bool bold, int depth) =>
        row.Cells.Aggregate(default(ContentWidths), (w, c) => w.Beside(Of(context, c.Blocks, size, bold, depth).Plus(8)));

    private static ContentWidths OfInlines(LayoutContext context, ImmutableArray<FlowInline> content, double size, bool bold)
    {
        var measurer = new ContentMeasurer(context, size, bold);
        measurer.Add(content);
        return measurer.Finish();
    }

    /// <summary>What both need, one below the other.</summary>
    public ContentWidths Or(ContentWidths other) => new(Math.Max(Piece, other.Piece), Math.Max(Word, other.Word), Math.Max(Line, other.Line));

    /// <summary>The widths made larger or smaller.</summary>
    public ContentWidths Times(double factor) => new(Piece * factor, Word * factor, Line * factor);

    /// <summary>The widths with space beside them.</summary>
    public ContentWidths Plus(double width) => new(Piece + width, Word + width, Line + width);

    private ContentWidths Beside(ContentWidths other) => new(Piece + other.Piece, Word + other.Word, Line + other.Line);
}
