using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>How wide content wants to be: its widest word and its widest line, in points.</summary>
internal readonly record struct ContentWidths(double Word, double Line)
{
    /// <summary>Beyond this many ems a word is taken for an address that may be cut at its seams.</summary>
    private const double LongWord = 12;

    /// <summary>Deeper than this, content is no longer measured; layout no longer nests it either.</summary>
    private const int Deepest = 24;

    /// <summary>Widths of text on one line.</summary>
    public static double OfText(LayoutContext context, string text, double size, bool bold)
    {
        var measurer = new Measurer(context, size, bold);
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
        var measurer = new Measurer(context, size, bold);
        measurer.Add(content);
        return measurer.Finish();
    }

    private ContentWidths Or(ContentWidths other) => new(Math.Max(Word, other.Word), Math.Max(Line, other.Line));

    private ContentWidths Beside(ContentWidths other) => new(Word + other.Word, Line + other.Line);

    private ContentWidths Plus(double width) => new(Word + width, Line + width);

    private sealed class Measurer(LayoutContext context, double size, bool bold)
    {
        private double word;
        private double line;
        private double widestWord;
        private double widestLine;

        public ContentWidths Finish()
        {
            EndLine();
            return new ContentWidths(widestWord, widestLine);
        }

        public void Add(ImmutableArray<FlowInline> content)
        {
            foreach (var inline in content)
            {
                switch (inline)
                {
                    case FlowText text:
                        Add(text.Text, 1, bold || text.Font.HasFlag(FlowFont.Bold));
                        break;
                    case FlowLineBreak:
                        EndLine();
                        break;
                    case FlowLink link:
                        Add(link.Content);
                        break;
                    case FlowMark mark:
                        Advance(7);
                        Add(mark.Text, 0.9, heavy: false);
                        break;
                    case FlowNoteReference or FlowPageReference:
                        Advance(size * 0.6);
                        break;
                    case FlowInlineImage image:
                        Advance(Math.Max(20, image.Image.Width));
                        break;
                    default:
                        break;
                }
            }
        }

        public void Add(string text, double scale, bool heavy)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                if (Characters.EndsLine(rune.Value))
                {
                    EndLine();
                }
                else if (Characters.IsSpace(rune.Value))
                {
                    EndWord();
                    line += size * 0.28;
                }
                else if (!Characters.IsInvisible(rune.Value) && !Characters.IsControl(rune.Value) && !Characters.IsPrivateUse(rune.Value))
                {
                    Advance(context.Fonts.WidthOf(rune.Value, heavy) * size * scale);
                    if (word > size * LongWord && Characters.IsSeam(rune.Value))
                    {
                        EndWord(); // it may be cut there
                    }
                }
            }
        }

        private void Advance(double by)
        {
            word += by;
            line += by;
        }

        private void EndWord()
        {
            widestWord = Math.Max(widestWord, word);
            word = 0;
        }

        private void EndLine()
        {
            EndWord();
            widestLine = Math.Max(widestLine, line);
            line = 0;
        }
    }
}
