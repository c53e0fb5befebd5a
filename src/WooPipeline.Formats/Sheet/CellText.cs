using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>Text that goes into cells.</summary>
internal static class CellText
{
    /// <summary>
    /// True where a program that reads the cell anew (a csv import, a paste) could take the text for a formula or a command
    /// (OWASP, CSV injection): it begins with <c>= + - @</c>, a tab or a line end. A plain number is none.
    /// </summary>
    public static bool CouldBeFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    /// <summary>Text without characters that XML can't hold, no longer than a cell may be.</summary>
    public static string Clean(string text, int longest)
    {
        var clean = XmlText.Clean(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        return clean.Length <= longest ? clean : clean[..(char.IsHighSurrogate(clean[longest - 2]) ? longest - 2 : longest - 1)] + "\u2026";
    }
}
