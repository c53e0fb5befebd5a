using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Pdf;

/// <summary>
/// Makes one paragraph of what runs on over a page's end, so that a name or address that is cut there is one passage: its first half
/// before the foot of a page, its second half behind the head of the next.
/// </summary>
internal static class PageJoin
{
    /// <summary>Shorter ones are lines of a form or an address block, which end where they end.</summary>
    private const int ShortestParagraph = 40;

    /// <summary>The blocks of a document with such paragraphs joined where the first half stood.</summary>
    public static ImmutableArray<Block> Join(ImmutableArray<Block> blocks)
    {
        var result = ImmutableArray.CreateBuilder<Block>(blocks.Length);
        var open = -1; // place in the result of a body paragraph that may run on
        var broken = false;
        foreach (var block in blocks)
        {
            switch (block)
            {
                case PageBreak:
                    broken = open >= 0;
                    result.Add(block);
                    break;
                case Section:
                    result.Add(block);
                    break;
                case Paragraph paragraph when broken && RunsOn((Paragraph)result[open], paragraph):
                    result[open] = new Paragraph([.. ((Paragraph)result[open]).Content, new TextRun(" "), .. paragraph.Content]);
                    broken = false;
                    break;
                default:
                    result.Add(block);
                    broken = false;
                    open = block is Paragraph ? result.Count - 1 : -1;
                    break;
            }
        }

        return result.ToImmutable();
    }

    /// <summary>A sentence that hasn't ended goes on, unless what follows begins like a line of its own.</summary>
    private static bool RunsOn(Paragraph first, Paragraph second)
    {
        var before = PlainText.Of(first.Content).TrimEnd();
        var after = PlainText.Of(second.Content).TrimStart();
        return before.Length >= ShortestParagraph && after.Length > 0
            && (char.IsLetterOrDigit(before[^1]) || before[^1] is ',' or '-' or '(' or '&' or '/')
            && char.IsLetterOrDigit(after[0]) && !StartsItem(after);
    }

    /// <summary>True for what a list or a heading begins with: <c>3.</c>, <c>2)</c>, <c>b)</c>, <c>1.4 </c>.</summary>
    private static bool StartsItem(string text)
    {
        var word = text.AsSpan();
        var end = word.IndexOf(' ');
        word = end < 0 ? word : word[..end];
        return word.Length <= 6 && (word[^1] is '.' or ')' or ':' || (char.IsAsciiDigit(word[0]) && word.Contains('.')));
    }
}
