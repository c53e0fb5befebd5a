using System.Buffers;

namespace WooPipeline.Publication.Verification;

/// <summary>Reads a stream that may unpack to anything.</summary>
internal static class Limited
{
    /// <summary>Bytes that one stream may unpack to.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    /// <summary>All bytes; what came before a fault in the data where there is one.</summary>
    /// <exception cref="InvalidDataException">Nothing could be unpacked, or it is too much.</exception>
    public static byte[] ReadAll(Stream stream) => ReadAll(stream, out _);

    /// <summary>As <see cref="ReadAll(Stream)"/>; whole where no fault stopped it.</summary>
    public static byte[] ReadAll(Stream stream, out bool whole)
    {
        whole = false;
        var (buffer, length) = (ArrayPool<byte>.Shared.Rent(FirstBuffer), 0);
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                int read;
                try
                {
                    read = stream.Read(buffer.AsSpan(length));
                }
                catch (InvalidDataException) when (length > 0)
                {
                    return buffer.AsSpan(0, length).ToArray();
                }

                if (read == 0)
                {
                    whole = true;
                    return buffer.AsSpan(0, length).ToArray();
                }

                length += read;
                if (length > MaxBytes)
                {
                    throw new InvalidDataException("The stream unpacks to more than is checked.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
