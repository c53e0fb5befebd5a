using System.IO.Compression;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>Flate (§7.4.4): zlib data, read as far as it goes.</summary>
internal static class FlateFilter
{
    public static byte[] Decode(ReadOnlyMemory<byte> data, PdfBudget budget, out bool damaged)
    {
        // The checksum is not asked for: readers take what inflates, and a wrong checksum is common in damaged files.
        var body = HasHeader(data.Span) ? data[2..] : data;
        var output = Inflate(body, budget, 64 * 1024, out damaged);
        return damaged ? Inflate(body, budget, 1, out _) : output;
    }

    public static byte[] Encode(ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream(data.Length / 2 + 64);
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return output.ToArray();
    }

    private static bool HasHeader(ReadOnlySpan<byte> data) =>
        data.Length >= 2 && (data[0] & 15) == 8 && ((data[0] << 8) | data[1]) % 31 == 0;

    private static byte[] Inflate(ReadOnlyMemory<byte> data, PdfBudget budget, int step, out bool damaged)
    {
        using var input = new ReadOnlyMemoryStream(data);
        using var inflate = new DeflateStream(input, CompressionMode.Decompress);
        var output = new byte[Math.Clamp(data.Length * 4L, 256, 1 << 24)];
        var length = 0;
        damaged = false;
        try
        {
            while (true)
            {
                if (length == output.Length)
                {
                    Grow(ref output, budget);
                }

                // One byte at a time (in the second try) gives all that stands before the fault.
                var count = inflate.Read(output, length, step == 1 ? 1 : Math.Min(step, output.Length - length));
                if (count == 0)
                {
                    break;
                }

                length += count;
            }
        }
        catch (InvalidDataException)
        {
            damaged = true;
        }

        budget.Spend(length);
        Array.Resize(ref output, length);
        return output;
    }

    private static void Grow(ref byte[] output, PdfBudget budget)
    {
        if (output.Length >= budget.MaxStreamBytes)
        {
            throw new PdfException("te-groot", "A stream unpacks to more than the limit.");
        }

        budget.Spend(0);
        Array.Resize(ref output, (int)Math.Min((long)output.Length * 2, budget.MaxStreamBytes));
    }
}
