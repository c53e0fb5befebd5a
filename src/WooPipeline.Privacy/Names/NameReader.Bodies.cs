namespace WooPipeline.Privacy;

/// <summary>The part that knows the letters of an office or body behind a name: <c>- DGMo</c>, <c>(ADR)</c>.</summary>
internal static partial class NameReader
{
    /// <summary>Letters of a body with small ones among them: <c>IvhO</c>, <c>DGMo</c>.</summary>
    private static bool IsBody(TokenText text, int k) => (text[k].Shape & Shape.Mixed) != 0 && text[k].IsCapital && text[k].Length is >= 3 and <= 6 && !text[k].Is(WordClass.Given | WordClass.Surname) && char.IsUpper(text.Of(k)[^1]) | char.IsUpper(text.Of(k)[1]);

    /// <summary>Letters in brackets behind a name that isn't written in capitals itself: <c>K. de Vries (ADR)</c>.</summary>
    private static bool IsBracketedBody(TokenText text, int first, int k)
    {
        var token = text[k];
        if (!token.IsAllCaps || token.Length is < 2 or > 10 || token.Is(WordClass.Given) || text.GapBefore(k) != Gap.OpenParen)
        {
            return false;
        }

        for (var before = first; before < k; before++)
        {
            if (text[before].Length > 2 && text[before].IsCapital && !text[before].IsAllCaps)
            {
                return true;
            }
        }

        return false;
    }
}
