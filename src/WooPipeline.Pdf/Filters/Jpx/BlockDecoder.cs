using WooPipeline.Pdf.Filters.Jbig2;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>Decodes the bit planes of a block (T.800 Annex D): three passes a plane through the arithmetic decoder that JBIG2 uses too.</summary>
internal sealed class BlockDecoder
{
    private const int RunContext = 17;
    private const int UniformContext = 18;
    private const byte Significant = 1;
    private const byte Negative = 2;
    private const byte Visited = 4;
    private const byte Refined = 8;
    private readonly byte[] contexts = new byte[19];
    private readonly ArithmeticDecoder bits;
    private readonly Coding coding;
    private readonly int width;
    private readonly int height;
    private readonly int stride;
    private readonly int orientation;
    private readonly byte[] flags;
    private readonly int[] magnitudes;
    private readonly byte[] lowest;

    /// <param name="data">The block's bytes, its pieces joined.</param>
    /// <param name="coding">How it is coded.</param>
    /// <param name="width">Coefficients across.</param>
    /// <param name="height">Coefficients down.</param>
    /// <param name="band">0 low both ways or high down, 1 high across, 2 high both ways.</param>
    public BlockDecoder(byte[] data, Coding coding, int width, int height, int band)
    {
        (bits, this.coding, this.width, this.height, orientation, stride) = (new ArithmeticDecoder(data), coding, width, height, band, width + 2);
        flags = new byte[stride * (height + 2)];
        magnitudes = new int[width * height];
        lowest = new byte[width * height];
        Reset();
    }

    /// <summary>The coefficients, row by row; to each half of the last plane that was read of it is added.</summary>
    /// <param name="planes">Planes that the block has.</param>
    /// <param name="passes">Passes that were told of.</param>
    public float[] Decode(int planes, int passes)
    {
        var plane = planes - 1;
        for (var (pass, kind) = (0, 2); pass < passes && plane >= 0; pass++, kind = (kind + 1) % 3)
        {
            switch (kind)
            {
                case 0:
                    Significance(plane);
                    break;
                case 1:
                    Refinement(plane);
                    break;
                default:
                    Cleanup(plane);
                    plane--;
                    break;
            }

            if (coding.Resets)
            {
                Reset();
            }
        }

        var values = new float[magnitudes.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (magnitudes[i] != 0)
            {
                var half = coding.IsReversible && lowest[i] == 0 ? 0f : (1 << lowest[i]) / 2f;
                var value = magnitudes[i] + half;
                values[i] = (flags[At(i % width, i / width)] & Negative) != 0 ? -value : value;
            }
        }

        return values;
    }

    private void Reset()
    {
        Array.Clear(contexts);
        (contexts[0], contexts[RunContext], contexts[UniformContext]) = (4 << 1, 3 << 1, 46 << 1);
    }

    private int At(int x, int y) => ((y + 1) * stride) + x + 1;

    private void Significance(int plane)
    {
        for (var top = 0; top < height; top += 4)
        {
            for (var x = 0; x < width; x++)
            {
                for (var y = top; y < Math.Min(top + 4, height); y++)
                {
                    var at = At(x, y);
                    if ((flags[at] & Significant) != 0)
                    {
                        continue;
                    }

                    var context = ZeroContext(at, y);
                    if (context == 0)
                    {
                        continue;
                    }

                    flags[at] |= Visited;
                    if (bits.Bit(ref contexts[context]) == 1)
                    {
                        Found(x, y, at, plane);
                    }
                }
            }
        }
    }

    private void Refinement(int plane)
    {
        for (var top = 0; top < height; top += 4)
        {
            for (var x = 0; x < width; x++)
            {
                for (var y = top; y < Math.Min(top + 4, height); y++)
                {
                    var at = At(x, y);
                    if ((flags[at] & (Significant | Visited)) != Significant)
                    {
                        continue;
                    }

                    var context = (flags[at] & Refined) != 0 ? 16 : ZeroContext(at, y) != 0 ? 15 : 14;
                    magnitudes[(y * width) + x] |= bits.Bit(ref contexts[context]) << plane;
                    lowest[(y * width) + x] = (byte)plane;
                    flags[at] |= Refined;
                }
            }
        }
    }

    private void Cleanup(int plane)
    {
        for (var top = 0; top < height; top += 4)
        {
            for (var x = 0; x < width; x++)
            {
                CleanupColumn(x, top, plane);
            }
        }

        if (coding.HasMarks)
        {
            for (var i = 0; i < 4; i++)
            {
                _ = bits.Bit(ref contexts[UniformContext]);
            }
        }

        for (var i = 0; i < flags.Length; i++)
        {
            flags[i] = (byte)(flags[i] & ~Visited);
        }
    }

    private void CleanupColumn(int x, int top, int plane)
    {
        var y = top;
        var isFound = false;
        if (IsEmptyColumn(x, top))
        {
            if (bits.Bit(ref contexts[RunContext]) == 0)
            {
                return;
            }

            y += (bits.Bit(ref contexts[UniformContext]) << 1) | bits.Bit(ref contexts[UniformContext]);
            isFound = true;
        }

        for (; y < Math.Min(top + 4, height); y++)
        {
            var at = At(x, y);
            if (!isFound && (flags[at] & (Significant | Visited)) != 0)
            {
                continue;
            }

            if (isFound || bits.Bit(ref contexts[ZeroContext(at, y)]) == 1)
            {
                Found(x, y, at, plane);
            }

            isFound = false;
        }
    }

    private bool IsEmptyColumn(int x, int top)
    {
        if (top + 4 > height)
        {
            return false;
        }

        for (var y = top; y < top + 4; y++)
        {
            var at = At(x, y);
            if ((flags[at] & (Significant | Visited)) != 0 || ZeroContext(at, y) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Found(int x, int y, int at, int plane)
    {
        var below = !IsHiddenBelow(y);
        var across = Math.Clamp(Sign(at - 1) + Sign(at + 1), -1, 1);
        var down = Math.Clamp(Sign(at - stride) + (below ? Sign(at + stride) : 0), -1, 1);
        var (context, turned) = (across, down) switch
        {
            (1, 1) => (13, 0),
            (1, 0) => (12, 0),
            (1, -1) => (11, 0),
            (0, 1) => (10, 0),
            (0, 0) => (9, 0),
            (0, -1) => (10, 1),
            (-1, 1) => (11, 1),
            (-1, 0) => (12, 1),
            _ => (13, 1),
        };
        var isNegative = (bits.Bit(ref contexts[context]) ^ turned) == 1;
        flags[at] |= (byte)(Significant | (isNegative ? Negative : 0));
        (magnitudes[(y * width) + x], lowest[(y * width) + x]) = (1 << plane, (byte)plane);
    }

    private int Sign(int at) => (flags[at] & Significant) == 0 ? 0 : (flags[at] & Negative) != 0 ? -1 : 1;

    private bool IsHiddenBelow(int y) => coding.IsCausal && y % 4 == 3;

    private int ZeroContext(int at, int y)
    {
        int Is(int place) => flags[place] & Significant;
        var below = IsHiddenBelow(y) ? 0 : 1;
        var across = Is(at - 1) + Is(at + 1);
        var down = Is(at - stride) + (below * Is(at + stride));
        var corners = Is(at - stride - 1) + Is(at - stride + 1) + (below * (Is(at + stride - 1) + Is(at + stride + 1)));
        if (orientation == 2)
        {
            var sides = across + down;
            return corners switch { >= 3 => 8, 2 => sides >= 1 ? 7 : 6, 1 => sides >= 2 ? 5 : 3 + sides, _ => Math.Min(sides, 2) };
        }

        if (orientation == 1)
        {
            (across, down) = (down, across);
        }

        return across switch
        {
            2 => 8,
            1 => down >= 1 ? 7 : corners >= 1 ? 6 : 5,
            _ => down switch { 2 => 4, 1 => 3, _ => Math.Min(corners, 2) },
        };
    }
}
