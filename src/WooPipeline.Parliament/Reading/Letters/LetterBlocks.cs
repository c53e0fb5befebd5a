using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// The blocks of a letter in a row: sections walked into, what stands on every page left out, and questions and answers that were set as a
/// table or as a list with <c>Vraag 1</c> for a number taken out of it. A table or list that is part of an answer stays whole.
/// </summary>
internal static class LetterBlocks
{
    /// <summary>The row of blocks.</summary>
    public static IEnumerable<Block> Of(ImmutableArray<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Section { Kind: ZoneKind.PageHeader or ZoneKind.PageFooter } edge => Of(edge.Blocks).Where(HoldsLabel),
        Section { Kind: ZoneKind.Hidden or ZoneKind.Comment } => [],
        Section section => Of(section.Blocks),
        ListBlock list when list.Items.Any(i => i.Label is { } label && QuestionLabel.Read(label) is not null) => list.Items.SelectMany(Item),
        Table table => Rows(table) ?? Columns(table) ?? [table],
        _ => PageFeet.IsFoot(block) ? [] : LineBlocks.AtLabels(PageFeet.Without(block)),
    });

    /// <summary>A label that happens to be the first or last line of a page is taken for its head or foot by readers of PDF.</summary>
    private static bool HoldsLabel(Block block) => block is Paragraph or Heading && PlainText.Of([block]).Trim() is var text && (QuestionLabel.Read(text) ?? QuestionLabel.Begin(text)?.Label) is not null;

    private static IEnumerable<Block> Item(ListItem item) =>
        item.Label is { } label && QuestionLabel.Read(label) is not null ? Of(item.Blocks).Prepend(Paragraph.Of(label)) : Of(item.Blocks);

    /// <summary>A table whose cells begin with labels; null where it is another.</summary>
    private static IEnumerable<Block>? Rows(Table table)
    {
        var cells = table.Rows.SelectMany(r => r.Cells).ToList();
        var labels = cells.Select(c => c.Blocks.FirstOrDefault()).Select(b => b is null ? null : QuestionLabel.Read(PlainText.Of([b]).Trim().Split('\n')[0])).ToList();
        return labels.Exists(l => l is { IsAnswer: false, Numbers.Length: > 0 }) || labels.Count(l => l is { IsAnswer: true }) > 1 ? cells.SelectMany(c => Of(c.Blocks)) : null;
    }

    /// <summary>A table with a column of questions and one of answers; null where it is another.</summary>
    private static IEnumerable<Block>? Columns(Table table)
    {
        if (table.Rows.IsEmpty)
        {
            return null;
        }

        var heads = table.Rows[0].Cells.Select(c => PlainText.Of(c.Blocks).Trim().ToLowerInvariant()).ToList();
        var question = heads.FindIndex(h => h is "vraag" or "vragen");
        var answer = heads.FindIndex(h => h is "antwoord" or "antwoorden" or "beantwoording" or "reactie");
        return question < 0 || answer < 0 ? null : table.Rows.Skip(1).Where(r => r.Cells.Length > Math.Max(question, answer)).SelectMany((row, index) =>
        {
            var first = PlainText.Of(row.Cells[0].Blocks).Trim().TrimEnd('.', ')');
            var number = question > 0 && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : index + 1;
            return row.Cells[answer].Blocks.Prepend(Label("Antwoord", number)).Prepend(null).SelectMany(b => b is null ? row.Cells[question].Blocks.Prepend(Label("Vraag", number)) : [b]);
        });
    }

    private static Paragraph Label(string word, int number) => Paragraph.Of(string.Create(CultureInfo.InvariantCulture, $"{word} {number}"));
}
