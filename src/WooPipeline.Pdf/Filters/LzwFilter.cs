using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>LZW (§7.4.4) with codes of 9 to 12 bits.</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int End = 257;

    /// <param name="data">Packed bytes.</param>
    /// <param name="earlyChange">1 where code length grows one code early (the default), else 0.</param>
    /// <param name="budget">Bounds.</param>
    public static byte[] Decode(ReadOnlySpan<byte> data, int earlyChange, PdfBudget budget)
    {
        var output = new GrowingBytes(data.Length * 3, budget);
        var prefix = new short[4096];
        var suffix = new byte[4096];
        var length = new int[4096];
        var next = 258;
        var bits = 9;
        var previous = -1;
        long window = 0;
        var held = 0;
        foreach (var b in data)
        {
            window = (window << 8) | b;
            held += 8;
            if (held < bits)
            {
                continue;
            }

            held -= bits;
            var code = (int)(window >> held) & ((1 << bits) - 1);
            window &= (1L << held) - 1;
            if (code == End)
            {
                break;
            }

            if (code == Clear)
            {
                next = 258;
                bits = 9;
                previous = -1;
                continue;
            }

            if (code > next || (code == next && previous < 0))
            {
                break; // damaged: no such code yet
            }

            Emit(output, prefix, suffix, length, code == next ? previous : code, code == next);
            if (previous >= 0 && next < 4096)
            {
                prefix[next] = (short)previous;
                suffix[next] = output.FirstOfLast;
                length[next] = (previous < 256 ? 1 : length[previous]) + 1;
                next++;
            }

            previous = code;
            bits = next + earlyChange >= 2048 ? 12 : next + earlyChange >= 1024 ? 11 : next + earlyChange >= 512 ? 10 : 9;
        }

        return output.ToArray();
    }

    private static void Emit(GrowingBytes output, short[] prefix, byte[] suffix, int[] length, int code, bool repeatFirst)
    {
        var count = code < 256 ? 1 : length[code];
        var target = output.Take(count + (repeatFirst ? 1 : 0));
        for (var i = count - 1; i >= 0; i--)
        {
            target[i] = code < 256 ? (byte)code : suffix[code];
            code = code < 256 ? code : prefix[code];
        }

        if (repeatFirst)
        {
            target[count] = target[0];
        }
    }
}
