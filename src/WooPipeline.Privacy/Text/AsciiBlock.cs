using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace WooPipeline.Privacy;

/// <summary>Eight units of text looked at in one step: how many of them from the first on are ASCII letters or digits, and which are what.</summary>
/// <param name="Length">Letters and digits from the first unit on, 0 to 8.</param>
/// <param name="Folded">Those in lower case, a byte each, the first lowest.</param>
/// <param name="Uppers">A bit for each capital among them.</param>
/// <param name="Lowers">A bit for each small letter.</param>
/// <param name="Digits">A bit for each digit.</param>
internal readonly record struct AsciiBlock(int Length, ulong Folded, uint Uppers, uint Lowers, uint Digits)
{
    /// <summary>Units in a block.</summary>
    public const int Size = 8;

    /// <summary>How a word is written that is this block and no more.</summary>
    public Shape Shape
    {
        get
        {
            var mixed = Lowers != 0 && (Uppers > (Lowers & (~Lowers + 1)) || (Uppers & (Uppers - 1)) != 0);
            return ((Uppers | Lowers) != 0 ? Shape.Letter : 0) | (Digits != 0 ? Shape.Digit : 0) | ((Uppers & 1) != 0 ? Shape.Capital : 0) | (Uppers != 0 && Lowers == 0 ? Shape.AllCaps : 0) | (mixed ? Shape.Mixed : 0);
        }
    }

    /// <summary>Looks at the first eight units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AsciiBlock Read(ReadOnlySpan<ushort> units)
    {
        var block = Vector128.Create(units);
        // Bit 0x20 makes letters small and leaves digits as they are.
        var small = block | Vector128.Create((ushort)0x20);
        var letters = Vector128.LessThan(small - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26));
        var digits = Vector128.LessThan(block - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
        var uppers = Vector128.LessThan(block - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
        var words = (letters | digits).ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(~words);
        var inside = (1u << length) - 1;
        var upperBits = uppers.ExtractMostSignificantBits() & inside;
        var digitBits = digits.ExtractMostSignificantBits() & inside;
        var bytes = Vector128.Narrow(small, small).AsUInt64().ToScalar();
        return new AsciiBlock(length, length == Size ? bytes : bytes & ((1UL << (length * 8)) - 1), upperBits, inside & ~upperBits & ~digitBits, digitBits);
    }
}
