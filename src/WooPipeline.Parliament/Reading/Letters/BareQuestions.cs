using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// Questions that have a bare number for a label: <c>1</c> on a line of its own, <c>1. Kent u …?</c>, an item of a numbered list. A number
/// counts only where it is the next one and a question mark follows, so that a list of measures in an answer is no row of questions.
/// </summary>
internal static partial class BareQuestions
{
    /// <summary>The blocks with <c>Vraag n</c> above each such question; unchanged where the letter labels its questions itself.</summary>
    public static IReadOnlyList<Block> Label(IReadOnlyList<Block> blocks)
    {
        if (blocks.Any(b => First(b) is { } line && (QuestionLabel.Read(line) ?? QuestionLabel.Begin(line)?.Label) is { IsAnswer: false }))
        {
            return blocks;
        }

        IReadOnlyList<Block> whole = blocks;
        blocks = [.. blocks.SelectMany(LineBlocks.Each)];
        var result = new List<Block>();
        var next = 1;
        for (var i = 0; i < blocks.Count; i++)
        {
            result.AddRange(blocks[i] switch
            {
                ListBlock { Ordered: true } list => Items(list, ref next),
                Paragraph or Heading => Numbered(blocks, i, ref next),
                _ => [blocks[i]],
            });
        }

        return next > 1 ? result : whole;
    }

    private static IEnumerable<Block> Numbered(IReadOnlyList<Block> blocks, int index, ref int next)
    {
        var content = blocks[index] switch { Paragraph p => p.Content, Heading h => h.Content, _ => [] };
        var text = PlainText.Of(content);
        var match = Number().Match(text);
        if (!match.Success || int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) != next)
        {
            return [blocks[index]];
        }

        var rest = text[match.Length..];
        if (rest.Trim().Length == 0)
        {
            // A page number has no question below it.
            var isQuestion = index + 1 < blocks.Count && Asks(PlainText.Of([blocks[index + 1]]));
            return isQuestion ? [Paragraph.Of(LabelOf(next++))] : [blocks[index]];
        }

        return !Asks(rest) ? [blocks[index]] : [Paragraph.Of(LabelOf(next++)), new Paragraph(InlineCut.After(content, match.Length))];
    }

    private static List<Block> Items(ListBlock list, ref int next)
    {
        var result = new List<Block>();
        var kept = ImmutableArray.CreateBuilder<ListItem>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var number = item.Label is { } label && Number().Match(label + " ") is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : list.Start + i;

            // In DOCX a list often starts anew behind each answer; then its first item is the next question all the same.
            if ((number == next || (number == 1 && i == 0 && list.Items.Length == 1)) && Asks(PlainText.Of(item.Blocks)))
            {
                result.Add(Paragraph.Of(LabelOf(next++)));
                result.AddRange(item.Blocks);
            }
            else
            {
                kept.Add(item);
            }
        }

        return kept.Count == list.Items.Length ? [list] : kept.Count == 0 ? result : [.. result, list with { Items = kept.ToImmutable() }];
    }

    private static bool Asks(string text) => text.Contains('?', StringComparison.Ordinal);

    private static string? First(Block block) => block is Paragraph or Heading ? PlainText.Of([block]).Trim().Split('\n')[0] : null;

    private static string LabelOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Vraag {number}");

    [GeneratedRegex(@"^\s*\(?(?<number>\d{1,3})(?:[.):]+\s*|\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
