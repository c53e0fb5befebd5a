using System.Collections.Immutable;
using System.Text;
using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>Writes lines as runs: words parted by spaces, wrapped lines joined, hyphenation undone, each unit tied to its glyph.</summary>
internal sealed class RunBuilder(PageContent content, double right)
{
    private static readonly string[] AfterHyphen = ["en", "of", "and", "or", "und"];
    private static readonly GlyphIndexes Unshown = new([-1]);
    private readonly ImmutableArray<PdfTextRun>.Builder runs = ImmutableArray.CreateBuilder<PdfTextRun>();
    private readonly StringBuilder text = new();
    private readonly List<int> glyphs = [];
    private PdfTextStyle style;

    public ImmutableArray<PdfTextRun> Build(IReadOnlyList<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                Join(lines[i - 1], lines[i]);
            }

            AddLine(lines[i]);
        }

        Flush();
        return runs.ToImmutable();
    }

    private void AddLine(TextLine line)
    {
        var words = Directional.Order(line.Words, content);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                var before = words[i - 1];
                var gap = Math.Max(words[i].Left - before.Right, before.Left - words[i].Right);
                if (before.SpaceFollows || IsMark(before, words[i]) || gap > 0.12 * Math.Max(before.Size, words[i].Size) || gap < -0.5 * before.Size)
                {
                    Append(" ", before.SpaceGlyph);
                }
            }

            AddWord(words[i], line);
        }
    }

    /// <summary>True for a raised sign before a word (the mark of a note before its text): not part of that word.</summary>
    private bool IsMark(TextWord before, TextWord word) =>
        before.Size < 0.8 * word.Size && before.Baseline > word.Baseline + (0.15 * word.Size) && content.GlyphSpan[word.Glyphs[0]].Text is [var first, ..] && char.IsLetter(first);

    private void AddWord(TextWord word, TextLine line)
    {
        foreach (var index in word.Glyphs)
        {
            ref readonly var glyph = ref content.GlyphSpan[index];
            var font = glyph.Font;
            var own = (font.IsBold ? PdfTextStyle.Bold : 0) | (font.IsItalic ? PdfTextStyle.Italic : 0) | (font.IsMonospace ? PdfTextStyle.Monospace : 0)
                | (word.Size < 0.8 * line.Size && word.Baseline > line.Baseline + (0.15 * line.Size) ? PdfTextStyle.Superscript : 0);
            if (own != style && text.Length > 0 && !string.IsNullOrWhiteSpace(text.ToString()))
            {
                Flush();
            }

            style = own;
            Append(glyph.Text.Length > 0 ? glyph.Text : glyph.Code < 32 && glyph.CodeLength == 1 ? "" : "\uFFFD", index);
        }
    }

    private void Append(string piece, int glyph)
    {
        foreach (var c in Folding.Plain(piece))
        {
            text.Append(c);
            glyphs.Add(glyph);
        }
    }

    private void Join(TextLine above, TextLine below)
    {
        var first = below.Words[0];
        var room = right - above.Right;
        if (text.Length > 1 && text[^1] is '-' or '\u00AD' or '\u2010' && glyphs[^1] >= 0)
        {
            JoinHyphen(first);
            return;
        }

        if (IsInAddress(above.Words[^1]))
        {
            return;
        }

        if (first.Right - first.Left + (0.3 * below.Size) < room - (0.2 * below.Size) || char.IsPunctuation(text.Length > 0 ? text[^1] : 'x') && text[^1] is ':' && room > 0.35 * right)
        {
            Flush();
            runs.Add(new PdfTextRun("\n", PdfTextStyle.None, Unshown));
            return;
        }

        var last = above.Words[^1];
        Append(" ", last.SpaceGlyph);
    }

    /// <summary>True where a web address was broken at one of its signs: what follows on the next line belongs to it.</summary>
    private bool IsInAddress(TextWord last)
    {
        var said = string.Concat(last.Glyphs.Select(g => content.GlyphSpan[g].Text));
        return !last.SpaceFollows && said.Length > 8 && said[^1] is '/' or '?' or '&' or '=' or '_' or '%' or '#'
            && (said.Contains("://", StringComparison.Ordinal) || said.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A hyphen at a line's end goes where it only parted a word; it stays in double names, numbers and compounds.</summary>
    private void JoinHyphen(TextWord first)
    {
        var stem = text.ToString();
        var start = stem.Length - 1;
        while (start > 0 && char.IsLetter(stem[start - 1]))
        {
            start--;
        }

        var letters = stem.Length - 1 - start;
        var next = string.Concat(first.Glyphs.Select(g => content.GlyphSpan[g].Text));
        if (AfterHyphen.Contains(next))
        {
            Append(" ", -1);
            return;
        }

        var parts = stem[^1] == '\u00AD' || (letters >= 2 && next.Length > 0 && char.IsLower(next[0]) && char.IsLower(stem[start]) && (start == 0 || char.IsWhiteSpace(stem[start - 1]) || stem[start - 1] is '(' or '“' or '\'' or '"' or '‘'));
        if (parts)
        {
            text.Length--;
            glyphs.RemoveAt(glyphs.Count - 1);
        }
    }

    private void Flush()
    {
        if (text.Length > 0)
        {
            runs.Add(new PdfTextRun(text.ToString(), style, new GlyphIndexes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(glyphs))));
            text.Clear();
            glyphs.Clear();
        }
    }
}
