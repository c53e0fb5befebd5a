using System.Text;

namespace WooPipeline.Documents.Tests;

public sealed class DecompositionTests
{
    [Fact]
    public void The_table_says_what_the_framework_says_where_it_has_its_data()
    {
        if ("é".Normalize(NormalizationForm.FormD) == "é")
        {
            Console.WriteLine("skipped: this machine has no culture data");
            return;
        }

        // Characters that a newer Unicode gave a decomposition are few and no letters of names.
        var wrong = Enumerable.Range(0x80, 0xD800 - 0x80).Concat(Enumerable.Range(0xE000, 0x1FFE)).Select(c => (char)c)
            .Where(c => c is not (>= '\uAC00' and <= '\uD7A3') && c < '\uFFFE')
            .Where(c => Decomposition.Compatible(c) != c.ToString().Normalize(NormalizationForm.FormKD) || Decomposition.Canonical(c) != c.ToString().Normalize(NormalizationForm.FormD))
            .ToList();

        Assert.True(wrong.Count < 10, string.Join(' ', wrong.Select(c => ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData('é', "e\u0301", "e\u0301")]
    [InlineData('ﬁ', "fi", "ﬁ")]
    [InlineData('ộ', "o\u0323\u0302", "o\u0323\u0302")]
    [InlineData('a', "a", "a")]
    [InlineData('한', "한", "한")]
    public void A_letter_comes_apart(char letter, string compatible, string canonical) =>
        Assert.Equal((compatible, canonical), (Decomposition.Compatible(letter), Decomposition.Canonical(letter)));
}
