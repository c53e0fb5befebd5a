using System.Buffers.Binary;

namespace WooPipeline.Pdf.TrueType;

/// <summary>Big-endian numbers of a font's table; reading past its end gives 0, so that a cut table can't throw.</summary>
internal readonly struct FontTable(ReadOnlyMemory<byte> data)
{
    public int Length => data.Length;

    public ReadOnlyMemory<byte> Data => data;

    public int U8(int offset) => Has(offset, 1) ? data.Span[offset] : 0;

    public int U16(int offset) => Has(offset, 2) ? BinaryPrimitives.ReadUInt16BigEndian(data.Span[offset..]) : 0;

    public int I16(int offset) => Has(offset, 2) ? BinaryPrimitives.ReadInt16BigEndian(data.Span[offset..]) : 0;

    public uint U32(int offset) => Has(offset, 4) ? BinaryPrimitives.ReadUInt32BigEndian(data.Span[offset..]) : 0;

    public FontTable From(int offset) => new(offset >= 0 && offset <= data.Length ? data[offset..] : default);

    public ReadOnlyMemory<byte> Slice(long offset, long length) =>
        offset < 0 || length <= 0 || offset + length > data.Length ? default : data.Slice((int)offset, (int)length);

    private bool Has(int offset, int count) => offset >= 0 && offset <= data.Length - count;
}
