using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>Order of reading on a line: words of scripts that run to the left are turned round (UAX #9, the simple case).</summary>
internal static class Directional
{
    public static IReadOnlyList<TextWord> Order(List<TextWord> words, PageContent content)
    {
        List<TextWord>? ordered = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (!RunsLeft(words[i], content))
            {
                ordered?.Add(words[i]);
                continue;
            }

            ordered ??= words[..i];
            var end = i;
            while (end + 1 < words.Count && RunsLeft(words[end + 1], content))
            {
                end++;
            }

            for (var w = end; w >= i; w--)
            {
                Turn(words[w], content);
                ordered.Add(words[w]);
            }

            i = end;
        }

        return ordered ?? words;
    }

    /// <summary>True for letters of Hebrew, Arabic and their kin.</summary>
    public static bool RunsLeft(string text) =>
        text.Length > 0 && text[0] is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool RunsLeft(TextWord word, PageContent content)
    {
        foreach (var index in word.Glyphs)
        {
            if (RunsLeft(content.GlyphSpan[index].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static void Turn(TextWord word, PageContent content)
    {
        if (word.Glyphs.Count > 1 && content.GlyphSpan[word.Glyphs[0]].X < content.GlyphSpan[word.Glyphs[^1]].X)
        {
            word.Glyphs.Reverse();
        }
    }
}
