using System.Buffers.Binary;
using System.Globalization;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// The passages of a document as a sorted set of hashes. A long document keeps one hash in 2^shift, those of which the lowest bits are zero, so
/// that a set stays small and two sets can still be compared: at the coarser of their shifts.
/// </summary>
internal sealed class PassageSet
{
    private const int MaxKept = 4096;
    private const char ShiftMark = '~';

    private PassageSet(uint[] hashes, int shift)
    {
        Hashes = hashes;
        Shift = shift;
    }

    /// <summary>One hash in 2^this is kept.</summary>
    public int Shift { get; }

    /// <summary>The hashes kept, ascending.</summary>
    public uint[] Hashes { get; }

    /// <summary>Reads what <see cref="Write"/> wrote; an empty text is an empty set.</summary>
    public static PassageSet Read(string text)
    {
        var mark = text.IndexOf(ShiftMark, StringComparison.Ordinal);
        var shift = mark > 0 ? int.Parse(text.AsSpan(0, mark), CultureInfo.InvariantCulture) : 0;
        var bytes = Convert.FromBase64String(text[(mark + 1)..]);
        var hashes = new uint[bytes.Length / 4];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        }

        return new PassageSet(hashes, shift);
    }

    /// <summary>A set as text.</summary>
    /// <param name="hashes">All hashes, each once, ascending.</param>
    /// <param name="whole">True to keep them all, however many: containment is then exact.</param>
    public static string Write(uint[] hashes, bool whole)
    {
        var shift = 0;
        while (!whole && hashes.Length >> shift > MaxKept)
        {
            shift++;
        }

        var kept = shift == 0 ? hashes : hashes.Where(h => IsKept(h, shift)).ToArray();
        var bytes = new byte[kept.Length * 4];
        for (var i = 0; i < kept.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), kept[i]);
        }

        return (shift == 0 ? "" : shift.ToString(CultureInfo.InvariantCulture) + ShiftMark) + Convert.ToBase64String(bytes);
    }

    /// <summary>True where every hash of this set is in the other, and the other has more.</summary>
    public bool IsWithin(PassageSet other)
    {
        var (few, many) = Comparable(other);
        return few.Length > 0 && many.Length > few.Length && Shared(few, many) == few.Length;
    }

    /// <summary>What share of the hashes of both together is in both (Jaccard): 1 for the same text, 0 for nothing in common.</summary>
    public double Likeness(PassageSet other)
    {
        var (one, two) = Comparable(other);
        var shared = Shared(one, two);
        return one.Length + two.Length == 0 ? 0 : (double)shared / (one.Length + two.Length - shared);
    }

    private (uint[] Own, uint[] Other) Comparable(PassageSet other)
    {
        var coarser = Math.Max(Shift, other.Shift);
        return (At(coarser), other.At(coarser));
    }

    private uint[] At(int coarser) => coarser == Shift ? Hashes : [.. Hashes.Where(h => IsKept(h, coarser))];

    private static bool IsKept(uint hash, int shift) => (hash & ((1u << shift) - 1)) == 0;

    private static int Shared(uint[] one, uint[] two)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < two.Length)
        {
            if (one[i] == two[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (one[i] < two[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
