namespace WooPipeline.Publication.Verification;

/// <summary>
/// Codes of grounds stand where something was taken out. Their digits are no part of what stands before: in <c>Oude Gracht 5.1.2e</c>
/// the house number is gone, and <c>Oude Gracht 5</c> isn't there.
/// </summary>
internal static class GroundCodes
{
    /// <summary>True for a match with letters in it that runs into a code: <c>5</c>, <c>1</c> or <c>2</c>, a digit, each a word of its own but for a last letter.</summary>
    public static bool IsPartOf(Squashed text, int start, int length)
    {
        var letters = text.Letters;
        if (!char.IsAsciiDigit(letters[start + length - 1]) || !letters.Slice(start, length).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        for (var i = start + 1; i < start + length; i++)
        {
            if (letters[i] == '5' && IsCode(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCode(Squashed text, int at)
    {
        var letters = text.Letters;
        if (at + 2 >= letters.Length || letters[at + 1] is not ('1' or '2') || !char.IsAsciiDigit(letters[at + 2])
            || !text.IsParted(at) || !text.IsParted(at + 1) || !text.IsParted(at + 2))
        {
            return false;
        }

        var end = at + 3;
        end += end < letters.Length && letters[end] is >= 'a' and <= 'i' && !text.IsParted(end) ? 1 : 0;
        return end >= letters.Length || text.IsParted(end) || letters[end] == Squashed.Barrier;
    }
}
