using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>User names that a word announces: <c>account (ali.ozturk.twente)</c>, <c>kanaal 'Joop uit Ruinen'</c>, <c>gebruiker @x</c>.</summary>
internal static class HandleRecogniser
{
    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        for (var k = 0; k < words.Count - 1; k++)
        {
            if (words[k].Is(WordClass.HandleCue))
            {
                After(context, k);
            }
        }
    }

    private static void After(RecogniserContext context, int cue)
    {
        var words = context.Words;
        var text = context.Text;
        var gap = words.TextBefore(cue + 1);
        var quote = gap.IndexOfAny('\'', '\u2018', '"');
        quote = quote < 0 ? gap.IndexOf('\u201C') : quote;
        var start = words[cue + 1].Start;
        if (quote >= 0 && gap.Length <= 3)
        {
            var close = text.AsSpan(start, Math.Min(40, text.Length - start)).IndexOfAny("'\u2019\"\u201D");
            if (close > 2 && !text.AsSpan(start, close).Contains('\n') && !words[cue + 1].Is(WordClass.Organisation))
            {
                context.Add(start, start + close, Label.Handle, "handle.quoted", 0.75);
            }

            return;
        }

        if (words.GapBefore(cue + 1) is not (Gap.Space or Gap.OpenParen or Gap.Colon or Gap.Other))
        {
            return;
        }

        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-'))
        {
            end++;
        }

        end -= end > start && text[end - 1] is '.' or '-' ? 1 : 0;
        var value = text.AsSpan(start, end - start);
        var made = value.Contains('_') || (value.Contains('.') && value.IndexOf('.') > 1) || (value.IndexOfAnyInRange('0', '9') > 1 && value.IndexOfAnyInRange('a', 'z') >= 0);
        if (made && value.Length >= 5 && !context.IsTaken(start, end))
        {
            context.Add(start, end, Label.Handle, "handle.cue", 0.85);
        }
    }
}
