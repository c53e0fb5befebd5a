namespace WooPipeline.Pdf.Filters;

/// <summary>Bits of entropy-coded JPEG data, stuffed zeros left out; zeros past the end or a marker.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> data, int position)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int held;
    private int count;

    public int Position { get; private set; } = position;

    public int Bit()
    {
        if (count == 0)
        {
            held = Next();
            count = 8;
        }

        return (held >> --count) & 1;
    }

    public int Bits(int length)
    {
        var value = 0;
        for (var i = 0; i < length; i++)
        {
            value = (value << 1) | Bit();
        }

        return value;
    }

    /// <summary>A number of so many bits in the form of differences and coefficients (T.81 F.2.2.1).</summary>
    public int Signed(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        var value = Bits(length);
        return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }

    /// <summary>Moves behind a restart marker, where one comes.</summary>
    public void Restart()
    {
        count = 0;
        for (var at = Position; at + 1 < data.Length; at++)
        {
            if (data[at] == 0xFF && data[at + 1] is >= 0xD0 and <= 0xD7)
            {
                Position = at + 2;
                return;
            }

            if (data[at] == 0xFF && data[at + 1] is not 0 and not 0xFF)
            {
                return;
            }
        }
    }

    private int Next()
    {
        if (Position >= data.Length)
        {
            return 0;
        }

        var b = data[Position];
        if (b != 0xFF)
        {
            Position++;
            return b;
        }

        if (Position + 1 < data.Length && data[Position + 1] == 0)
        {
            Position += 2;
            return 0xFF;
        }

        return 0; // a marker: the scan is over
    }
}
