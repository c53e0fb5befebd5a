using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>Takes everything but the picture out of an image: Exif, XMP, comments, thumbnails, what follows its end.</summary>
internal static class ImageCleaner
{
    /// <summary>The cleaned bytes; null where the image is damaged or of a kind that can't be cleaned here.</summary>
    public static byte[]? Clean(byte[] bytes) => ImageFile.MediaType(bytes) switch
    {
        "image/png" => Png(bytes),
        "image/jpeg" => Jpeg(bytes),
        "image/gif" => Gif(bytes),
        "image/bmp" => bytes,
        "image/tiff" => TiffCleaner.Clean(bytes),
        _ => null,
    };

    /// <summary>Critical chunks and those that say how colours and transparency show (PNG, third edition, §11).</summary>
    private static byte[]? Png(byte[] bytes)
    {
        using var output = new MemoryStream();
        output.Write(bytes, 0, 8);
        var position = 8;
        while (position + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(position));
            if (length > int.MaxValue || position + 12L + length > bytes.Length)
            {
                return null;
            }

            var name = System.Text.Encoding.Latin1.GetString(bytes, position + 4, 4);
            if (name is "IHDR" or "PLTE" or "IDAT" or "IEND" or "tRNS" or "gAMA" or "cHRM" or "sRGB" or "bKGD" or "pHYs" or "sBIT")
            {
                output.Write(bytes, position, (int)length + 12);
            }

            if (name == "IEND")
            {
                return output.ToArray();
            }

            position += (int)length + 12;
        }

        return null;
    }

    /// <summary>Segments that decoding needs (ITU-T T.81 annex B); the orientation of Exif is kept, in a segment of our own.</summary>
    private static byte[]? Jpeg(byte[] bytes)
    {
        using var output = new MemoryStream();
        output.Write([0xFF, 0xD8]);
        var position = 2;
        while (position + 4 <= bytes.Length)
        {
            if (bytes[position] != 0xFF)
            {
                return null;
            }

            var marker = bytes[position + 1];
            if (marker == 0xFF)
            {
                position++;
                continue;
            }

            if (marker == 0xD9)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(position + 2));
            if (length < 2 || position + 2 + length > bytes.Length)
            {
                return null;
            }

            WriteSegment(bytes, position, marker, length, output);
            position += 2 + length;
            if (marker == 0xDA)
            {
                position = Scan(bytes, position, output);
            }
        }

        output.Write([0xFF, 0xD9]);
        return output.ToArray();
    }

    private static void WriteSegment(byte[] bytes, int position, byte marker, int length, MemoryStream output)
    {
        var isApplication = marker is >= 0xE0 and <= 0xEF;
        if (marker == 0xE1 && JpegOrientation.Of(bytes.AsSpan(position + 4, length - 2)) is > 1 and var turned)
        {
            output.Write(JpegOrientation.Segment(turned));
        }
        else if (marker is 0xE0 or 0xEE || (!isApplication && marker != 0xFE))
        {
            // JFIF may carry a thumbnail after its fixed fields; those 16 bytes are enough.
            var isJfif = marker == 0xE0;
            if (isJfif && length >= 16 && bytes.AsSpan(position + 4, 5).SequenceEqual("JFIF\0"u8))
            {
                output.Write([0xFF, 0xE0, 0, 16]);
                output.Write(bytes, position + 4, 12);
                output.Write([0, 0]);
            }
            else if (!isJfif)
            {
                output.Write(bytes, position, length + 2);
            }
        }
    }

    /// <summary>Copies coded data up to the next marker that isn't a stuffed byte or restart.</summary>
    private static int Scan(byte[] bytes, int position, MemoryStream output)
    {
        var start = position;
        while (position + 1 < bytes.Length && !(bytes[position] == 0xFF && bytes[position + 1] is not (0 or (>= 0xD0 and <= 0xD7) or 0xFF)))
        {
            position++;
        }

        var end = position + 1 < bytes.Length ? position : bytes.Length;
        output.Write(bytes, start, end - start);
        return end;
    }

    /// <summary>Frames and their controls; comments and application data go, but for the loop count (GIF89a §24, §26).</summary>
    private static byte[]? Gif(byte[] bytes)
    {
        if (bytes.Length < 13)
        {
            return null;
        }

        using var output = new MemoryStream();
        var position = 13 + ((bytes[10] & 0x80) != 0 ? 3 << ((bytes[10] & 7) + 1) : 0);
        if (position > bytes.Length)
        {
            return null;
        }

        output.Write(bytes, 0, position);
        while (position < bytes.Length)
        {
            var start = position;
            if (bytes[position] == 0x3B)
            {
                output.WriteByte(0x3B);
                return output.ToArray();
            }

            var isExtension = bytes[position] == 0x21;
            var label = position + 1 < bytes.Length ? bytes[position + 1] : 0;
            position += isExtension ? 2 : FrameHeader(bytes, position);
            position = SubBlocks(bytes, position);
            if (position < 0)
            {
                return null;
            }

            if (!isExtension || label == 0xF9 || (label == 0xFF && bytes.AsSpan(start + 3).StartsWith("NETSCAPE2.0"u8)))
            {
                output.Write(bytes, start, position - start);
            }
        }

        return null;
    }

    private static int FrameHeader(byte[] bytes, int position) =>
        position + 9 < bytes.Length && bytes[position] == 0x2C
            ? 11 + ((bytes[position + 9] & 0x80) != 0 ? 3 << ((bytes[position + 9] & 7) + 1) : 0)
            : bytes.Length;

    private static int SubBlocks(byte[] bytes, int position)
    {
        while (position < bytes.Length)
        {
            var length = bytes[position];
            position += length + 1;
            if (length == 0)
            {
                return position;
            }
        }

        return -1;
    }
}
