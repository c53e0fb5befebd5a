using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>What is done with a reading of bytes; the text is only lent.</summary>
/// <param name="suffix">What a place says of the encoding, in Dutch; empty for one byte a letter.</param>
/// <param name="text">The bytes as text.</param>
internal delegate void ByteReading(string suffix, ReadOnlySpan<char> text);

/// <summary>Takes bytes for text in each encoding that a name may stand in, in one buffer that is used again.</summary>
internal sealed class ByteReadings
{
    /// <summary>Suffix of a reading as UTF-8.</summary>
    public const string Utf8 = " (UTF-8)";

    /// <summary>Suffix of a reading as UTF-16.</summary>
    public const string Utf16 = " (UTF-16)";

    private char[] buffer = new char[256];

    /// <summary>Every reading that makes sense: UTF-8 where a byte isn't ASCII, UTF-16 where one is zero.</summary>
    public void Each(ReadOnlySpan<byte> bytes, ByteReading read)
    {
        if (buffer.Length < bytes.Length)
        {
            Array.Resize(ref buffer, Math.Max(bytes.Length, buffer.Length * 2));
        }

        Encoding.Latin1.GetChars(bytes, buffer);
        read("", buffer.AsSpan(0, bytes.Length));
        if (!Ascii.IsValid(bytes))
        {
            read(Utf8, buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer)));
        }

        if (MayBePairs(bytes) && NameBytes.AreInPairs(bytes))
        {
            Pairs(bytes, read);
            Pairs(bytes[1..], read);
        }
    }

    /// <summary>
    /// False where no text of two bytes a letter can stand. Signs and most letters of a name have the same first byte as their
    /// neighbours: zero in Latin, another in other scripts. In compressed bytes three of a kind, one place apart, are rare.
    /// </summary>
    private static bool MayBePairs(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 4 < bytes.Length; i++)
        {
            // A row of zeros is padding, not text; three in a row of any other kind would have a letter between.
            if (bytes[i] == bytes[i + 2] && bytes[i] == bytes[i + 4] && (bytes[i] | bytes[i + 1] | bytes[i + 3]) != 0 && (bytes[i] < 0x20 || bytes[i] is >= 0x4E and <= 0x9F))
            {
                return true;
            }

            // Turkish and Polish mix Latin with its extensions.
            if (i + 6 < bytes.Length && bytes[i] <= 2 && bytes[i + 2] <= 2 && bytes[i + 4] <= 2 && bytes[i + 6] <= 2 && bytes[i + 1] != 0 && bytes[i + 3] != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Pairs(ReadOnlySpan<byte> bytes, ByteReading read)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(bytes);
        var target = MemoryMarshal.Cast<char, ushort>(buffer.AsSpan(0, units.Length));
        for (var swap = 0; swap < 2; swap++)
        {
            if ((swap == 1) == BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.ReverseEndianness(units, target);
            }
            else
            {
                units.CopyTo(target);
            }

            read(Utf16, buffer.AsSpan(0, units.Length));
        }
    }
}
