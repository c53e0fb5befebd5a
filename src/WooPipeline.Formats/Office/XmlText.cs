namespace WooPipeline.Formats.Office;

/// <summary>Text as XML 1.0 can hold it.</summary>
internal static class XmlText
{
    /// <summary>Text without the characters that XML 1.0 can't hold.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
            {
                return string.Concat(text.Where((_, at) => IsAllowed(text, at)));
            }
        }

        return text;
    }

    private static bool IsAllowed(string text, int at)
    {
        var character = text[at];
        return char.IsHighSurrogate(character) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : char.IsLowSurrogate(character) ? at > 0 && char.IsHighSurrogate(text[at - 1])
            : character is '\t' or '\n' or >= ' ' and not ('\uFFFE' or '\uFFFF');
    }
}
