using System.Globalization;
using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>
/// Order of reading on a line: what scripts that run to the left show from left to right is brought back to the order in which
/// it is said (UAX #9, without explicit marks: words are runs, and numbers within them keep their order).
/// </summary>
internal static class Directional
{
    public static IReadOnlyList<TextWord> Order(List<TextWord> words, PageContent content)
    {
        var kinds = words.ConvertAll(w => KindOf(w, content));
        if (!kinds.Contains(Kind.Left))
        {
            return words;
        }

        var isLine = words.Where((_, i) => kinds[i] == Kind.Left).Sum(w => w.Glyphs.Count) > words.Where((_, i) => kinds[i] == Kind.Right).Sum(w => w.Glyphs.Count);
        var runsLeft = Enumerable.Range(0, words.Count).Select(i => Resolved(kinds, i, isLine)).ToArray();
        var ordered = words.ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (kinds[i] == Kind.Left)
            {
                Turn(ordered[i], content);
            }
        }

        // On a line that runs to the left all words go round, and those that run to the right go round again.
        Reverse(ordered, runsLeft, left: !isLine);
        if (isLine)
        {
            Array.Reverse(ordered);
        }

        return ordered;
    }

    /// <summary>True for letters of Hebrew, Arabic and their kin.</summary>
    public static bool RunsLeft(string text) => text.Length > 0 && RunsLeft(text[0]) && (text.Length == 1 || !text.Any(c => char.IsLetter(c) && !RunsLeft(c)));

    private static bool RunsLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') && !char.IsDigit(c);

    private static void Reverse(TextWord[] words, bool[] runsLeft, bool left)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var end = i;
            while (end < words.Length && runsLeft[end] == left)
            {
                end++;
            }

            if (end > i)
            {
                Array.Reverse(words, i, end - i);
                i = end;
            }
        }
    }

    /// <summary>What has no direction takes that of its neighbours where they agree, else that of the line.</summary>
    private static bool Resolved(List<Kind> kinds, int index, bool isLine)
    {
        if (kinds[index] != Kind.None)
        {
            return kinds[index] == Kind.Left;
        }

        var before = kinds.FindLastIndex(index, k => k != Kind.None);
        var after = kinds.FindIndex(index, k => k != Kind.None);
        return before >= 0 && after >= 0 && kinds[before] == kinds[after] ? kinds[before] == Kind.Left : isLine;
    }

    private static Kind KindOf(TextWord word, PageContent content)
    {
        var kind = Kind.None;
        foreach (var index in word.Glyphs)
        {
            var text = content.GlyphSpan[index].Text;
            if (RunsLeft(text))
            {
                return Kind.Left;
            }

            kind = text.Length > 0 && char.IsLetter(text, 0) ? Kind.Right : kind;
        }

        return kind;
    }

    /// <summary>Puts the letters of a word in the order of saying; a sign stays after its letter.</summary>
    private static void Turn(TextWord word, PageContent content)
    {
        // Some writers set letters in the order of saying, some in that of showing, some in pieces of both.
        var clusters = Clusters(word.Glyphs, content).OrderBy(c => content.GlyphSpan[c[0]].X).Reverse().ToList();
        for (var i = 0; i < clusters.Count; i++)
        {
            var end = i;
            while (end < clusters.Count && KeepsOrder(clusters, end, content))
            {
                end++;
            }

            if (end > i)
            {
                clusters.Reverse(i, end - i);
                i = end;
            }
        }

        word.Glyphs.Clear();
        word.Glyphs.AddRange(clusters.SelectMany(c => c));
    }

    /// <summary>Letters with the signs that stand over or under them.</summary>
    private static List<List<int>> Clusters(List<int> glyphs, PageContent content)
    {
        var clusters = new List<List<int>>();
        var pending = new List<int>();
        foreach (var index in glyphs)
        {
            ref readonly var glyph = ref content.GlyphSpan[index];
            if (!IsSign(glyph.Text))
            {
                clusters.Add([index, .. pending]);
                pending.Clear();
            }
            else if (clusters.Count > 0 && content.GlyphSpan[clusters[^1][0]] is var letter && glyph.X < letter.X + letter.AdvanceX - (0.05 * letter.Size))
            {
                clusters[^1].Add(index);
            }
            else
            {
                pending.Add(index);
            }
        }

        if (pending.Count > 0)
        {
            clusters.Add(pending);
        }

        return clusters;
    }

    /// <summary>True for letters that run to the right and for digits, with what stands between two of them.</summary>
    private static bool KeepsOrder(List<List<int>> clusters, int index, PageContent content)
    {
        bool IsKept(int at) => at >= 0 && at < clusters.Count && content.GlyphSpan[clusters[at][0]].Text is { Length: > 0 } said && !RunsLeft(said) && char.IsLetterOrDigit(said, 0);
        return IsKept(index) || (content.GlyphSpan[clusters[index][0]].Text is "." or "," or ":" or "/" or "-" or "@" or "_" && IsKept(index - 1) && IsKept(index + 1));
    }

    private static bool IsSign(string text) => text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(text, 0) == UnicodeCategory.NonSpacingMark;

    private enum Kind
    {
        /// <summary>Numbers and signs.</summary>
        None,

        /// <summary>Runs to the right.</summary>
        Right,

        /// <summary>Runs to the left.</summary>
        Left,
    }
}
