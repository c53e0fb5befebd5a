using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>Adds up the widths of inlines, word by word and line by line.</summary>
internal sealed class ContentMeasurer(LayoutContext context, double size, bool bold)
{
    /// <summary>Beyond this many ems a word is taken for an address that may be cut at its seams.</summary>
    private const double LongWord = 12;

    private double piece;
    private double word;
    private double line;
    private double widestPiece;
    private double widestWord;
    private double widestLine;

    public ContentWidths Finish()
    {
        EndLine();
        return new ContentWidths(widestPiece, widestWord, widestLine);
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
                    EndPiece(); // it may be cut there
                }
            }
        }
    }

    private void Advance(double by)
    {
        piece += by;
        word += by;
        line += by;
    }

    private void EndPiece()
    {
        widestPiece = Math.Max(widestPiece, piece);
        piece = 0;
    }

    private void EndWord()
    {
        EndPiece();
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
