namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>The adaptive arithmetic decoder of ITU-T T.88 Annex E, with the integers of Annex A. Past its end it reads ones, as the standard has it.</summary>
internal sealed class ArithmeticDecoder
{
    private static readonly (ushort Qe, byte Mps, byte Lps, bool Switches)[] States =
    [
        (0x5601, 1, 1, true), (0x3401, 2, 6, false), (0x1801, 3, 9, false), (0x0AC1, 4, 12, false), (0x0521, 5, 29, false), (0x0221, 38, 33, false),
        (0x5601, 7, 6, true), (0x5401, 8, 14, false), (0x4801, 9, 14, false), (0x3801, 10, 14, false), (0x3001, 11, 17, false), (0x2401, 12, 18, false),
        (0x1C01, 13, 20, false), (0x1601, 29, 21, false), (0x5601, 15, 14, true), (0x5401, 16, 14, false), (0x5101, 17, 15, false), (0x4801, 18, 16, false),
        (0x3801, 19, 17, false), (0x3401, 20, 18, false), (0x3001, 21, 19, false), (0x2801, 22, 19, false), (0x2401, 23, 20, false), (0x2201, 24, 21, false),
        (0x1C01, 25, 22, false), (0x1801, 26, 23, false), (0x1601, 27, 24, false), (0x1401, 28, 25, false), (0x1201, 29, 26, false), (0x1101, 30, 27, false),
        (0x0AC1, 31, 28, false), (0x09C1, 32, 29, false), (0x08A1, 33, 30, false), (0x0521, 34, 31, false), (0x0441, 35, 32, false), (0x02A1, 36, 33, false),
        (0x0221, 37, 34, false), (0x0141, 38, 35, false), (0x0111, 39, 36, false), (0x0085, 40, 37, false), (0x0049, 41, 38, false), (0x0025, 42, 39, false),
        (0x0015, 43, 40, false), (0x0009, 44, 41, false), (0x0005, 45, 42, false), (0x0001, 45, 43, false), (0x5601, 46, 46, false),
    ];

    private readonly ReadOnlyMemory<byte> data;
    private int at;
    private uint c;
    private uint a;
    private int shifts;

    public ArithmeticDecoder(ReadOnlyMemory<byte> data)
    {
        this.data = data;
        c = (uint)ByteAt(0) << 16;
        ByteIn();
        c <<= 7;
        shifts -= 7;
        a = 0x8000;
    }

    /// <summary>Decodes a bit in a context, whose state it moves on.</summary>
    public int Bit(ref byte context)
    {
        // A context is its state's number, doubled, and the likelier bit.
        var likely = context & 1;
        ref readonly var state = ref States[context >> 1];
        a -= state.Qe;
        int bit;
        if ((c >> 16) < state.Qe)
        {
            var isLikely = a < state.Qe;
            a = state.Qe;
            bit = Exchange(ref context, state, likely, isLikely);
        }
        else
        {
            c -= (uint)state.Qe << 16;
            if ((a & 0x8000) != 0)
            {
                return likely;
            }

            bit = Exchange(ref context, state, likely, a >= state.Qe);
        }

        do
        {
            if (shifts == 0)
            {
                ByteIn();
            }

            a <<= 1;
            c <<= 1;
            shifts--;
        }
        while ((a & 0x8000) == 0);
        return bit;
    }

    /// <summary>An integer of Annex A.2; null for the value out of bounds that ends lists.</summary>
    /// <param name="contexts">The 512 contexts of its kind.</param>
    public int? Integer(byte[] contexts)
    {
        var previous = 1;
        int Next()
        {
            var bit = Bit(ref contexts[previous]);
            previous = previous < 256 ? (previous << 1) | bit : ((((previous << 1) | bit) & 511) | 256);
            return bit;
        }

        var isNegative = Next() == 1;
        var (bits, offset) = Next() == 0 ? (2, 0) : Next() == 0 ? (4, 4) : Next() == 0 ? (6, 20) : Next() == 0 ? (8, 84) : Next() == 0 ? (12, 340) : (32, 4436);
        long value = 0;
        for (var i = 0; i < bits; i++)
        {
            value = (value << 1) | (uint)Next();
        }

        value += offset;
        return isNegative && value == 0 ? null : (int)Math.Clamp(isNegative ? -value : value, int.MinValue / 4, int.MaxValue / 4);
    }

    /// <summary>A symbol's number (Annex A.3).</summary>
    public int Symbol(byte[] contexts, int length)
    {
        var previous = 1;
        for (var i = 0; i < length; i++)
        {
            previous = (previous << 1) | Bit(ref contexts[previous]);
        }

        return previous - (1 << length);
    }

    private static int Exchange(ref byte context, in (ushort Qe, byte Mps, byte Lps, bool Switches) state, int likely, bool isLikely)
    {
        if (isLikely)
        {
            context = (byte)((state.Mps << 1) | likely);
            return likely;
        }

        context = (byte)((state.Lps << 1) | (state.Switches ? 1 - likely : likely));
        return 1 - likely;
    }

    private void ByteIn()
    {
        if (ByteAt(at) != 0xFF)
        {
            at++;
            c += (uint)ByteAt(at) << 8;
            shifts = 8;
        }
        else if (ByteAt(at + 1) > 0x8F)
        {
            c += 0xFF00;
            shifts = 8;
        }
        else
        {
            at++;
            c += (uint)ByteAt(at) << 9;
            shifts = 7;
        }
    }

    private byte ByteAt(int index) => index < data.Length ? data.Span[index] : (byte)0xFF;
}
