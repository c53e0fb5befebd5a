namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>Puts four bands together to the next resolution (T.800 Annex F): the 5/3 wavelet exactly, the 9/7 in floating point.</summary>
internal static class Wavelet
{
    private const int Margin = 4;
    private const float Alpha = -1.586134342059924f;
    private const float Beta = -0.052980118572961f;
    private const float Gamma = 0.882911075530934f;
    private const float Delta = 0.443506852043971f;
    private const float Scale = 1.230174104914001f;

    /// <summary>Undoes one level in place: samples already stand interleaved by their coordinates.</summary>
    /// <param name="samples">Rows of the resolution.</param>
    /// <param name="left">Coordinate of the first column.</param>
    /// <param name="top">Coordinate of the first row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="isReversible">5/3 rather than 9/7.</param>
    public static void Join(float[] samples, int left, int top, int width, int height, bool isReversible)
    {
        var line = new float[Math.Max(width, height) + (2 * Margin)];
        for (var y = 0; y < height; y++)
        {
            var row = samples.AsSpan(y * width, width);
            row.CopyTo(line.AsSpan(Margin));
            Line(line, left & 1, width, isReversible);
            line.AsSpan(Margin, width).CopyTo(row);
        }

        for (var x = 0; x < width; x++)
        {
            for (var y = 0; y < height; y++)
            {
                line[Margin + y] = samples[(y * width) + x];
            }

            Line(line, top & 1, height, isReversible);
            for (var y = 0; y < height; y++)
            {
                samples[(y * width) + x] = line[Margin + y];
            }
        }
    }

    private static void Line(float[] line, int odd, int length, bool isReversible)
    {
        if (length == 1)
        {
            line[Margin] = odd == 1 && isReversible ? MathF.Floor(line[Margin] / 2) : odd == 1 ? line[Margin] / 2 : line[Margin];
            return;
        }

        // Beyond its ends the signal is mirrored about the last sample.
        for (var i = 1; i <= Margin; i++)
        {
            line[Margin - i] = line[Margin + Mirror(-i, length)];
            line[Margin + length - 1 + i] = line[Margin + Mirror(length - 1 + i, length)];
        }

        if (isReversible)
        {
            for (var i = First(odd, -1); i < length + 1; i += 2)
            {
                line[Margin + i] -= MathF.Floor((line[Margin + i - 1] + line[Margin + i + 1] + 2) / 4);
            }

            for (var i = First(1 - odd, 0); i < length; i += 2)
            {
                line[Margin + i] += MathF.Floor((line[Margin + i - 1] + line[Margin + i + 1]) / 2);
            }

            return;
        }

        for (var i = -Margin; i < length + Margin; i++)
        {
            line[Margin + i] *= ((i + odd) & 1) == 0 ? Scale : 1 / Scale;
        }

        Lift(line, First(odd, -3), length + 3, Delta);
        Lift(line, First(1 - odd, -2), length + 2, Gamma);
        Lift(line, First(odd, -1), length + 1, Beta);
        Lift(line, First(1 - odd, 0), length, Alpha);
    }

    private static void Lift(float[] line, int first, int end, float factor)
    {
        for (var i = first; i < end; i += 2)
        {
            line[Margin + i] -= factor * (line[Margin + i - 1] + line[Margin + i + 1]);
        }
    }

    /// <summary>The first place from a start on whose parity is given.</summary>
    private static int First(int parity, int start) => ((start - parity) & 1) == 0 ? start : start + 1;

    private static int Mirror(int index, int length)
    {
        var period = 2 * (length - 1);
        index = ((index % period) + period) % period;
        return index < length ? index : period - index;
    }
}
