using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Templating.Tests;

/// <summary>A tree as indented lines, to compare with an expected outline.</summary>
internal static class TreeOutline
{
    public static string Of(DocumentTree tree)
    {
        var lines = new StringBuilder();
        Append(lines, tree.Blocks, 0);
        foreach (var note in tree.Footnotes)
        {
            Line(lines, 0, $"note {note.Id}", null);
            Append(lines, note.Blocks, 1);
        }

        return lines.ToString();
    }

    private static void Append(StringBuilder lines, IEnumerable<Block> blocks, int depth)
    {
        foreach (var block in blocks)
        {
            Append(lines, block, depth);
        }
    }

    private static void Append(StringBuilder lines, Block block, int depth)
    {
        switch (block)
        {
            case Heading heading:
                Line(lines, depth, $"h{heading.Level} {Of(heading.Content)}", block.Anchor);
                break;
            case Paragraph paragraph:
                Line(lines, depth, $"p{(paragraph.Preformatted ? "re" : "")} {Of(paragraph.Content)}", block.Anchor);
                break;
            case ListBlock list:
                Line(lines, depth, list.Ordered ? string.Create(CultureInfo.InvariantCulture, $"list from {list.Start}") : "list", block.Anchor);
                foreach (var item in list.Items)
                {
                    Line(lines, depth + 1, "item", null);
                    Append(lines, item.Blocks, depth + 2);
                }

                break;
            case Table table:
                var widths = string.Join(' ', table.ColumnWidths.Select(w => w.ToString("0", CultureInfo.InvariantCulture)));
                Line(lines, depth, $"table {table.HeaderRows} [{widths}] {Of(table.Caption)}", block.Anchor);
                foreach (var row in table.Rows)
                {
                    Line(lines, depth + 1, string.Join(" | ", row.Cells.Select(c => (c.IsHeader ? "! " : "") + PlainText.Of(c.Blocks).Trim())), null);
                }

                break;
            case FieldList fields:
                Line(lines, depth, fields.Small ? "small fields" : "fields", block.Anchor);
                foreach (var field in fields.Fields)
                {
                    Line(lines, depth + 1, $"{field.Label} = {Of(field.Value)}", null);
                }

                break;
            case Section section:
                Line(lines, depth, $"section {section.Kind} {section.Name ?? ""} {section.Language ?? ""}".TrimEnd(), block.Anchor);
                Append(lines, section.Blocks, depth + 1);
                break;
            default:
                Line(lines, depth, block.GetType().Name, block.Anchor);
                break;
        }
    }

    private static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        TextRun { Style: TextStyle.None } run => run.Text,
        TextRun run => $"<{run.Style}>{run.Text}</>",
        LineBreak => "⏎",
        Link link => $"<{link.Target}>{Of(link.Content)}</>",
        FootnoteReference note => $"[^{note.NoteId}]",
        PageReference page => $"[p {page.Anchor}]",
        InlineImage image => $"[image {image.Image.AlternativeText}]",
        _ => $"[{inline.GetType().Name}]",
    }));

    private static void Line(StringBuilder lines, int depth, string text, string? anchor) =>
        lines.Append(' ', depth * 2).Append(text.TrimEnd()).Append(anchor is null ? "" : $" #{anchor}").Append('\n');
}
