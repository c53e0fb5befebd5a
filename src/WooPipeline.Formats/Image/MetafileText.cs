using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>Tells whether an enhanced metafile holds text or foreign data (MS-EMF §2.3).</summary>
internal static class MetafileText
{
    private const int HeaderEnd = 108;

    /// <summary>True where no record draws text or carries data of a program.</summary>
    public static bool IsFree(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position + 8 <= bytes.Length)
        {
            var type = BinaryPrimitives.ReadUInt32LittleEndian(bytes[position..]);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(position + 4)..]);
            if (size < 8 || size > bytes.Length - position
                || type is 70 or 82 or 83 or 84 or 96 or 97 or 108 or (>= 105 and <= 107) or 110) // comments, fonts, text, driver escapes
            {
                return false;
            }

            position += (int)size;
            if (type == 14)
            {
                return position == bytes.Length;
            }
        }

        return false;
    }

    /// <summary>The file with the header's description (program and picture name) blanked.</summary>
    public static byte[] WithoutDescription(byte[] bytes)
    {
        var result = (byte[])bytes.Clone();
        var header = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(60));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(64));
        if (length > 0 && offset >= HeaderEnd - 20 && offset + (length * 2L) <= header)
        {
            result.AsSpan((int)offset, (int)length * 2).Clear();
        }

        return result;
    }
}
