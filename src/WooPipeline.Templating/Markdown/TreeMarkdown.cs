using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Templating;

/// <summary>
/// Writes a tree as the Markdown that <see cref="MarkdownTree"/> reads back as the same text in the same structure. Origins, images' bytes
/// and spans of table cells are not kept; no text is lost.
/// </summary>
public static class TreeMarkdown
{
    private const int MaxDepth = 40;

    /// <summary>The Markdown of a tree with its notes.</summary>
    public static string Of(DocumentTree tree) => Of(tree.Blocks, tree.Footnotes);

    /// <summary>The Markdown of blocks with those of the notes that they refer to.</summary>
    public static string Of(ImmutableArray<Block> blocks, ImmutableArray<Footnote> notes)
    {
        var used = new List<string>();
        var text = new StringBuilder(Blocks(blocks, used, 0));
        for (var i = 0; i < used.Count; i++)
        {
            if (notes.FirstOrDefault(n => n.Id == used[i]) is { } note)
            {
                text.Append("\n\n[^").Append(used[i]).Append("]: ").Append(Indented(Blocks(note.Blocks, used, 1), 4));
            }
        }

        return text.ToString();
    }

    private static string Blocks(ImmutableArray<Block> blocks, List<string> notes, int depth)
    {
        if (depth > MaxDepth)
        {
            return MarkdownEscape.Of(PlainText.Of(blocks).Trim());
        }

        var parts = new List<string>();
        Block? previous = null;
        foreach (var block in blocks)
        {
            if (previous is ListBlock && block is ListBlock)
            {
                // Two lists in a row would be read as one.
                parts.Add(":::\n:::");
            }

            parts.Add(Of(block, notes, depth));
            previous = block;
        }

        return string.Join("\n\n", parts.Where(p => p.Length > 0));
    }

    private static string Of(Block block, List<string> notes, int depth) => block switch
    {
        Heading heading => $"{new string('#', Math.Clamp(heading.Level, 1, 6))} {Line(heading.Content, notes)}{Attribute(heading)}",
        Paragraph { Preformatted: true } code => Fenced(PlainText.Of(code.Content)),
        Paragraph paragraph => MarkdownSpans.Of(paragraph.Content, notes, lineEnd: "\\\n"),
        ListBlock list => ListOf(list, notes, depth),
        Table table => TableOf(table, notes),
        FieldList fields => FieldsOf(fields, notes),
        ImageBlock image => MarkdownSpans.Of([new InlineImage(image.Image)], notes, ""),
        Section { Kind: ZoneKind.QuotedReply } quote => "> " + Blocks(quote.Blocks, notes, depth + 1).Replace("\n", "\n> ", StringComparison.Ordinal),
        Section section => Blocks(section.Blocks, notes, depth + 1),
        PageBreak => "::: pagina\n:::",
        ThematicBreak => "* * *",
        _ => "",
    };

    private static string Attribute(Block block) => block.Anchor is null ? "" : $" {{#{block.Anchor}}}";

    private static string Line(ImmutableArray<Inline> content, List<string> notes) => MarkdownSpans.Of(content, notes, lineEnd: "&#10;");

    private static string Fenced(string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}\n{text}\n{fence}";
    }

    private static string ListOf(ListBlock list, List<string> notes, int depth)
    {
        var lines = new List<string>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            var mark = list.Ordered ? string.Create(CultureInfo.InvariantCulture, $"{list.Start + i}. ") : "- ";
            var label = list.Items[i].Label is { Length: > 0 } own && !list.Ordered && own is not ("•" or "-" or "–" or "o" or "▪") ? MarkdownEscape.Of(own) + " " : "";
            lines.Add(mark + label + Indented(Blocks(list.Items[i].Blocks, notes, depth + 1), mark.Length));
        }

        return string.Join('\n', lines);
    }

    private static string TableOf(Table table, List<string> notes)
    {
        var columns = table.Rows.Length == 0 ? 0 : table.Rows.Max(r => r.Cells.Length);
        if (columns == 0)
        {
            return "";
        }

        var rows = table.Rows.Select(r => Row([.. r.Cells.Select(c => CellOf(c, notes))], columns)).ToList();
        if (table.HeaderRows == 0)
        {
            rows.Insert(0, Row([], columns));
        }

        rows.Insert(1, Row([.. Enumerable.Repeat("---", columns)], columns));
        var text = string.Join('\n', rows);
        return table.Caption.IsDefaultOrEmpty ? text : $"::: tabel {Line(table.Caption, notes)}{Attribute(table)}\n{text}\n:::";
    }

    private static string Row(ImmutableArray<string> cells, int columns) =>
        $"| {string.Join(" | ", cells.Concat(Enumerable.Repeat(" ", Math.Max(0, columns - cells.Length))))} |";

    // A pipe table's cell is one line: blocks and lines within it are parted by a line end's entity.
    private static string CellOf(TableCell cell, List<string> notes) => string.Join("&#10;", cell.Blocks.Select(b => b switch
    {
        Paragraph paragraph => Line(paragraph.Content, notes),
        _ => MarkdownEscape.Of(PlainText.Of([b]).Trim()),
    }));

    private static string FieldsOf(FieldList fields, List<string> notes) => string.Join("\n\n", fields.Fields.Select(f =>
    {
        var value = Line(f.Value, notes);
        return value.Length == 0 ? MarkdownEscape.Of(f.Label + ":") : $"{MarkdownEscape.Of(f.Label)}\n:   {value}";
    }));

    private static string Indented(string text, int spaces) => text.Replace("\n", "\n" + new string(' ', spaces), StringComparison.Ordinal);
}
