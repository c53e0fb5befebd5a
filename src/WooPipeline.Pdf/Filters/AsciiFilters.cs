using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>ASCIIHex (§7.4.2) and ASCII85 (§7.4.3).</summary>
internal static class AsciiFilters
{
    public static byte[] DecodeHex(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)'>');
        byte[] token = [(byte)'<', .. end < 0 ? data : data[..end]];
        return PdfStringDecoder.Decode(token);
    }

    public static byte[] Decode85(ReadOnlySpan<byte> data, PdfBudget budget)
    {
        var output = new GrowingBytes(data.Length, budget);
        Span<byte> group = stackalloc byte[5];
        var count = 0;
        if (data.StartsWith("<~"u8))
        {
            data = data[2..];
        }

        foreach (var b in data)
        {
            if (b == '~')
            {
                break;
            }

            if (b == 'z' && count == 0)
            {
                output.Take(4).Clear();
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                group[count++] = (byte)(b - '!');
                if (count == 5)
                {
                    Flush(output, group, 4);
                    count = 0;
                }
            }
        }

        if (count > 1)
        {
            group[count..].Fill(84);
            Flush(output, group, count - 1);
        }

        return output.ToArray();
    }

    private static void Flush(GrowingBytes output, ReadOnlySpan<byte> group, int count)
    {
        uint value = 0;
        foreach (var digit in group)
        {
            value = unchecked((value * 85) + digit);
        }

        for (var i = 0; i < count; i++)
        {
            output.Add((byte)(value >> (24 - (8 * i))));
        }
    }
}
