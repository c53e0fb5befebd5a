namespace WooPipeline.Pdf.Text;

/// <summary>Makes what glyphs say plain text: presentation forms undone, odd spaces and control characters made spaces.</summary>
internal static class Folding
{
    public static string Plain(string text)
    {
        if (text.Length == 1)
        {
            var c = text[0];
            if (c < 0x7F)
            {
                return c >= ' ' ? text : " ";
            }

            return c switch
            {
                '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' => " ",
                '\u200B' or '\uFEFF' => "",
                >= '\uFB00' and <= '\uFB06' => UnicodeForms.CompatibleJoined(text),
                >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' => Joined(text),
                >= '\uD800' and <= '\uDFFF' => "\uFFFD",
                _ => text,
            };
        }

        var valid = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        return valid.Any(char.IsControl) ? string.Concat(valid.Where(c => !char.IsControl(c))) : valid;
    }

    /// <summary>A sign by itself is told with a blank to stand on, which no one reads.</summary>
    private static string Joined(string text) => UnicodeForms.CompatibleJoined(text) is var plain && plain.Length > 1 ? plain.TrimStart(' ') : plain;
}
