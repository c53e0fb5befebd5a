using System.Globalization;
using System.IO.Compression;

namespace WooPipeline.Pdf.Verify;

/// <summary>A stretch of bytes to search.</summary>
/// <param name="Place">Where it is from.</param>
/// <param name="Data">The bytes.</param>
/// <param name="IsPacked">True where they are compressed or pixels, so that short words stand in them by chance.</param>
internal sealed record ByteBlock(string Place, ReadOnlyMemory<byte> Data, bool IsPacked);

/// <summary>Cuts a file into what lies outside streams and each stream, as it stands and inflated, reachable or not.</summary>
internal static class ByteBlocks
{
    private const int MaxInflated = 256 * 1024 * 1024;

    public static List<ByteBlock> Of(ReadOnlyMemory<byte> file)
    {
        var blocks = new List<ByteBlock>();
        var span = file.Span;
        var outside = 0;
        for (var at = 0; at < span.Length;)
        {
            var next = span[at..].IndexOf("stream"u8);
            if (next < 0)
            {
                break;
            }

            var start = at + next + 6;
            at = start;
            if (start >= 9 && span[(start - 9)..(start - 6)].SequenceEqual("end"u8))
            {
                continue;
            }

            start += start < span.Length && span[start] == '\r' ? 1 : 0;
            start += start < span.Length && span[start] == '\n' ? 1 : 0;
            var length = span[start..].IndexOf("endstream"u8);
            var end = length < 0 ? span.Length : start + length;
            blocks.Add(new ByteBlock(Name("bytes", outside), file[outside..start], IsPacked: false));
            AddStream(blocks, file[start..end], start);
            outside = end;
            at = end;
        }

        blocks.Add(new ByteBlock(Name("bytes", outside), file[outside..], IsPacked: false));
        return blocks;
    }

    private static void AddStream(List<ByteBlock> blocks, ReadOnlyMemory<byte> data, int start)
    {
        var inflated = Inflate(data);
        var isText = inflated is null && IsText(data.Span);
        blocks.Add(new ByteBlock(Name("packed stream", start), data, IsPacked: !isText));
        if (inflated is not null)
        {
            blocks.Add(new ByteBlock(Name("stream", start), inflated, IsPacked: !IsText(inflated)));
        }
    }

    private static byte[]? Inflate(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < 3 || (span[0] & 15) != 8 || ((span[0] << 8) | span[1]) % 31 != 0)
        {
            return null;
        }

        using var output = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (var count = zlib.Read(buffer); count > 0 && output.Length < MaxInflated; count = zlib.Read(buffer))
            {
                output.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            // What came out before the fault is searched all the same.
            return output.ToArray();
        }

        return output.ToArray();
    }

    /// <summary>True where most of the first bytes are printable.</summary>
    private static bool IsText(ReadOnlySpan<byte> data)
    {
        var head = data[..Math.Min(4096, data.Length)];
        var printable = 0;
        foreach (var b in head)
        {
            printable += b is >= 32 and < 127 or 9 or 10 or 13 ? 1 : 0;
        }

        return printable >= 0.8 * head.Length;
    }

    private static string Name(string kind, int at) => string.Create(CultureInfo.InvariantCulture, $"{kind} at {at}");
}
