using System.Globalization;

namespace WooPipeline.Pdf.Layout;

/// <summary>The items of one paragraph as they are added: characters become glyphs, spaces, breaks, or nothing.</summary>
/// <param name="context">The document's.</param>
/// <param name="preformatted">True to keep spaces.</param>
/// <param name="expected">About how many items will be added.</param>
internal sealed class LineItems(LayoutContext context, bool preformatted, int expected)
{
    private const int TabWidth = 8;
    private int column;

    /// <summary>The items so far.</summary>
    public List<LineItem> All { get; } = new(expected);

    /// <summary>Adds text.</summary>
    public void AddText(string text, RunStyle style)
    {
        foreach (var rune in Characters.Clean(text).EnumerateRunes())
        {
            AddCharacter(rune.Value, style);
        }
    }

    private void AddCharacter(int c, RunStyle style)
    {
        if (Characters.IsSpace(c))
        {
            AddSpaces(c == '\t' && preformatted ? TabWidth - (column % TabWidth) : 1, style);
        }
        else if (Characters.EndsLine(c))
        {
            AddBreak(style);
        }
        else if (c == 0x200B)
        {
            AllowBreak();
        }
        else if (c != '\r' && !Characters.IsInvisible(c))
        {
            AddGlyph(Shown(c), style);
        }
    }

    private int Shown(int c)
    {
        if (Characters.IsControl(c))
        {
            context.Problems.Add("text-control-character", "U+" + c.ToString("X4", CultureInfo.InvariantCulture));
            return Characters.Replacement;
        }

        if (!Characters.IsPrivateUse(c))
        {
            return c == 0x2007 ? 0xA0 : c;
        }

        var shown = Characters.FromPrivateUse(c);
        if (shown == Characters.Replacement)
        {
            context.Problems.Add("text-private-character", "U+" + c.ToString("X4", CultureInfo.InvariantCulture));
        }

        return shown;
    }

    private void AddGlyph(int c, RunStyle style, bool isSpace = false)
    {
        var glyph = context.Fonts.Resolve(c, style.Bold, style.Italic);
        All.Add(new LineItem
        {
            Style = style,
            Font = glyph.Font,
            Glyph = glyph.Number,
            Slant = glyph.Slant,
            Width = glyph.Width * style.Size,
            Kind = isSpace ? LineItemKind.Space : LineItemKind.Glyph,
            BreakAfter = isSpace || Characters.IsIdeographic(c),
        });
        column++;
    }

    private void AddSpaces(int count, RunStyle style)
    {
        var afterSpace = All.Count == 0 || All[^1].Kind is LineItemKind.Space or LineItemKind.Break;
        for (var i = 0; i < count && (preformatted || !afterSpace); i++)
        {
            AddGlyph(' ', style, isSpace: true);
            afterSpace = true;
        }
    }

    /// <summary>Adds a forced new line.</summary>
    public void AddBreak(RunStyle style)
    {
        All.Add(new LineItem { Style = style, Kind = LineItemKind.Break });
        column = 0;
    }

    private void AllowBreak()
    {
        if (All.Count > 0)
        {
            All[^1] = All[^1] with { BreakAfter = true };
        }
    }

    /// <summary>Adds space in which nothing stands.</summary>
    public void AddGap(double size, RunStyle style) =>
        All.Add(new LineItem { Style = style, Kind = LineItemKind.Gap, Width = size });
}
