using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>
/// Puts glyphs together to words, in the order of the content: a word ends at a space, at a gap, at another line. Text that
/// runs in the same direction comes together in one group, turned so that it runs to the right.
/// </summary>
internal sealed class WordBuilder
{
    /// <summary>Glyphs whose seeing is in doubt are grouped by this.</summary>
    private const GlyphFlags Unseen = GlyphFlags.LayerOff | GlyphFlags.Outside | GlyphFlags.Covered;

    private readonly PageContent content;
    private readonly Matrix upright;
    private readonly Dictionary<(int Turn, bool IsHidden), List<TextWord>> groups = [];
    private readonly PrintedTwice printed;
    private TextWord? word;
    private (int Turn, bool IsHidden) group;
    private double nextX;
    private (int Instance, int Operation) operation = (-1, -1);

    private WordBuilder(PageContent content)
    {
        this.content = content;
        upright = content.Geometry.Upright;
        printed = new PrintedTwice(content.Glyphs.Count);
    }

    /// <summary>The words by direction (quarter turns, 0 upright) and by whether they can be seen.</summary>
    public static Dictionary<(int Turn, bool IsHidden), List<TextWord>> Build(PageContent content)
    {
        var builder = new WordBuilder(content);
        for (var i = 0; i < content.Glyphs.Count; i++)
        {
            builder.Add(i);
        }

        builder.Close();
        return builder.groups;
    }

    /// <summary>True where a reader doesn't see the glyph.</summary>
    public static bool IsUnseen(GlyphFlags flags) => (flags & Unseen) != 0;

    private void Add(int index)
    {
        ref readonly var glyph = ref content.GlyphSpan[index];
        var (ax, ay) = upright.Turn(glyph.AdvanceX, glyph.AdvanceY);
        var turn = Math.Abs(ax) >= Math.Abs(ay) ? (ax < 0 ? 2 : 0) : ay > 0 ? 1 : 3;
        if (ax == 0 && ay == 0)
        {
            turn = group.Turn;
        }

        var (px, py) = upright.Apply(glyph.X, glyph.Y);
        var (x, y) = Turned(px, py, turn);
        var advance = Math.Sqrt((ax * ax) + (ay * ay));
        var size = Math.Max(glyph.Size, 0.1);
        var key = (turn, IsUnseen(glyph.Flags));
        if (IsBlank(glyph.Text))
        {
            Space(index, key, x, y, size, advance);
            return;
        }

        if (printed.IsAgain(glyph.Text, x, y, size))
        {
            return;
        }

        var isNewOperation = operation != (glyph.Instance.Id, glyph.Operation);
        if (word is null || key != group || !(Continues(x, y, size) || ContinuesLeft(glyph.Text, x + advance, y, size)) || (isNewOperation && Overlaps(x, size, glyph.Text)))
        {
            Close();
            group = key;
            word = new TextWord { Left = x, Right = x + advance, Baseline = y, Size = size, StartsOperation = isNewOperation };
        }

        operation = (glyph.Instance.Id, glyph.Operation);
        word.Glyphs.Add(index);
        word.Left = Math.Min(word.Left, x);
        word.Right = Math.Max(word.Right, x + advance);
        word.Flags |= glyph.Flags;
        word.SpaceEnd = word.Right;
        nextX = x + advance;
    }

    private bool Continues(double x, double y, double size)
    {
        var larger = Math.Max(size, word!.Size);
        var gap = x - nextX;
        return Math.Abs(y - word.Baseline) < 0.15 * larger && gap < 0.16 * larger && gap > -0.6 * larger && Math.Min(size, word.Size) > 0.6 * larger;
    }

    /// <summary>A letter of a script that runs to the left, set before the one that was said before it.</summary>
    private bool ContinuesLeft(string text, double right, double y, double size)
    {
        var larger = Math.Max(size, word!.Size);
        var gap = word.Left - right;
        return Directional.RunsLeft(text) && Math.Abs(y - word.Baseline) < 0.15 * larger && gap < 0.16 * larger && gap > -0.3 * larger && Math.Min(size, word.Size) > 0.6 * larger;
    }

    /// <summary>Text of another operation that begins within the word stands over it: the next cell, over what runs out of this one.</summary>
    private bool Overlaps(double x, double size, string text) =>
        x - nextX < -0.2 * Math.Max(size, word!.Size) && text.Length > 0 && char.IsLetterOrDigit(text[0]) && !Directional.RunsLeft(text);

    private void Space(int index, (int Turn, bool IsHidden) key, double x, double y, double size, double advance)
    {
        if (word is not null && key == group && Math.Abs(y - word.Baseline) < 0.15 * size && x - nextX < 0.5 * size && x - nextX > -0.5 * size)
        {
            word.SpaceFollows = true;
            word.SpaceGlyph = index;
            word.SpaceEnd = x + advance;
        }

        operation = (content.GlyphSpan[index].Instance.Id, content.GlyphSpan[index].Operation);
        Close();
    }

    private void Close()
    {
        if (word is null)
        {
            return;
        }

        if (!groups.TryGetValue(group, out var list))
        {
            groups[group] = list = [];
        }

        list.Add(word);
        word = null;
    }

    private static bool IsBlank(string text) => text.Length == 1 ? IsBlank(text[0]) : text.Length > 0 && text.All(IsBlank);

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u200B';

    private static (double X, double Y) Turned(double x, double y, int turn) => turn switch
    {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    };
}
