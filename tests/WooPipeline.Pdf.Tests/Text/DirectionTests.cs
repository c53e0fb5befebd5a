using System.Globalization;
using System.Text;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>Scripts that run to the left are read in the order in which they are said, whichever way their letters were set.</summary>
public sealed class DirectionTests
{
    private const string Said = "\u05E9\u05DC\u05D5\u05DD"; // four Hebrew letters
    private const string Other = "\u05D0\u05D1\u05D2";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_word_is_read_as_said_whichever_way_it_was_set(bool inOrder) => Assert.Equal(Said, Read(inOrder, [Said]));

    [Fact]
    public void A_line_of_such_words_begins_at_the_right() => Assert.Equal(Said + " " + Other, Read(inOrder: false, [Other, Said]));

    [Fact]
    public void A_number_between_keeps_its_order_and_its_place() => Assert.Equal(Said + " 1984 " + Other, Read(inOrder: false, [Other, "1984", Said]));

    [Fact]
    public void Names_in_Latin_letters_on_such_a_line_keep_their_order() =>
        Assert.Equal(Said + " Jan Jansen " + Said + " " + Other, Read(inOrder: false, [Other, Said, "Jan", "Jansen", Said]));

    [Fact]
    public void Words_of_such_a_script_on_another_line_stand_where_they_are_said() =>
        Assert.Equal("Aan Jansen " + Said + " " + Other + " groet", Read(inOrder: false, ["Aan", "Jansen", Other, Said, "groet"]));

    [Fact]
    public void A_number_within_a_word_keeps_its_order() => Assert.Equal(Other + "25", Read(inOrder: false, ["25" + Other]));

    [Fact]
    public void A_sign_stays_after_its_letter() => Assert.Equal("\u05E9\u05B8\u05DC", Read(inOrder: false, ["\u05E9\u05B8\u05DC"]));

    /// <summary>Reads words that are shown from left to right as given; those of Hebrew are given as said.</summary>
    private static string Read(bool inOrder, string[] shown)
    {
        var letters = shown.SelectMany(w => w).Distinct().Order().ToList();
        var content = new StringBuilder("BT /F 12 Tf ");
        var x = 72.0;
        foreach (var word in shown)
        {
            var set = InOrderOfShowing(word);
            var places = set.Select((c, i) => (Letter: c, X: x + set.Take(i).Sum(WidthOf))).ToList();
            x += set.Sum(WidthOf) + 6;
            if (inOrder)
            {
                places.Reverse();
            }

            foreach (var (letter, at) in places)
            {
                content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {at:0.##} 700 Tm <{letters.IndexOf(letter) + 1:X2}> Tj ");
            }
        }

        var map = new StringBuilder("1 begincodespacerange <00> <FF> endcodespacerange ").Append(letters.Count).Append(" beginbfchar ");
        var widths = new StringBuilder();
        for (var i = 0; i < letters.Count; i++)
        {
            map.Append(CultureInfo.InvariantCulture, $"<{i + 1:X2}> <{(int)letters[i]:X4}> ");
            widths.Append(CultureInfo.InvariantCulture, $"{WidthOf(letters[i]) * 1000 / 12:0} ");
        }

        var text = map.Append("endbfchar").ToString();
        var font = $"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Anders /FirstChar 1 /LastChar {letters.Count} /Widths [{widths}] /ToUnicode 5 0 R >> >>";
        return SmallPdf.Read(SmallPdf.Of(content.Append("ET").ToString(), font, $"<< /Length {text.Length} >>\nstream\n{text}\nendstream"));
    }

    private static double WidthOf(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 6;

    private static List<char> InOrderOfShowing(string word)
    {
        var digits = string.Concat(word.Where(char.IsAsciiDigit));
        var others = word.Where(c => !char.IsAsciiDigit(c)).ToList();
        if (others.Count > 0 && others[0] >= '\u0590')
        {
            others.Reverse();
        }

        return [.. digits, .. others];
    }
}
