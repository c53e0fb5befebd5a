using System.Buffers.Binary;

namespace WooPipeline.Formats.Legacy;

/// <summary>A record of a workbook stream with the pieces that go on in records after it (MS-XLS §2.1.4).</summary>
/// <param name="Type">Its number.</param>
/// <param name="Data">Its own bytes.</param>
/// <param name="More">The bytes of the <c>Continue</c> records after it.</param>
internal sealed record XlsRecord(int Type, ReadOnlyMemory<byte> Data, IReadOnlyList<ReadOnlyMemory<byte>> More)
{
    private const int Continue = 0x3C;

    public int Word(int at) => at + 2 <= Data.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Data.Span[at..]) : 0;

    public uint Long(int at) => at + 4 <= Data.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Data.Span[at..]) : 0;

    public double Number(int at) => at + 8 <= Data.Length ? BinaryPrimitives.ReadDoubleLittleEndian(Data.Span[at..]) : 0;

    /// <summary>The records from an offset on; ends where the stream does.</summary>
    public static IEnumerable<XlsRecord> From(ReadOnlyMemory<byte> stream, long start, ReadLimits limits)
    {
        for (var at = start; at >= 0 && at + 4 <= stream.Length;)
        {
            limits.Check();
            var type = BinaryPrimitives.ReadUInt16LittleEndian(stream.Span[(int)at..]);
            var data = Piece(stream, ref at);
            List<ReadOnlyMemory<byte>> more = [];
            while (at + 4 <= stream.Length && BinaryPrimitives.ReadUInt16LittleEndian(stream.Span[(int)at..]) == Continue)
            {
                limits.Check();
                more.Add(Piece(stream, ref at));
            }

            yield return new XlsRecord(type, data, more);
        }
    }

    private static ReadOnlyMemory<byte> Piece(ReadOnlyMemory<byte> stream, ref long at)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(stream.Span[((int)at + 2)..]);
        var start = (int)at + 4;
        at = start + length;
        return stream.Slice(start, Math.Min(length, stream.Length - start));
    }
}
