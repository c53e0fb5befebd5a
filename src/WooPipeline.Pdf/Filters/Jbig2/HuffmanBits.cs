namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Bits of data coded by Huffman, the highest first.</summary>
internal sealed class HuffmanBits(ReadOnlyMemory<byte> data)
{
    private int position;
    private int used;

    /// <summary>What is left from the next whole byte on.</summary>
    public ReadOnlyMemory<byte> Rest
    {
        get
        {
            Align();
            return data[position..];
        }
    }

    public int Number(int bits)
    {
        uint value = 0;
        for (var i = 0; i < bits; i++)
        {
            if (position >= data.Length)
            {
                throw new InvalidDataException("The data end early.");
            }

            value = (value << 1) | (uint)((data.Span[position] >> (7 - used)) & 1);
            used = (used + 1) & 7;
            position += used == 0 ? 1 : 0;
        }

        return (int)value;
    }

    public void Align()
    {
        position += used > 0 ? 1 : 0;
        used = 0;
    }

    /// <summary>Whole bytes from the next one on.</summary>
    public ReadOnlyMemory<byte> Take(int count)
    {
        Align();
        if (count < 0 || count > data.Length - position)
        {
            throw new InvalidDataException("The data end early.");
        }

        position += count;
        return data.Slice(position - count, count);
    }
}
