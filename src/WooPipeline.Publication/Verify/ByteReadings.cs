using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>What is done with a reading of bytes; the text is only lent.</summary>
/// <param name="suffix">What a place says of the encoding, in Dutch; empty for one byte a letter.</param>
/// <param name="start">Where in the bytes the text starts.</param>
/// <param name="text">The bytes as text.</param>
internal delegate void ByteReading(string suffix, int start, ReadOnlySpan<char> text);

/// <summary>Takes bytes for text in each encoding that a name may stand in, in one buffer that is used again.</summary>
/// <param name="pairs">Where two bytes a letter may stand.</param>
internal sealed class ByteReadings(PairRows pairs)
{
    /// <summary>Suffix of a reading as UTF-8.</summary>
    public const string Utf8 = " (UTF-8)";

    /// <summary>Suffix of a reading as UTF-16.</summary>
    public const string Utf16 = " (UTF-16)";

    /// <summary>Units around a row that may hold a name, so that a sign within it doesn't cut it off.</summary>
    private const int Reach = 64;

    private char[] buffer = new char[256];

    /// <summary>Every reading that makes sense: UTF-8 where a byte isn't ASCII, UTF-16 where one is zero.</summary>
    public void Each(ReadOnlySpan<byte> bytes, ByteReading read)
    {
        if (buffer.Length < bytes.Length)
        {
            Array.Resize(ref buffer, Math.Max(bytes.Length, buffer.Length * 2));
        }

        Encoding.Latin1.GetChars(bytes, buffer);
        read("", 0, buffer.AsSpan(0, bytes.Length));
        if (!Ascii.IsValid(bytes))
        {
            read(Utf8, 0, buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer)));
        }

        // Text of one byte a letter holds none of the bytes that begin a letter of two.
        if (!bytes.ContainsAny(pairs.Heads))
        {
            return;
        }

        for (var shift = 0; shift < 2; shift++)
        {
            Pairs(bytes, shift, bigEndian: true, read);
            Pairs(bytes, shift, bigEndian: false, read);
        }
    }

    /// <summary>The stretches that may hold a name of two bytes a letter, with what stands around them: in compressed bytes and in outlines of fonts those are few.</summary>
    private void Pairs(ReadOnlySpan<byte> bytes, int shift, bool bigEndian, ByteReading read)
    {
        var units = bytes[shift..];
        var count = units.Length / 2;
        for (var at = 0; pairs.Next(units, bigEndian, at) is { } row;)
        {
            var (from, to) = (Math.Max(at, row.Start - Reach), Math.Min(count, row.End + Reach));
            while (pairs.Next(units, bigEndian, row.End) is { } next && next.Start - Reach <= to)
            {
                row = next;
                to = Math.Min(count, next.End + Reach);
            }

            for (var i = from; i < to; i++)
            {
                var pair = units.Slice(2 * i, 2);
                buffer[i - from] = (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(pair) : BinaryPrimitives.ReadUInt16LittleEndian(pair));
            }

            read(Utf16, shift + (2 * from), buffer.AsSpan(0, to - from));
            at = row.End;
        }
    }
}
