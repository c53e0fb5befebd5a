using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>Width and height of an image in pixels, from its header.</summary>
internal static class ImageSize
{
    /// <summary>The size; null where the header doesn't tell.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) => ImageFile.MediaType(bytes) switch
    {
        "image/png" when bytes.Length >= 24 => (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        "image/jpeg" => Jpeg(bytes),
        _ => null,
    };

    /// <summary>The first frame header (SOF0 to SOF15 but for DHT, JPG, DAC; ITU-T T.81 table B.1).</summary>
    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var position = 2;
        while (position + 9 < bytes.Length && bytes[position] == 0xFF)
        {
            var marker = bytes[position + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 5)..]));
            }

            position += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 2)..]);
        }

        return null;
    }
}
