namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>Bits of a packet's header: after a byte of ones the next one holds seven (T.800 §B.10.1).</summary>
internal sealed class PacketBits(byte[] data)
{
    private int left;
    private int current;

    public int Position { get; set; }

    public int Next()
    {
        if (left == 0)
        {
            left = current == 0xFF ? 7 : 8;
            current = data[Position++];
        }

        left--;
        return (current >> left) & 1;
    }

    public int Number(int bits)
    {
        var value = 0;
        for (var i = 0; i < bits; i++)
        {
            value = (value << 1) | Next();
        }

        return value;
    }

    /// <summary>Goes on at a whole byte; one that only fills up after ones is passed over.</summary>
    public void Align()
    {
        Position += current == 0xFF ? 1 : 0;
        (left, current) = (0, 0);
    }
}
