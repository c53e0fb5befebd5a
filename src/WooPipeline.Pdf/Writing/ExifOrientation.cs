using System.Buffers.Binary;

namespace WooPipeline.Pdf.Writing;

/// <summary>How a camera held a picture (EXIF 2.3, tag 0x0112 of the first directory).</summary>
internal static class ExifOrientation
{
    /// <summary>1 to 8; 0 where the segment doesn't say.</summary>
    public static int Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
        {
            return 0;
        }

        var tiff = segment[6..];
        var little = tiff[0] == 'I';
        var start = U32(tiff[4..], little);
        if (start > tiff.Length - 2)
        {
            return 0;
        }

        var entries = tiff[(int)start..];
        var count = U16(entries, little);
        for (var e = 0; e < count && 2 + (12 * e) + 12 <= entries.Length; e++)
        {
            var entry = entries.Slice(2 + (12 * e), 12);
            if (U16(entry, little) == 0x0112)
            {
                var value = U16(entry[8..], little);
                return value is >= 1 and <= 8 ? value : 0;
            }
        }

        return 0;
    }

    private static int U16(ReadOnlySpan<byte> data, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);

    private static uint U32(ReadOnlySpan<byte> data, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(data) : BinaryPrimitives.ReadUInt32BigEndian(data);
}
