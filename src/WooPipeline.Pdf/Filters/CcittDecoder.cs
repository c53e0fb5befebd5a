using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>
/// Unpacks fax images: Group 3 in one and two dimensions and Group 4 (ITU-T T.4, T.6). A damaged row ends the image there;
/// the rest is left white, as readers do.
/// </summary>
internal ref struct CcittDecoder
{
    private const int MaxColumns = 1 << 16;
    private const int MaxRows = 1 << 17;
    private readonly ReadOnlySpan<byte> data;
    private readonly CcittParameters parameters;
    private int[] reference;
    private int[] current;
    private int count;
    private int near;
    private long bit;

    private CcittDecoder(ReadOnlySpan<byte> data, CcittParameters parameters)
    {
        this.data = data;
        this.parameters = parameters;
        reference = new int[parameters.Columns + 4];
        current = new int[parameters.Columns + 4];
    }

    /// <summary>The rows, one bit a pixel, each from a byte of its own; null where the parameters make no image.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> data, CcittParameters parameters, PdfBudget budget)
    {
        if (parameters.Columns is < 1 or > MaxColumns || parameters.Rows is < 0 or > MaxRows)
        {
            return null;
        }

        return new CcittDecoder(data, parameters).Run(budget);
    }

    private byte[] Run(PdfBudget budget)
    {
        var stride = (parameters.Columns + 7) / 8;
        var output = new GrowingBytes(stride * parameters.Rows, budget);
        Array.Fill(reference, parameters.Columns);
        var row = new byte[stride];
        var most = parameters.Rows > 0 ? parameters.Rows : MaxRows;
        var done = 0;
        for (; done < most && ReadRow(); done++)
        {
            budget.Step((parameters.Columns / 8) + 1);
            Paint(row);
            output.Add(row);
            (reference, current) = (current, reference);
        }

        Array.Fill(row, parameters.BlackIsOne ? (byte)0 : (byte)0xFF);
        for (; done < parameters.Rows; done++)
        {
            output.Add(row);
        }

        return output.ToArray();
    }

    /// <summary>Reads a row's changes of colour into <see cref="current"/>; false at the end of the image.</summary>
    private bool ReadRow()
    {
        if (parameters.IsByteAligned)
        {
            bit = (bit + 7) & ~7L;
        }

        var isTwoDimensional = parameters.K < 0;
        if (parameters.K < 0)
        {
            if (Peek(24) == 0x001001)
            {
                return false; // end of block
            }
        }
        else
        {
            var ends = SkipLineEnds(ref isTwoDimensional);
            if (ends >= 2)
            {
                return false;
            }
        }

        if (bit >= (long)data.Length * 8)
        {
            return false;
        }

        count = 0;
        near = 0;
        var isRead = isTwoDimensional ? ReadTwoDimensional() : ReadOneDimensional();
        Array.Fill(current, parameters.Columns, count, current.Length - count);
        return isRead;
    }

    /// <summary>Passes end-of-line codes with the fill before them; more than one in a row end the image.</summary>
    private int SkipLineEnds(ref bool isTwoDimensional)
    {
        var ends = 0;
        while (bit < (long)data.Length * 8)
        {
            var start = bit;
            while (bit < (long)data.Length * 8 && Peek(12) == 0)
            {
                bit++;
            }

            if (Peek(12) != 1)
            {
                bit = start;
                return ends;
            }

            bit += 12;
            ends++;
            if (parameters.K > 0)
            {
                isTwoDimensional = Peek(1) == 0;
                bit++;
            }
        }

        return Math.Max(ends, 2);
    }

    private bool ReadOneDimensional()
    {
        var at = 0;
        var isBlack = false;
        while (at < parameters.Columns)
        {
            var run = ReadRun(isBlack);
            if (run < 0)
            {
                return at > 0 && Recover();
            }

            at = Math.Min(at + run, parameters.Columns);
            Add(at);
            isBlack = !isBlack;
        }

        return true;
    }

    /// <summary>Goes on at the next line after damage in Group 3; what was read of this one stays.</summary>
    private bool Recover()
    {
        while (bit < (long)data.Length * 8 && Peek(12) != 1)
        {
            bit++;
        }

        return bit < (long)data.Length * 8;
    }

    private bool ReadTwoDimensional()
    {
        var a0 = -1;
        var isBlack = false;
        while (a0 < parameters.Columns)
        {
            var b1 = Change(a0, isBlack, out var b2);
            switch (ReadMode())
            {
                case Mode.Pass:
                    a0 = b2;
                    break;
                case Mode.Horizontal:
                    var first = ReadRun(isBlack);
                    var second = first < 0 ? -1 : ReadRun(!isBlack);
                    if (second < 0)
                    {
                        return false;
                    }

                    a0 = Math.Min(Math.Max(a0, 0) + first, parameters.Columns);
                    Add(a0);
                    a0 = Math.Min(a0 + second, parameters.Columns);
                    Add(a0);
                    break;
                case Mode.None:
                    return false;
                case var mode:
                    a0 = Math.Clamp(b1 + (int)mode, Math.Max(a0, 0), parameters.Columns);
                    Add(a0);
                    isBlack = !isBlack;
                    break;
            }
        }

        return true;
    }

    /// <summary>First change on the row above to the right of a place that is to the other colour, and the one after it.</summary>
    private int Change(int a0, bool isBlack, out int b2)
    {
        // Changes at even indexes go to black. Places only go to the right, so the search goes on where the last one ended.
        var i = (near & 1) == (isBlack ? 1 : 0) ? near : near > 0 ? near - 1 : 1;
        while (i + 1 < reference.Length && reference[i] <= a0 && reference[i] < parameters.Columns)
        {
            i += 2;
        }

        near = i;
        b2 = i + 1 < reference.Length ? reference[i + 1] : parameters.Columns;
        return i < reference.Length ? reference[i] : parameters.Columns;
    }

    /// <summary>Takes down a change of colour; a run of no length takes back the one before.</summary>
    private void Add(int position)
    {
        if (count > 0 && current[count - 1] == position)
        {
            count--;
        }
        else if (count < current.Length)
        {
            current[count++] = position;
        }
    }

    private int ReadRun(bool isBlack)
    {
        var total = 0;
        while (true)
        {
            var (run, length) = CcittCodes.Run(isBlack, Peek(CcittCodes.LongestCode));
            if (length == 0 || bit >= (long)data.Length * 8)
            {
                return -1;
            }

            bit += length;
            total += run;
            if (run < 64)
            {
                return total;
            }
        }
    }

    private Mode ReadMode()
    {
        var bits = Peek(7);
        var (mode, length) = bits switch
        {
            >= 64 => (Mode.Vertical0, 1),
            >= 48 => (Mode.Right1, 3),
            >= 32 => (Mode.Left1, 3),
            >= 16 => (Mode.Horizontal, 3),
            >= 8 => (Mode.Pass, 4),
            6 or 7 => (Mode.Right2, 6),
            4 or 5 => (Mode.Left2, 6),
            3 => (Mode.Right3, 7),
            2 => (Mode.Left3, 7),
            _ => (Mode.None, 0),
        };
        bit += length;
        return bit > (long)data.Length * 8 ? Mode.None : mode;
    }

    private readonly int Peek(int bits)
    {
        var value = 0;
        for (var i = 0; i < bits;)
        {
            var at = bit + i;
            var index = (int)(at >> 3);
            var free = 8 - (int)(at & 7);
            var take = Math.Min(free, bits - i);
            var part = index < data.Length ? (data[index] >> (free - take)) & ((1 << take) - 1) : 0;
            value = (value << take) | part;
            i += take;
        }

        return value;
    }

    private readonly void Paint(Span<byte> row)
    {
        row.Clear();
        for (var i = 0; i < count; i += 2)
        {
            var end = i + 1 < count ? current[i + 1] : parameters.Columns;
            for (var x = current[i]; x < end;)
            {
                if (x % 8 == 0 && end - x >= 8)
                {
                    row[x / 8] = 0xFF;
                    x += 8;
                }
                else
                {
                    row[x / 8] |= (byte)(0x80 >> (x % 8));
                    x++;
                }
            }
        }

        for (var i = 0; !parameters.BlackIsOne && i < row.Length; i++)
        {
            row[i] = (byte)~row[i];
        }
    }

    /// <summary>Coding modes of two dimensions; the vertical ones have the shift as their value.</summary>
    private enum Mode
    {
        Left3 = -3,
        Left2 = -2,
        Left1 = -1,
        Vertical0 = 0,
        Right1 = 1,
        Right2 = 2,
        Right3 = 3,
        Pass,
        Horizontal,
        None,
    }
}
