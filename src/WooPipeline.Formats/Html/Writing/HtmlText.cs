using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Html;

/// <summary>Text as HTML.</summary>
internal static class HtmlText
{
    /// <summary>Text for between tags.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '"':
                    result.Append("&quot;");
                    break;
                case < ' ' and not ('\t' or '\n'):
                    break;
                default:
                    result.Append(character);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>Text for an attribute in double quotes.</summary>
    public static string Attribute(string text) => Escape(text).Replace("\n", " ", StringComparison.Ordinal);

    /// <summary>A colour; black for anything that is none.</summary>
    public static string Color(string color) =>
        color.Length == 7 && color[0] == '#' && int.TryParse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _) ? color : "#000000";
}
