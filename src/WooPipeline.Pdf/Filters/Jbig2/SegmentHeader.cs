namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>A segment's header (T.88 §7.2).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Referred">Segments it builds on.</param>
/// <param name="Length">Bytes that follow; all that are left where it doesn't say.</param>
internal sealed record SegmentHeader(uint Number, int Type, uint[] Referred, int Length)
{
    public static SegmentHeader Read(SegmentReader reader)
    {
        var number = reader.Long();
        var flags = reader.Byte();
        var referred = ReadReferred(reader, number);
        reader.Take((flags & 0x40) != 0 ? 4 : 1);
        var length = reader.Long();
        return new SegmentHeader(number, flags & 0x3F, referred, length == uint.MaxValue || length > reader.Rest.Length ? reader.Rest.Length : (int)length);
    }

    private static uint[] ReadReferred(SegmentReader reader, uint number)
    {
        var first = reader.Byte();
        var count = first >> 5;
        if (count == 7)
        {
            var rest = reader.Take(3);
            count = ((first & 0x1F) << 24) | (rest[0] << 16) | (rest[1] << 8) | rest[2];
            reader.Take((count + 8) / 8);
        }

        if (count > reader.Rest.Length)
        {
            throw new InvalidDataException("More references than bytes.");
        }

        var referred = new uint[count];
        for (var i = 0; i < count; i++)
        {
            referred[i] = number <= 256 ? (uint)reader.Byte() : number <= 65_536 ? (uint)reader.Short() : reader.Long();
        }

        return referred;
    }
}
