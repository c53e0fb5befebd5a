using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Fonts;

/// <summary>An INDEX of a CFF font: byte strings by number.</summary>
internal readonly struct CffIndex
{
    private readonly FontTable file;
    private readonly int offsets;
    private readonly int size;
    private readonly int data;

    private CffIndex(FontTable file, int start)
    {
        this.file = file;
        Count = start > 0 ? file.U16(start) : 0;
        size = file.U8(start + 2);
        offsets = start + 3;
        if (Count == 0 || size is < 1 or > 4)
        {
            Count = 0;
            End = start + 2;
            return;
        }

        data = offsets + ((Count + 1) * size) - 1;
        End = (int)Math.Min(data + Offset(Count), file.Length);
    }

    public int Count { get; }

    /// <summary>One past its last byte.</summary>
    public int End { get; }

    public ReadOnlyMemory<byte> this[int index] =>
        (uint)index < (uint)Count ? file.Slice(data + Offset(index), Offset(index + 1) - Offset(index)) : default;

    public static CffIndex Read(FontTable file, int start) => new(file, start);

    private long Offset(int index)
    {
        long value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 8) | (uint)file.U8(offsets + (index * size) + i);
        }

        return value;
    }
}
