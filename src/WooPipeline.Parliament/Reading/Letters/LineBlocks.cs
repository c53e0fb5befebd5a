using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// Parts paragraphs into lines. A PDF doesn't say where paragraphs end, so that its reader may give a whole page as one paragraph with a break
/// behind every line; and some writers put the label, the question and the answer in one.
/// </summary>
internal static partial class LineBlocks
{
    /// <summary>The block cut before and behind each line that is a label, and before each line that begins with one.</summary>
    public static IEnumerable<Block> AtLabels(Block block)
    {
        if (block is not Paragraph paragraph)
        {
            return [block];
        }

        var lines = Lines(paragraph.Content).SelectMany(Parted).ToList();
        if (lines.Count < 2)
        {
            return [block];
        }

        var parts = new List<List<ImmutableArray<Inline>>>();
        var wasLabel = true;
        foreach (var line in lines)
        {
            var text = PlainText.Of(line);
            var isLabel = QuestionLabel.Read(text) is not null;
            if (wasLabel || isLabel || QuestionLabel.Begin(text) is not null)
            {
                parts.Add([]);
            }

            parts[^1].Add(line);
            wasLabel = isLabel;
        }

        return parts.Count < 2 ? [block] : parts.Select(p => new Paragraph(Joined(p)));
    }

    /// <summary>A paragraph a line; any other block as it is.</summary>
    public static IEnumerable<Block> Each(Block block) => block is not Paragraph paragraph || !paragraph.Content.Any(i => i is LineBreak) ? [block]
        : Lines(paragraph.Content).Where(l => PlainText.Of(l).Trim().Length > 0).Select(l => new Paragraph(l));

    /// <summary>A line that filled the page's width comes joined to the label below it: cut there, where a sentence ends before it.</summary>
    private static IEnumerable<ImmutableArray<Inline>> Parted(ImmutableArray<Inline> line)
    {
        var text = PlainText.Of(line);
        if (LabelAtStart().Match(text) is { Success: true } start)
        {
            return [InlineCut.Before(line, start.Length), InlineCut.After(line, start.Length)];
        }

        var match = LabelAtEnd().Match(text);
        return match.Success && QuestionLabel.Read(match.Value) is not null ? [InlineCut.Before(line, match.Index), InlineCut.After(line, match.Index)] : [line];
    }

    // The other way about: the label ended a page, and the answer begins the next one with a capital.
    [GeneratedRegex(@"^\s*(?:Antwoord(?:en)? op (?:de )?(?:vraag \d{1,3}|vragen \d[\d, en&]*?\d)|(?:Antwoord|Vraag) \d{1,3})(?=\s\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex LabelAtStart();

    [GeneratedRegex(@"(?<=[.?!…][""”’)\]]?\s)(?:Antwoord(?:en)? (?:op (?:de )?)?(?:vraag|vragen) |Antwoord |Vraag |Vragen )\d[\d, en&]*:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelAtEnd();

    private static List<ImmutableArray<Inline>> Lines(ImmutableArray<Inline> content)
    {
        var lines = new List<ImmutableArray<Inline>>();
        var line = ImmutableArray.CreateBuilder<Inline>();
        foreach (var inline in content)
        {
            if (inline is LineBreak)
            {
                lines.Add(line.ToImmutable());
                line.Clear();
            }
            else
            {
                line.Add(inline);
            }
        }

        lines.Add(line.ToImmutable());
        return lines;
    }

    private static ImmutableArray<Inline> Joined(List<ImmutableArray<Inline>> lines) =>
        [.. lines.SelectMany((line, i) => i == 0 ? line : line.Insert(0, new LineBreak()))];
}
