using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>The table of texts that cells refer to (§18.4).</summary>
internal sealed class SharedStrings(XElement? root)
{
    private static readonly XName StringItem = XName.Get("si", OfficeNames.Sheet);
    private static readonly XName Text = XName.Get("t", OfficeNames.Sheet);
    private static readonly XName Phonetic = XName.Get("rPh", OfficeNames.Sheet);

    private readonly List<XElement> items = root?.Elements(StringItem).ToList() ?? [];

    /// <summary>The item with a number, or null.</summary>
    public XElement? this[int index] => index >= 0 && index < items.Count ? items[index] : null;

    /// <summary>Text of an item or inline string, without phonetic hints. <c>_x000D_</c> escapes are undone (§22.9.2.19).</summary>
    public static string TextOf(XElement? item) => item is null ? ""
        : Unescape(string.Concat(item.Descendants(Text).Where(t => t.Parent?.Name != Phonetic).Select(t => t.Value)));

    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        return at < 0 ? text : System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_",
            m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }
}
