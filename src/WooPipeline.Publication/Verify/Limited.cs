namespace WooPipeline.Publication.Verification;

/// <summary>Reads a stream that may unpack to anything.</summary>
internal static class Limited
{
    /// <summary>Bytes that one stream may unpack to.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    /// <summary>All bytes; what came before a fault in the data where there is one.</summary>
    /// <exception cref="InvalidDataException">Nothing could be unpacked, or it is too much.</exception>
    public static byte[] ReadAll(Stream stream) => ReadAll(stream, out _);

    /// <summary>As <see cref="ReadAll(Stream)"/>; whole where no fault stopped it.</summary>
    public static byte[] ReadAll(Stream stream, out bool whole)
    {
        whole = false;
        using var result = new MemoryStream();
        var buffer = new byte[81920];
        while (true)
        {
            int read;
            try
            {
                read = stream.Read(buffer);
            }
            catch (InvalidDataException) when (result.Length > 0)
            {
                return result.ToArray();
            }

            if (read == 0)
            {
                whole = true;
                return result.ToArray();
            }

            result.Write(buffer, 0, read);
            if (result.Length > MaxBytes)
            {
                throw new InvalidDataException("The stream unpacks to more than is checked.");
            }
        }
    }
}
