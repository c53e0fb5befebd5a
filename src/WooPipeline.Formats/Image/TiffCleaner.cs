using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>
/// Blanks what a TIFF tells beside its pixels (TIFF 6.0 §8): texts of known and unknown tags, Exif, GPS and XMP, and every byte that no
/// kept tag points at. Offsets stay, so the pixels need not be moved.
/// </summary>
internal static class TiffCleaner
{
    private const int MaxDirectories = 1000;

    /// <summary>Tags that decoding needs.</summary>
    private static readonly HashSet<ushort> Kept =
    [
        254, 255, 256, 257, 258, 259, 262, 263, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 290, 291, 292, 293, 296, 297, 317, 318, 319, 320,
        321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532,
    ];

    /// <summary>The cleaned bytes; null where the file is damaged.</summary>
    public static byte[]? Clean(byte[] bytes)
    {
        var little = bytes[0] == 0x49;
        var output = new byte[bytes.Length];
        Copy(bytes, output, 0, 8);
        var directory = Number(bytes, 4, 4, little);
        for (var i = 0; directory != 0; i++)
        {
            if (i == MaxDirectories || directory is null || CopyDirectory(bytes, output, (int)directory, little) is not { } next)
            {
                return null;
            }

            directory = next;
        }

        return output;
    }

    private static long? CopyDirectory(byte[] bytes, byte[] output, int at, bool little)
    {
        if (at < 8 || Number(bytes, at, 2, little) is not { } count || at + 6L + (count * 12) > bytes.Length)
        {
            return null;
        }

        var entries = new List<(ushort Tag, long[] Values)>();
        var kept = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * 12);
            var tag = (ushort)Number(bytes, entry, 2, little)!.Value;
            if (Kept.Contains(tag))
            {
                kept.Add(entry);
                entries.Add((tag, CopyValues(bytes, output, entry, little)));
            }
        }

        WriteDirectory(bytes, output, at, kept, little, (int)count);
        CopyPixels(bytes, output, entries, 273, 279);
        CopyPixels(bytes, output, entries, 324, 325);
        CopyPixels(bytes, output, entries, 513, 514);
        return Number(bytes, at + 2 + ((int)count * 12), 4, little);
    }

    /// <summary>Kept entries move up; the next directory's offset moves with them.</summary>
    private static void WriteDirectory(byte[] bytes, byte[] output, int at, List<int> kept, bool little, int count)
    {
        if (little)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(output.AsSpan(at), (ushort)kept.Count);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(output.AsSpan(at), (ushort)kept.Count);
        }

        for (var i = 0; i < kept.Count; i++)
        {
            bytes.AsSpan(kept[i], 12).CopyTo(output.AsSpan(at + 2 + (i * 12)));
        }

        bytes.AsSpan(at + 2 + (count * 12), 4).CopyTo(output.AsSpan(at + 2 + (kept.Count * 12)));
    }

    private static long[] CopyValues(byte[] bytes, byte[] output, int entry, bool little)
    {
        var type = Number(bytes, entry + 2, 2, little) ?? 0;
        var count = Number(bytes, entry + 4, 4, little) ?? 0;
        var size = type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 => 4, 5 or 10 or 12 => 8, _ => 0 };
        var length = size * count;
        var place = length <= 4 ? entry + 8 : Number(bytes, entry + 8, 4, little) ?? 0;
        if (length > 4)
        {
            Copy(bytes, output, place, length);
        }

        if (size is not (2 or 4) || place + length > bytes.Length)
        {
            return [];
        }

        var values = new long[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Number(bytes, (int)place + (i * size), size, little) ?? 0;
        }

        return values;
    }

    private static void CopyPixels(byte[] bytes, byte[] output, List<(ushort Tag, long[] Values)> entries, ushort offsets, ushort lengths)
    {
        var places = entries.FirstOrDefault(e => e.Tag == offsets).Values ?? [];
        var sizes = entries.FirstOrDefault(e => e.Tag == lengths).Values ?? [];
        for (var i = 0; i < Math.Min(places.Length, sizes.Length); i++)
        {
            Copy(bytes, output, places[i], sizes[i]);
        }
    }

    private static void Copy(byte[] bytes, byte[] output, long at, long length)
    {
        if (at >= 0 && at < bytes.Length)
        {
            bytes.AsSpan((int)at, (int)Math.Min(length, bytes.Length - at)).CopyTo(output.AsSpan((int)at));
        }
    }

    private static long? Number(byte[] bytes, long at, int size, bool little)
    {
        if (at < 0 || at + size > bytes.Length)
        {
            return null;
        }

        var part = bytes.AsSpan((int)at, size);
        return size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part)
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part);
    }
}
