using System.Text;

namespace WooPipeline.Parliament;

/// <summary>Looks for words as quoted: spaces, line ends and the kind of quotation marks make no difference, everything else does.</summary>
internal static class Quotes
{
    public static bool Contains(string text, string words) => Plain(text).Contains(Plain(words), StringComparison.Ordinal);

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }

                continue;
            }

            plain.Append(c switch { '‘' or '’' or '‚' or '‹' or '›' => '\'', '“' or '”' or '„' or '«' or '»' => '"', _ => c });
        }

        return plain.ToString().Trim();
    }
}
