using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Fonts;

/// <summary>The box around a letter's ink where the font's outlines aren't there: by the kind of letter.</summary>
internal static class InkGuess
{
    private const string Low = "acemnorsuvwxz";
    private const string Deep = "gpqy";

    public static Box Of(string text, double width)
    {
        if (text.Length == 0)
        {
            return new Box(0, -0.21, width, 0.74);
        }

        var c = text[0];
        if (char.IsWhiteSpace(c))
        {
            return new Box(0, 0, 0, 0);
        }

        var (bottom, top) = Low.Contains(c, StringComparison.Ordinal) ? (-0.02, 0.54)
            : Deep.Contains(c, StringComparison.Ordinal) ? (-0.22, 0.54)
            : c is '.' or '_' ? (-0.1, 0.12)
            : c is ',' or ';' ? (-0.18, 0.5)
            : c is 'j' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '/' or '@' or 'Q' or 'J' ? (-0.22, 0.76)
            : char.IsAscii(c) ? (-0.02, 0.74) : (-0.22, 0.95);
        return new Box(0.02 * width, bottom, 0.98 * width, top);
    }
}
