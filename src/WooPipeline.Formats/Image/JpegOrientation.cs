using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>How an image must be turned (Exif 2.32 §4.6.4, tag 0x0112): the one thing of Exif that the picture needs.</summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>1 to 8 from an Exif segment's data; 1 where it says nothing.</summary>
    public static int Of(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return 1;
        }

        var tiff = segment[6..];
        var little = tiff[0] == 0x49;
        var directory = Number(tiff, 4, 4, little);
        if (directory + 2 > tiff.Length)
        {
            return 1;
        }

        var count = Number(tiff, (int)directory, 2, little);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)directory + 2 + (i * 12);
            if (entry + 12 > tiff.Length)
            {
                break;
            }

            if (Number(tiff, entry, 2, little) == Tag)
            {
                return Number(tiff, entry + 8, 2, little) is >= 1 and <= 8 and var turned ? (int)turned : 1;
            }
        }

        return 1;
    }

    /// <summary>A segment that says nothing but the orientation.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static uint Number(ReadOnlySpan<byte> bytes, int position, int size, bool little)
    {
        var part = bytes.Slice(position, size);
        return size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part)
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part);
    }
}
