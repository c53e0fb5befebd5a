using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>User names that a word announces: <c>account (ali.ozturk.twente)</c>, <c>kanaal 'Joop uit Ruinen'</c>, <c>gebruiker @x</c>.</summary>
internal static class HandleRecogniser
{
    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        for (var k = words.Next(0, WordClass.HandleCue | WordClass.Brand, Shape.None); k < words.Count - 1; k = words.Next(k + 1, WordClass.HandleCue | WordClass.Brand, Shape.None))
        {
            if (words[k].Is(WordClass.HandleCue))
            {
                After(context, k);
            }
            else if (words[k].Length == 1 && words.Folded(k) == "u" && words.TextBefore(k + 1) is "/" && words.GapBefore(k) == Gap.Space && words[k - 1].Is(WordClass.Brand) && words.Folded(k - 1) == "reddit")
            {
                Forum(context, k);
            }
            else if (words[k].Is(WordClass.Brand) && words[k].Length <= 12 && IsMedium(words.Folded(k)))
            {
                OnMedium(context, k);
            }
        }
    }

    private const int MostBetween = 3;

    private static bool IsMedium(string word) => word is "instagram" or "insta" or "snap" or "snapchat" or "tiktok" or "twitter" or "facebook" or "telegram" or "discord" or "reddit" or "youtube" or "threads" or "bluesky" or "mastodon" or "linkedin" or "strava" or "twitch" or "marktplaats" or "wechat" or "weibo" or "viber" or "skype" or "threema" or "kakaotalk" or "signal" or "x";

    /// <summary>A made name behind a medium: <c>op mijn Snap, kelv_dhb</c>, <c>zijn Instagram (sabri.kade4)</c>, <c>op TikTok als haagsehenk73</c>.</summary>
    private static void OnMedium(RecogniserContext context, int medium)
    {
        var words = context.Words;
        for (var k = medium + 1; k <= medium + MostBetween && words.GapBefore(k) is Gap.Space or Gap.OpenParen or Gap.Colon or Gap.Comma or Gap.Other; k++)
        {
            var (start, end) = Made(context.Text, words[k].Start);
            var value = context.Text.AsSpan(start, end - start);
            var dot = value.IndexOf('.');
            if (end < context.Text.Length && context.Text[end] == '#' && words[k + 1].IsNumber && words[k + 1].Length == 4 && words[k + 1].Start == end + 1 && value.Length >= 3)
            {
                context.Add(start, words[k + 1].End, Label.Handle, "handle.medium", 0.85);
                return;
            }

            var made = value.Contains('_') || (dot > 1 && dot < value.Length - 2 && value.Count('.') < 3 && !IsFile(value)) || (words[k].HasDigit && value.IndexOfAnyInRange('a', 'z') == 0 && value.Length > 5);
            if (made && value.Length >= 5 && value.IndexOfAnyInRange('a', 'z') >= 0 && !context.IsTaken(start, end))
            {
                context.Add(start, end, Label.Handle, "handle.medium", 0.8);
                return;
            }

            if (words.Folded(k) is not ("als" or "as" or "is" or "heet" or "naam" or "account" or "user" or "onder" or "de" or "het" or "name" or "profiel" or "kanaal"))
            {
                return;
            }
        }
    }

    /// <summary>A name on a forum after its letter: <c>u/kimdewit04</c>.</summary>
    private static void Forum(RecogniserContext context, int k)
    {
        var (start, end) = Made(context.Text, context.Words[k + 1].Start);
        if (end - start >= 5 && !context.IsTaken(start, end))
        {
            context.Add(start, end, Label.Handle, "handle.medium", 0.8);
        }
    }

    private static bool IsFile(ReadOnlySpan<char> value) => value[(value.LastIndexOf('.') + 1)..].ToString().ToLowerInvariant() is "jpg" or "jpeg" or "png" or "pdf" or "mp4" or "mov" or "docx" or "nl" or "com" or "be" or "de" or "org" or "eu" or "example" or "net" or "html";

    private static (int Start, int End) Made(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-'))
        {
            end++;
        }

        return (start, end > start && text[end - 1] is '.' or '-' ? end - 1 : end);
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

        (_, var end) = Made(text, start);
        var value = text.AsSpan(start, end - start);
        var made = value.Contains('_') || (value.Contains('.') && value.IndexOf('.') > 1) || (value.IndexOfAnyInRange('0', '9') > 1 && value.IndexOfAnyInRange('a', 'z') >= 0);
        made |= words.GapBefore(cue + 1) == Gap.OpenParen && end < text.Length && text[end] == ')' && value.IndexOf('-') > 1 && !value.ContainsAnyInRange('A', 'Z') && !words[cue + 1].Is(WordClass.Common | WordClass.English);
        if (made && value.Length >= 5 && !context.IsTaken(start, end))
        {
            context.Add(start, end, Label.Handle, "handle.cue", 0.85);
        }
    }
}
