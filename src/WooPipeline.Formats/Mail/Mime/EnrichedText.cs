using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>text/enriched (RFC 1896) as plain text: commands dropped, <c>&lt;&lt;</c> a less-than sign, a single line end a blank.</summary>
internal static class EnrichedText
{
    public static string ToPlain(string text)
    {
        var plain = new StringBuilder(text.Length);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<' && i + 1 < text.Length && text[i + 1] == '<')
            {
                plain.Append('<');
                i++;
            }
            else if (c == '<' && text.IndexOf('>', i) is > 0 and var end && end - i <= 61)
            {
                i = end;
            }
            else if (c == '\n')
            {
                var count = 1;
                while (i + 1 < text.Length && text[i + 1] == '\n')
                {
                    count++;
                    i++;
                }

                plain.Append(count == 1 ? " " : new string('\n', count - 1));
            }
            else
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
