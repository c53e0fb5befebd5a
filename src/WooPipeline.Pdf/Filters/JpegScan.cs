namespace WooPipeline.Pdf.Filters;

/// <summary>Reads the coefficients of a scan (T.81 F.2, G.2).</summary>
internal sealed class JpegScan(bool isProgressive, int start, int end, int high, int low, int restartEach)
{
    private int run;

    /// <summary>Places of coefficients in a block in the order in which they are coded.</summary>
    public static ReadOnlySpan<byte> Natural =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    public void Run(ref JpegBits bits, List<JpegComponent> parts, int mostH, int mostV, int width, int height)
    {
        parts.ForEach(p => p.Predictor = 0);
        if (parts.Count == 0)
        {
            return;
        }

        var isSingle = parts.Count == 1;
        var across = isSingle ? parts[0].Across : (width + (8 * mostH) - 1) / (8 * mostH);
        var down = isSingle ? parts[0].Down : (height + (8 * mostV) - 1) / (8 * mostV);
        for (var unit = 0; unit < across * down; unit++)
        {
            if (restartEach > 0 && unit > 0 && unit % restartEach == 0)
            {
                bits.Restart();
                run = 0;
                parts.ForEach(p => p.Predictor = 0);
            }

            foreach (var part in parts)
            {
                if (isSingle)
                {
                    Block(ref bits, part, unit % across, unit / across);
                    continue;
                }

                for (var v = 0; v < part.V; v++)
                {
                    for (var h = 0; h < part.H; h++)
                    {
                        Block(ref bits, part, (unit % across * part.H) + h, (unit / across * part.V) + v);
                    }
                }
            }
        }
    }

    private void Block(ref JpegBits bits, JpegComponent part, int x, int y)
    {
        var place = 64 * ((y * part.BlocksAcross) + x);
        if (place + 64 > part.Coefficients.Length)
        {
            return;
        }

        var block = part.Coefficients.AsSpan(place, 64);
        if (!isProgressive)
        {
            Direct(ref bits, part, block);
            Sequential(ref bits, part, block);
        }
        else if (start == 0)
        {
            if (high == 0)
            {
                Direct(ref bits, part, block);
            }
            else if (bits.Bit() == 1)
            {
                block[0] |= (short)(1 << low);
            }
        }
        else if (high == 0)
        {
            First(ref bits, part, block);
        }
        else
        {
            Refine(ref bits, part, block);
        }
    }

    private void Direct(ref JpegBits bits, JpegComponent part, Span<short> block)
    {
        var length = part.Dc?.Read(ref bits) ?? 0;
        part.Predictor += bits.Signed(Math.Min(length, 16));
        block[0] = (short)(part.Predictor << (isProgressive ? low : 0));
    }

    private static void Sequential(ref JpegBits bits, JpegComponent part, Span<short> block)
    {
        for (var k = 1; k < 64; k++)
        {
            var symbol = part.Ac?.Read(ref bits) ?? 0;
            var length = symbol & 15;
            if (length == 0)
            {
                if (symbol != 0xF0)
                {
                    return;
                }

                k += 15;
                continue;
            }

            k += symbol >> 4;
            var value = bits.Signed(length);
            if (k < 64)
            {
                block[Natural[k]] = (short)value;
            }
        }
    }

    private void First(ref JpegBits bits, JpegComponent part, Span<short> block)
    {
        if (run > 0)
        {
            run--;
            return;
        }

        for (var k = start; k <= end; k++)
        {
            var symbol = part.Ac?.Read(ref bits) ?? 0;
            var (zeros, length) = (symbol >> 4, symbol & 15);
            if (length == 0)
            {
                if (zeros < 15)
                {
                    run = (1 << zeros) - 1 + bits.Bits(zeros);
                    return;
                }

                k += 15;
                continue;
            }

            k += zeros;
            var value = bits.Signed(length);
            if (k <= end)
            {
                block[Natural[k]] = (short)(value << low);
            }
        }
    }

    private void Refine(ref JpegBits bits, JpegComponent part, Span<short> block)
    {
        var k = start;
        if (run == 0)
        {
            for (; k <= end; k++)
            {
                var symbol = part.Ac?.Read(ref bits) ?? 0;
                var (zeros, length) = (symbol >> 4, symbol & 15);
                var value = 0;
                if (length == 0)
                {
                    if (zeros < 15)
                    {
                        run = (1 << zeros) + bits.Bits(zeros);
                        break;
                    }
                }
                else
                {
                    value = bits.Bit() == 1 ? 1 << low : -(1 << low);
                }

                for (; k <= end; k++)
                {
                    ref var coefficient = ref block[Natural[k]];
                    if (coefficient != 0)
                    {
                        Correct(ref bits, ref coefficient);
                    }
                    else if (zeros-- == 0)
                    {
                        coefficient = (short)value;
                        break;
                    }
                }
            }
        }

        if (run > 0)
        {
            for (; k <= end; k++)
            {
                ref var coefficient = ref block[Natural[k]];
                if (coefficient != 0)
                {
                    Correct(ref bits, ref coefficient);
                }
            }

            run--;
        }
    }

    private void Correct(ref JpegBits bits, ref short coefficient)
    {
        if (bits.Bit() == 1 && (coefficient & (1 << low)) == 0)
        {
            coefficient += (short)(coefficient > 0 ? 1 << low : -(1 << low));
        }
    }
}
