using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Chooses among the alternatives of a message the one that a mail program shows, and finds which others say more.</summary>
internal static class Alternatives
{
    /// <summary>The parts to show; <paramref name="hidden"/> holds those of other alternatives with words that the shown ones lack.</summary>
    public static IReadOnlyList<BodyPart> Choose(IReadOnlyList<IReadOnlyList<BodyPart>> sets, out IReadOnlyList<BodyPart> hidden)
    {
        hidden = [];
        var filled = sets.Where(s => s.Count > 0).ToList();
        if (filled.Count < 2)
        {
            return filled.Count == 0 ? [] : filled[0];
        }

        // The last is the best by the standard; HTML goes before a calendar or a plain text after it.
        var words = filled.Select(s => Words(s)).ToList();
        var best = filled.FindLastIndex(s => s.Any(p => p.Kind == BodyKind.Html));
        if (best < 0 || words[best].Count == 0)
        {
            best = filled.FindLastIndex(s => s.Any(p => p.Kind != BodyKind.Blocks));
        }

        if (best < 0)
        {
            best = filled.Count - 1;
        }

        var shown = new List<BodyPart>(filled[best]);
        var others = new List<BodyPart>();
        for (var i = 0; i < filled.Count; i++)
        {
            if (i == best)
            {
                continue;
            }

            // Fields of an invitation are shown beside the text; text that says nothing new is the same text again.
            shown.AddRange(filled[i].Where(p => p.Kind == BodyKind.Blocks));
            if (!words[i].IsSubsetOf(words[best]))
            {
                others.AddRange(filled[i].Where(p => p.Kind != BodyKind.Blocks));
            }
        }

        hidden = others;
        return shown;
    }

    private static HashSet<string> Words(IReadOnlyList<BodyPart> parts)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Where(p => p.Kind != BodyKind.Blocks))
        {
            var view = TextView.Of(new DocumentTree { Blocks = part.Blocks(null) });
            Add(view.Text, words);
        }

        return words;
    }

    private static void Add(string text, HashSet<string> words)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }
    }
}
