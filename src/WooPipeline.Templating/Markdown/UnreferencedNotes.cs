using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WooPipeline.Templating;

/// <summary>Markdig drops a note that nothing refers to. A last paragraph that refers to all such notes keeps their text.</summary>
internal static partial class UnreferencedNotes
{
    /// <summary>The document, and the paragraph that was added to it (null where none was needed).</summary>
    public static (MarkdownDocument Document, Block? Extra) Parse(string markdown, Func<string, MarkdownDocument> parse)
    {
        var labels = Definition().Matches(markdown).Select(m => m.Groups[1].Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(label => !IsReferenced(markdown, label))
            .ToList();
        if (labels.Count > 0)
        {
            var document = parse($"{markdown}\n\n{string.Concat(labels.Select(l => $"[^{l}]"))}\n");
            if (document.LastOrDefault(b => b is not FootnoteGroup and not LinkReferenceDefinitionGroup) is ParagraphBlock last && IsNotesOnly(last))
            {
                return (document, last);
            }
        }

        return (parse(markdown), null);
    }

    private static bool IsReferenced(string markdown, string label)
    {
        var mark = $"[^{label}]";
        for (var at = markdown.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = markdown.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + mark.Length;
            if (end >= markdown.Length || markdown[end] != ':')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNotesOnly(ParagraphBlock paragraph) =>
        paragraph.Inline is { } inlines && inlines.All(i => i is FootnoteLink || (i is LiteralInline text && text.Content.IsEmptyOrWhitespace()));

    [GeneratedRegex(@"^ {0,3}\[\^([^\]\r\n]+)\]:", RegexOptions.Multiline)]
    private static partial Regex Definition();
}
