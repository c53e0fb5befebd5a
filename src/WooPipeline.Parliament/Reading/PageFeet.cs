using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// The lines that official series and ministries print at the foot of pages. A reader of PDF finds most of them by their place; the first page's
/// foot differs from the others and comes through as text.
/// </summary>
internal static partial class PageFeet
{
    public static bool IsFoot(Block block) => block is Paragraph && Foot().IsMatch(PlainText.Of([block]).Replace('\n', ' ').Trim());

    [GeneratedRegex(@"^(?:(?:ah|kv|kst|blg|h|ag)-[a-z0-9-]+ ISSN [\d -]+|(?:[’']s-Gravenhage \d{4} )?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, [^.]{3,60} \d+|Pagina \d+ van \d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Foot();
}
