namespace WooPipeline.Formats.Archive;

/// <summary>Reads streams whose length can't be trusted.</summary>
internal static class BoundedStream
{
    private const int Chunk = 64 * 1024;

    /// <summary>All bytes; null where there are more than the limit.</summary>
    /// <exception cref="ReadTimeException">The time is up.</exception>
    public static byte[]? ReadAll(Stream stream, long limit, ReadLimits limits)
    {
        using var all = new MemoryStream();
        var chunk = new byte[Chunk];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (all.Length + read > limit)
            {
                return null;
            }

            limits.CheckNow();
            all.Write(chunk, 0, read);
        }

        return all.ToArray();
    }
}
