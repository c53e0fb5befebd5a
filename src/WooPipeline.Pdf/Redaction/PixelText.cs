namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Bytes of pixels that read as a word: nobody sees them, but a search of the file's bytes finds them. Their lowest bits are
/// turned over, which is one step of 256 in brightness.
/// </summary>
internal static class PixelText
{
    private const int LeastRun = 8;
    private const int LeastDistinct = 6;

    /// <summary>Gradients and flat colours run in small steps; letters of words don't.</summary>
    private const double LeastStep = 5;

    /// <summary>Breaks up words in samples of eight bits.</summary>
    public static void Break(Span<byte> samples)
    {
        for (var start = 0; start < samples.Length;)
        {
            var end = start;
            while (end < samples.Length && (char.IsAsciiLetterOrDigit((char)samples[end]) || samples[end] is (byte)'_' or (byte)'-' or (byte)'@' or (byte)'.'))
            {
                end++;
            }

            if (end - start >= LeastRun)
            {
                BreakWords(samples[start..end]);
            }

            start = end + 1;
        }
    }

    private static void BreakWords(Span<byte> run)
    {
        for (var at = 0; at + LeastRun <= run.Length; at++)
        {
            if (ReadsAsWord(run.Slice(at, LeastRun)))
            {
                // The whole run goes: a word may begin before this window and end behind it.
                foreach (ref var sample in run)
                {
                    sample ^= 1;
                }

                return;
            }
        }
    }

    private static bool ReadsAsWord(ReadOnlySpan<byte> window)
    {
        var steps = 0;
        ulong low = 0;
        ulong high = 0;
        for (var i = 0; i < window.Length; i++)
        {
            steps += i > 0 ? Math.Abs(window[i] - window[i - 1]) : 0;
            low |= window[i] < 64 ? 1UL << window[i] : 0;
            high |= window[i] >= 64 ? 1UL << (window[i] - 64) : 0;
        }

        return System.Numerics.BitOperations.PopCount(low) + System.Numerics.BitOperations.PopCount(high) >= LeastDistinct && steps >= LeastStep * (window.Length - 1);
    }
}
