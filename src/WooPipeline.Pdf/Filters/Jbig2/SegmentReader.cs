using System.Buffers.Binary;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Reads the fields of a segment in turn.</summary>
internal sealed class SegmentReader(ReadOnlyMemory<byte> data)
{
    public int Position { get; private set; }

    /// <summary>What is left.</summary>
    public ReadOnlyMemory<byte> Rest => data[Position..];

    public int Byte() => Take(1)[0];

    public int SignedByte() => (sbyte)Take(1)[0];

    public int Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Long() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public int SignedLong() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    /// <summary>A number that must be fit for a count or measure.</summary>
    public int Measure() => Long() is var value && value <= 1 << 24 ? (int)value : throw new InvalidDataException("A measure is too large.");

    public (int X, int Y)[] Places(int count)
    {
        var places = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            places[i] = (SignedByte(), SignedByte());
        }

        return places;
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > data.Length - Position)
        {
            throw new InvalidDataException("A segment ends early.");
        }

        Position += count;
        return data.Span.Slice(Position - count, count);
    }
}
