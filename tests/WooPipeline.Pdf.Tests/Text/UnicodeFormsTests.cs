using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>Our own normalisation says what the framework's says where that has its data.</summary>
public sealed class UnicodeFormsTests
{
    private static bool HasData => "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";

    [Fact]
    public void Each_character_has_the_forms_of_the_standard()
    {
        if (!HasData)
        {
            return;
        }

        var wrong = new List<string>();
        for (var c = 0x80; c < 0x30000; c++)
        {
            // What was given a meaning since the table was made is left out.
            if (c is >= 0xD800 and < 0xE000 || (c & 0xFFFE) == 0xFFFE || c is >= 0xFDD0 and <= 0xFDEF)
            {
                continue;
            }

            var text = char.ConvertFromUtf32(c);
            if (UnicodeForms.Compatible(text) != text.Normalize(NormalizationForm.FormKD) || UnicodeForms.Composed(text) != text.Normalize(NormalizationForm.FormC)
                || UnicodeForms.CompatibleJoined(text) != text.Normalize(NormalizationForm.FormKC))
            {
                wrong.Add(c.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.True(wrong.Count < 200, string.Join(' ', wrong));
        Assert.DoesNotContain(wrong, w => w.Length == 4 && w != "A7F1");
    }

    [Fact]
    public void Rows_of_letters_and_signs_are_joined_as_the_standard_says()
    {
        if (!HasData)
        {
            return;
        }

        var pieces = Gen.Elements("a", "e", "o", "\u0301", "\u0323", "\u0327", "\u0308", "\u0304", "\u1E63", "\uAC00", "\u1100", "\u1161", "\u11A8", "\uFB01", "\u0627", "\u0653", "\uFEF5", "\u0915", "\u093C", "x");
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), row =>
        {
            var text = string.Concat(row);
            return UnicodeForms.Composed(text) == text.Normalize(NormalizationForm.FormC) && UnicodeForms.CompatibleJoined(text) == text.Normalize(NormalizationForm.FormKC)
                && UnicodeForms.Compatible(text) == text.Normalize(NormalizationForm.FormKD);
        }).QuickCheckThrowOnFailure();
    }
}
