using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>How wide content wants to be: its widest word and its widest line, in points.</summary>
internal readonly record struct ContentWidths(double Word, double Line)
{
    /// <summary>Deeper than this, content is no longer measured; layout no longer nests it either.</summary>
    private const int Deepest = 24;

    /// <summary>Widths of text on one line.</summary>
    public static double OfText(LayoutContext context, string text, double size, bool bold)
    {
        var measurer = new ContentMeasurer(context, size, bold);
        measurer.Add(text, 1, bold);
        return measurer.Finish().Line;
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
        FlowImageBlock image => new ContentWidths(Math.Min(40, image.Image.Width), Math.Max(image.Image.Width, 60)),
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

    private ContentWidths Or(ContentWidths other) => new(Math.Max(Word, other.Word), Math.Max(Line, other.Line));

    private ContentWidths Beside(ContentWidths other) => new(Word + other.Word, Line + other.Line);

    private ContentWidths Plus(double width) => new(Word + width, Line + width);
}
