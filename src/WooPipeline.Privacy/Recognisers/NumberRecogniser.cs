using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Walks over the digits of a text once and hands each number to the recognisers of telephone numbers, BSN, IBAN and plates.</summary>
internal static class NumberRecogniser
{
    public static void Run(RecogniserContext context)
    {
        var text = context.Text;
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAny(Starts);
            if (next < 0)
            {
                return;
            }

            i += next;
            i = Math.Max(i + 1, TakeAt(context, i));
        }
    }

    private static readonly System.Buffers.SearchValues<char> Starts = System.Buffers.SearchValues.Create("+0123456789");

    private static int TakeAt(RecogniserContext context, int i)
    {
        var text = context.Text;
        if (text[i] != '+' && i > 0 && text[i - 1] == '(')
        {
            i--;
        }
        else if (text[i] == '+' && i > 0 && text[i - 1] == '(')
        {
            i--;
        }

        var taken = IbanRecogniser.TakeAround(context, i);
        if (taken > i)
        {
            return taken;
        }

        if (!context.IsTaken(i, i + 1))
        {
            taken = PlateRecogniser.Take(context, i);
            taken = taken > i ? taken : PhoneRecogniser.Take(context, i);
            taken = taken > i ? taken : BsnRecogniser.Take(context, i);
            if (taken > i)
            {
                return Pin(context, taken);
            }
        }

        // Past this run of digits.
        var end = i + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>A pin behind a dial-in number: <c>,,558204913#</c>.</summary>
    private static int Pin(RecogniserContext context, int end)
    {
        var text = context.Text;
        var k = end;
        while (k < text.Length && text[k] == ',')
        {
            k++;
        }

        if (k - end is < 1 or > 4 || k >= text.Length || !char.IsAsciiDigit(text[k]))
        {
            return end;
        }

        var start = k;
        while (k < text.Length && (char.IsAsciiDigit(text[k]) || text[k] is '#' or '*' or ','))
        {
            k++;
        }

        if (k - start < 4 || (k - end < 6 && text[k - 1] != '#'))
        {
            return end;
        }

        context.Add(start, k, Label.Access, "access.dialpin", 0.95);
        return k;
    }
}
