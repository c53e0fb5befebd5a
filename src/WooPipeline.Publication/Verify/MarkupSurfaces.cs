using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.Publication.Verification;

/// <summary>Text of HTML and XML: what stands between tags, what stands in attributes, comments and scripts.</summary>
internal static partial class MarkupSurfaces
{
    // Elements within which a word may go on: runs of Word and spreadsheets, inline elements of HTML.
    private static readonly HashSet<string> Inline = new(
        "r t rPr ins hyperlink smartTag proofErr bookmarkStart bookmarkEnd sdt sdtContent lastRenderedPageBreak a b i u em strong span sup sub small mark abbr code font s wbr"
        .Split(' '), StringComparer.Ordinal);

    /// <summary>Surfaces of a part.</summary>
    public static IEnumerable<Surface> Read(string place, string markup)
    {
        var text = new StringBuilder();
        var attributes = new StringBuilder();
        var hidden = new StringBuilder();
        var at = 0;
        while (at < markup.Length)
        {
            var open = markup.IndexOf('<', at);
            if (open < 0)
            {
                text.Append(markup, at, markup.Length - at);
                break;
            }

            text.Append(markup, at, open - at);
            at = Tag(markup, open, text, attributes, hidden);
        }

        // A field of an office file may hold its own markup, escaped; the text is decoded once, as a reader of the file does.
        yield return new Surface(SurfaceKind.Text, place.Length == 0 ? "tekst" : place, WebUtility.HtmlDecode(text.ToString()));
        yield return new Surface(SurfaceKind.Repeated, SurfaceReader.Place(place, "kenmerken van elementen"), WebUtility.HtmlDecode(attributes.ToString())) { IsSyntax = true };
        yield return new Surface(SurfaceKind.Properties, SurfaceReader.Place(place, "titel, commentaar of script"), hidden.ToString());
    }

    private static int Tag(string markup, int open, StringBuilder text, StringBuilder attributes, StringBuilder hidden)
    {
        if (Special(markup, open, "<!--", "-->", hidden) is { } comment)
        {
            return comment;
        }

        if (Special(markup, open, "<![CDATA[", "]]>", text) is { } data)
        {
            return data;
        }

        if (Special(markup, open, "<?", "?>", hidden) is { } instruction)
        {
            return instruction;
        }

        var close = End(markup, open);
        var tag = markup[open..close];
        var name = Name().Match(tag);
        var element = name.Groups["name"].Value;
        text.Append(Inline.Contains(element) ? "" : "\n");
        foreach (Match attribute in Attribute().Matches(tag))
        {
            if (Readable().IsMatch(attribute.Groups["key"].Value))
            {
                attributes.Append(attribute.Groups["value"].Value).Append('\n');
            }
        }

        var opens = !tag.StartsWith("</", StringComparison.Ordinal) && !tag.EndsWith("/>", StringComparison.Ordinal);
        return opens && element.ToLowerInvariant() is "script" or "style" or "title" ? Apart(markup, name.Groups["full"].Value, close, hidden) : close;
    }

    /// <summary>What isn't part of the page as shown; a style sheet is left to the raw search.</summary>
    private static int Apart(string markup, string element, int close, StringBuilder hidden)
    {
        var end = markup.IndexOf("</" + element, close, StringComparison.OrdinalIgnoreCase);
        end = end < 0 ? markup.Length : end;
        if (!element.EndsWith("style", StringComparison.OrdinalIgnoreCase))
        {
            hidden.Append(WebUtility.HtmlDecode(markup[close..end])).Append('\n');
        }

        return end;
    }

    private static int? Special(string markup, int open, string begin, string end, StringBuilder into)
    {
        if (string.CompareOrdinal(markup, open, begin, 0, begin.Length) != 0)
        {
            return null;
        }

        var close = markup.IndexOf(end, open + begin.Length, StringComparison.Ordinal);
        var stop = close < 0 ? markup.Length : close;
        into.Append(markup, open + begin.Length, stop - open - begin.Length).Append('\n');
        return close < 0 ? markup.Length : close + end.Length;
    }

    /// <summary>One past the <c>&gt;</c> of a tag; quotes may hold one.</summary>
    private static int End(string markup, int open)
    {
        var quote = '\0';
        for (var i = open; i < markup.Length; i++)
        {
            var c = markup[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && markup[i - 1] == '=')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return markup.Length;
    }

    [GeneratedRegex(@"^</?(?<full>(?:[\w.\-]+:)?(?<name>[\w.\-]+))")]
    private static partial Regex Name();

    [GeneratedRegex("""(?<key>[\w:.\-]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""")]
    private static partial Regex Attribute();

    // Attributes that hold words for people or lead somewhere; style and structure are left to the raw search.
    [GeneratedRegex("^(?:[a-z]+:)?(?:alt|title|content|href|src|aria-[a-z]+|value|placeholder|label|summary|descr|name|author|initials|Target|data-[a-z-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Readable();
}
