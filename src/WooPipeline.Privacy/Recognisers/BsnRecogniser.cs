using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>The burgerservicenummer: nine digits that pass the eleven test, unless a word before it says that they are something else.</summary>
internal static class BsnRecogniser
{
    public static int Take(RecogniserContext context, int start)
    {
        var text = context.Text;
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] is '-' or '_' or '.' or '/' or '=' && start > 1 && char.IsLetterOrDigit(text[start - 2]))))
        {
            return start;
        }

        if (NumberRun.Read(text, start) is not { } run || run.Digits[0] == '+')
        {
            return start;
        }

        var end = run.End;
        var digits = run.Digits;
        if (digits.Length > 9)
        {
            // Nine digits and then another number.
            var cut = CutAt(text, start, 9);
            if (cut < 0)
            {
                return start;
            }

            end = cut;
            digits = digits[..9];
        }

        if (!Codes.IsBsn(digits) || (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '-' or '/' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))))
        {
            return start;
        }

        var cue = context.CueBefore(start, 5, WordClass.IdCue | WordClass.ReferenceCue | WordClass.PhoneCue | WordClass.AccessCue | WordClass.OrganisationCue | WordClass.AccountCue);
        if ((cue & WordClass.IdCue) != 0)
        {
            context.Add(start, end, Label.Id, "bsn.cue", 0.99);
            return end;
        }

        // Without a word for it only an unbroken or evenly grouped number of nine digits is taken.
        var spelled = end - start == 9 || text.AsSpan(start, end - start).Count(' ') == 2;
        if (cue != 0 || !spelled || text.AsSpan(end, Math.Min(24, text.Length - end)).Contains("geen bsn", StringComparison.OrdinalIgnoreCase) || digits.Length != 9 || digits.StartsWith("00", StringComparison.Ordinal))
        {
            return start;
        }

        context.Add(start, end, Label.Id, "bsn.check", 0.7);
        return end;
    }

    private static int CutAt(string text, int start, int digits)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && --digits == 0)
            {
                return i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) ? -1 : i + 1;
            }
        }

        return -1;
    }
}
