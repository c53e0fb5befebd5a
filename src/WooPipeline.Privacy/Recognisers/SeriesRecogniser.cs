using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Numbers of one series: once a word told what <c>personeelsnr. VW-20771</c> is, <c>VW-19577</c> is one too, wherever it stands in the document.
/// </summary>
internal static class SeriesRecogniser
{
    private const int LongestPrefix = 4;
    private const int FewestDigits = 4;

    public static void Run(RecogniserContext context)
    {
        Dictionary<(ulong Prefix, int Digits), Label>? series = null;
        foreach (var item in context.Found)
        {
            if (item.Label is (Label.Account or Label.Id) and { } label && item.Rule.StartsWith("cue.", StringComparison.Ordinal)
                && context.Words.IndexAt(item.Span.Start) is var k && IsCode(context.Words, k) && context.Words[k + 1].End == item.Span.End)
            {
                series ??= [];
                series.TryAdd((context.Words[k].Hash, context.Words[k + 1].Length), label);
            }
        }

        if (series is null)
        {
            return;
        }

        for (var k = 0; k < context.Words.Count - 1; k++)
        {
            var (start, end) = (context.Words[k].Start, context.Words[k + 1].End);
            if (IsCode(context.Words, k) && series.TryGetValue((context.Words[k].Hash, context.Words[k + 1].Length), out var label) && !context.IsTaken(start, end))
            {
                context.Add(start, end, label, "cue.series", 0.85);
            }
        }
    }

    /// <summary>Capitals, a hyphen and digits.</summary>
    private static bool IsCode(TokenText words, int k) => words[k].IsWord && words[k].IsAllCaps && words[k].Length <= LongestPrefix && words.GapAfter(k) == Gap.Hyphen
        && words[k + 1].IsNumber && words[k + 1].Length >= FewestDigits && words.GapBefore(k) is not (Gap.Hyphen or Gap.Slash) && words.GapAfter(k + 1) is not (Gap.Hyphen or Gap.Slash);
}
