namespace WooPipeline.Pdf.Redaction;

/// <summary>Takes comments and application data out of a JPEG file, but for what colours need (JFIF, Adobe).</summary>
internal static class JpegScrubber
{
    public static byte[] Scrub(ReadOnlyMemory<byte> data)
    {
        var source = data.Span;
        using var output = new MemoryStream(source.Length);
        if (source.Length < 4 || source[0] != 0xFF || source[1] != 0xD8)
        {
            return data.ToArray();
        }

        output.Write(source[..2]);
        var at = 2;
        while (at + 4 <= source.Length && source[at] == 0xFF)
        {
            var marker = source[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                output.Write(source.Slice(at, 2));
                return output.ToArray();
            }

            var length = ((source[at + 2] << 8) | source[at + 3]) + 2;
            var end = Math.Min(at + length, source.Length);
            if (marker == 0xDA)
            {
                end = EndOfScan(source, end);
            }

            if (IsNeeded(marker, source[at..end]))
            {
                output.Write(source[at..end]);
            }

            at = end;
        }

        // What stands after the last marker is no part of the image.
        output.Write([0xFF, 0xD9]);
        return output.ToArray();
    }

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 => segment.Length <= 18,
        0xEE => segment.Length <= 16,
        >= 0xE1 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    private static int EndOfScan(ReadOnlySpan<byte> source, int at)
    {
        while (at + 1 < source.Length)
        {
            var next = source[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return source.Length;
            }

            at += next;
            if (at + 1 < source.Length && source[at + 1] is not 0 and not (>= 0xD0 and <= 0xD7) and not 0xFF)
            {
                return at;
            }

            at++;
        }

        return source.Length;
    }
}
