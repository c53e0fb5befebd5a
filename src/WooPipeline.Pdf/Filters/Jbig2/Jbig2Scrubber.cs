namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Copies the segments that draw: comments (T.88 §7.4.15), profiles and what follows the page's end can hold anything.</summary>
internal static class Jbig2Scrubber
{
    private const int MaxSegments = 100_000;

    /// <summary>The segments that stay; empty where they can't be told apart, as nothing is better than what nobody can read.</summary>
    public static byte[] Scrub(ReadOnlyMemory<byte> data)
    {
        using var kept = new MemoryStream();
        var reader = new SegmentReader(data);
        try
        {
            for (var i = 0; i < MaxSegments && reader.Rest.Length >= 11; i++)
            {
                var start = reader.Position;
                var segment = SegmentHeader.Read(reader);
                reader.Take(segment.Length);
                if (segment.Type is not (52 or 62))
                {
                    kept.Write(data.Span[start..reader.Position]);
                }

                if (segment.Type is 49 or 51)
                {
                    break;
                }
            }
        }
        catch (InvalidDataException)
        {
            return [];
        }

        return kept.ToArray();
    }
}
