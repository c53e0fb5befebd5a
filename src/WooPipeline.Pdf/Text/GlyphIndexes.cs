using System.Collections;
using System.Collections.Immutable;

namespace WooPipeline.Pdf.Text;

/// <summary>
/// For each UTF-16 unit of a run the index of the page's glyph that shows it; -1 where none does. Glyphs mostly follow each
/// other, so only the beginnings of stretches are kept: some bytes a run rather than four a letter.
/// </summary>
public sealed class GlyphIndexes : IReadOnlyList<int>
{
    /// <summary>First unit of each stretch, then its glyph, in turn.</summary>
    private readonly int[] stretches;

    /// <summary>Takes over the indexes of glyphs, one a unit.</summary>
    public GlyphIndexes(ReadOnlySpan<int> glyphs)
    {
        Count = glyphs.Length;
        var parts = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            parts += Begins(glyphs, i) ? 1 : 0;
        }

        stretches = new int[2 * parts];
        for (int i = 0, at = 0; i < glyphs.Length; i++)
        {
            if (Begins(glyphs, i))
            {
                stretches[at++] = i;
                stretches[at++] = glyphs[i];
            }
        }
    }

    /// <summary>How many units the run has.</summary>
    public int Count { get; }

    /// <summary>The glyph of a unit.</summary>
    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var (low, high) = (0, (stretches.Length / 2) - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                (low, high) = stretches[2 * middle] <= index ? (middle, high) : (low, middle - 1);
            }

            var glyph = stretches[(2 * low) + 1];
            return glyph < 0 ? -1 : glyph + index - stretches[2 * low];
        }
    }

    /// <summary>The glyphs of some units; for ranges.</summary>
    /// <param name="start">First unit.</param>
    /// <param name="length">How many.</param>
    public ImmutableArray<int> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Count);
        var slice = ImmutableArray.CreateBuilder<int>(length);
        for (var i = start; i < start + length; i++)
        {
            slice.Add(this[i]);
        }

        return slice.MoveToImmutable();
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Begins(ReadOnlySpan<int> glyphs, int i) => i == 0 || glyphs[i] != (glyphs[i - 1] < 0 ? -1 : glyphs[i - 1] + 1);
}
