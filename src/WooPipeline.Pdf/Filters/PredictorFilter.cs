namespace WooPipeline.Pdf.Filters;

/// <summary>Predictors of Flate and LZW (§7.4.4.4): TIFF 2 and those of PNG.</summary>
internal static class PredictorFilter
{
    public static byte[] Decode(byte[] data, int predictor, int colors, int bits, int columns)
    {
        colors = Math.Clamp(colors, 1, 64);
        bits = bits is 1 or 2 or 4 or 8 or 16 ? bits : 8;
        columns = Math.Clamp(columns, 1, 1 << 24);
        var pixel = Math.Max(1, colors * bits / 8);
        var row = (int)Math.Min(((long)columns * colors * bits + 7) / 8, int.MaxValue / 4);
        return predictor == 2 ? Tiff(data, row, colors, bits, columns) : predictor >= 10 ? Png(data, row, pixel) : data;
    }

    private static byte[] Png(byte[] data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var output = new byte[(long)rows * row > int.MaxValue ? 0 : rows * row];
        var written = 0;
        Span<byte> none = new byte[row];
        for (var r = 0; r < rows && output.Length > 0; r++)
        {
            var start = r * (row + 1);
            var source = data.AsSpan(start + 1, Math.Min(row, Math.Max(0, data.Length - start - 1)));
            var target = output.AsSpan(r * row, row);
            source.CopyTo(target);
            Undo(data[start], target[..source.Length], r == 0 ? none : output.AsSpan((r - 1) * row, row), pixel);
            written += source.Length;
        }

        return written == output.Length ? output : output[..written];
    }

    private static void Undo(byte kind, Span<byte> line, ReadOnlySpan<byte> above, int pixel)
    {
        switch (kind)
        {
            case 1:
                for (var i = pixel; i < line.Length; i++)
                {
                    line[i] += line[i - pixel];
                }

                break;
            case 2:
                for (var i = 0; i < line.Length; i++)
                {
                    line[i] += above[i];
                }

                break;
            case 3:
                for (var i = 0; i < line.Length; i++)
                {
                    line[i] += (byte)(((i >= pixel ? line[i - pixel] : 0) + above[i]) / 2);
                }

                break;
            case 4:
                for (var i = 0; i < line.Length; i++)
                {
                    line[i] += Paeth(i >= pixel ? line[i - pixel] : 0, above[i], i >= pixel ? above[i - pixel] : 0);
                }

                break;
            default:
                break;
        }
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return (byte)(a <= b && a <= c ? left : b <= c ? above : corner);
    }

    private static byte[] Tiff(byte[] data, int row, int colors, int bits, int columns)
    {
        for (var start = 0; start < data.Length; start += row)
        {
            var line = data.AsSpan(start, Math.Min(row, data.Length - start));
            if (bits == 8)
            {
                for (var i = colors; i < line.Length; i++)
                {
                    line[i] += line[i - colors];
                }
            }
            else if (bits == 16)
            {
                for (var i = 2 * colors; i + 1 < line.Length; i += 2)
                {
                    var sum = (line[i] << 8) + line[i + 1] + (line[i - (2 * colors)] << 8) + line[i + 1 - (2 * colors)];
                    line[i] = (byte)(sum >> 8);
                    line[i + 1] = (byte)sum;
                }
            }
            else
            {
                TiffBits(line, colors, bits, columns);
            }
        }

        return data;
    }

    private static void TiffBits(Span<byte> line, int colors, int bits, int columns)
    {
        var mask = (1 << bits) - 1;
        var last = new int[colors];
        for (var i = 0; i < (long)columns * colors; i++)
        {
            var bit = i * bits;
            if (bit / 8 >= line.Length)
            {
                return;
            }

            var shift = 8 - bits - (bit % 8);
            ref var cell = ref line[bit / 8];
            var value = (((cell >> shift) & mask) + last[i % colors]) & mask;
            last[i % colors] = value;
            cell = (byte)((cell & ~(mask << shift)) | (value << shift));
        }
    }
}
