using System.Collections.Immutable;
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

    /// <summary>A paragraph without a foot that a reader took for part of a sentence running on over the page's end.</summary>
    public static Block Without(Block block)
    {
        if (block is not Paragraph paragraph || FootWithin().Match(PlainText.Of(paragraph.Content)) is not { Success: true } foot)
        {
            return block;
        }

        ImmutableArray<Inline> before = InlineCut.Before(paragraph.Content, foot.Index);
        var after = InlineCut.After(paragraph.Content, foot.Index + foot.Length);
        return new Paragraph(before.IsEmpty || after.IsEmpty ? before.AddRange(after) : [.. before, new TextRun(" "), .. after]);
    }

    [GeneratedRegex(@"(?:\s*\b(?:ah|kv|kst|blg|h|ag)-[a-z0-9-]+\s+ISSN [\d -]+)?\s*[’']s-Gravenhage \d{4}\s+(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, [^.?!]{3,60}?\s\d+(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex FootWithin();

    [GeneratedRegex(@"^(?:(?:ah|kv|kst|blg|h|ag)-[a-z0-9-]+ ISSN [\d -]+|(?:[’']s-Gravenhage \d{4} )?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, [^.]{3,60} \d+|Pagina \d+ van \d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Foot();
}
