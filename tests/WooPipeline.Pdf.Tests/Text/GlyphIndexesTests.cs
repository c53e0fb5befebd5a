using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>Indexes of glyphs, kept short, say what they were made of.</summary>
public sealed class GlyphIndexesTests
{
    [Fact]
    public void Any_row_of_indexes_is_kept()
    {
        var steps = Gen.Choose(-3, 3).ArrayOf();
        Prop.ForAll(steps.ToArbitrary(), row =>
        {
            // Mostly following each other, now and then none, again, or back.
            var glyphs = new List<int>();
            foreach (var step in row)
            {
                var last = glyphs.FindLast(g => g >= 0);
                glyphs.Add(step switch { -3 => -1, -2 => Math.Max(0, last - 5), -1 => last, _ => last + 1 });
            }

            var kept = new GlyphIndexes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(glyphs));
            return kept.SequenceEqual(glyphs) && kept.Count == glyphs.Count && kept[(glyphs.Count / 3)..(glyphs.Count * 2 / 3)].SequenceEqual(glyphs[(glyphs.Count / 3)..(glyphs.Count * 2 / 3)]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_unit_beyond_the_run_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new GlyphIndexes([3, 4])[2]);
}
