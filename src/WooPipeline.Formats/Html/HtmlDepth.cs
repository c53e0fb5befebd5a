using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Html;

/// <summary>
/// Guards the parser against pages that nest without end, for its time grows with the square of the depth, and against formatting that
/// is left open, for each block after it opens all of it again (WHATWG HTML §13.2.4.3).
/// </summary>
internal static partial class HtmlDepth
{
    /// <summary>Open elements beyond which a page isn't parsed. Real pages stay under a hundred.</summary>
    public const int Most = 1000;

    /// <summary>Elements that hold nothing, or that the next of their kind closes: those don't pile up.</summary>
    private static readonly FrozenSet<string> NotCounted = ("area base br col embed hr img input link meta param source track wbr "
        + "p li dt dd tr td th option optgroup thead tbody tfoot colgroup caption").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements that formatting left open may add. Real mails stay under a hundred thousand.</summary>
    private const int MostReopened = 2_000_000;

    private static readonly FrozenSet<string> Formatting = "a b big code em font i nobr s small strike strong tt u".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where more elements are open at once than <see cref="Most"/>, or formatting left open multiplies.</summary>
    public static bool IsTooDeep(string html)
    {
        var (open, formatting, reopened) = (0, 0, 0L);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]) && end - start < 16)
            {
                end++;
            }

            var isFormatting = Formatting.Contains(html[start..end]);
            formatting = !isFormatting ? formatting : closes ? Math.Max(0, formatting - 1) : formatting + 1;
            reopened += isFormatting ? 0 : formatting;
            if (reopened > MostReopened)
            {
                return true;
            }

            if (end > start && !NotCounted.Contains(html[start..end]))
            {
                open = closes ? Math.Max(0, open - 1) : open + 1;
                if (open > Most)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The words of a page without its structure.</summary>
    public static ImmutableArray<Block> Flat(string html) =>
        TextBlocks.Of(WebUtility.HtmlDecode(Tag().Replace(Code().Replace(html, " "), " ")));

    [GeneratedRegex("<(?:script|style)[^>]*>.*?</(?:script|style)>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();
}
