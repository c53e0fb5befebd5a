using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>How much the width of a box tells of the name under it.</summary>
public sealed class WidthLeakTests
{
    /// <summary>Widths of a humanist sans of office programs, in thousandths, a to z then A to Z.</summary>
    private static readonly int[] Widths =
    [
        479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395,
        579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468,
    ];

    [Fact]
    public void Safe_boxes_tell_at_most_one_and_a_half_bits_of_a_surname()
    {
        var widths = Surnames().Select(n => n.Sum(Width) * 11 / 1000.0).ToList();
        Assert.True(Entropy(widths) > 7, "the names must differ in width for the test to mean anything");
        Assert.InRange(Entropy(widths.Select(w => SafeLine.Quantise(w, SafeLine.StepOf(11)))), 0, 1.5);
    }

    private static IEnumerable<string> Surnames()
    {
        string[] heads = ["Bak", "Ver", "Hof", "Wes", "Dijk", "Molen", "Kuip", "Oost", "Brou", "Lam", "Ger", "Noor", "Sche", "Tim", "Zwa", "Haa", "Rei", "Pos", "Vlie", "Ber", "Jan", "Pie", "Kla", "Smi", "Win"];
        string[] middles = ["", "ter", "kel", "den", "ma", "ling", "ver", "boo", "en", "straa", "hui", "wou", "bee", "schu", "lan", "mee", "gra", "vel", "ker", "zan"];
        string[] tails = ["", "s", "man", "sen", "ma", "stra", "mans", "ers", "berg", "huis", "dam", "veld", "kamp", "hof", "laar", "beek", "inga", "meijer", "haar", "link"];
        return heads.SelectMany(h => middles.SelectMany(m => tails.Select(t => h + m + t))).Where(n => n.Length > 3).Distinct();
    }

    private static int Width(char c) => c >= 'a' ? Widths[c - 'a'] : Widths[26 + c - 'A'];

    private static double Entropy(IEnumerable<double> values)
    {
        var groups = values.GroupBy(v => Math.Round(v, 3)).Select(g => g.Count()).ToList();
        double total = groups.Sum();
        return groups.Sum(g => -g / total * Math.Log2(g / total));
    }
}
