using System.Collections.Immutable;
using System.Text;

namespace WooPipeline.Documents;

/// <summary>
/// Lays a tree out as text. <see cref="TreeRedactor"/> walks the tree in the same order and takes the slots one by one,
/// so the order here and there must stay the same.
/// </summary>
internal sealed class TextLayout
{
    /// <summary>What stands for an image in the text (U+FFFC, object replacement character).</summary>
    public const char ObjectCharacter = '\uFFFC';

    private readonly StringBuilder text = new();
    private readonly List<Zone> zones = [];
    private readonly List<ViewRun> runs = [];
    private readonly List<string> targets = [];
    private readonly List<string> descriptions = [];

    public TextLayout(DocumentTree tree)
    {
        AddBlocks(tree.Blocks);
        foreach (var note in tree.Footnotes)
        {
            InZone(ZoneKind.Footnote, note.Id, 0, () => AddBlocks(note.Blocks));
        }

        var bodyEnd = text.Length;
        LinkSlots = AddTail(ZoneKind.LinkTarget, targets);
        DescriptionSlots = AddTail(ZoneKind.AlternativeText, descriptions);
        FileNameSlot = AddTail(ZoneKind.FileName, [tree.FileName])[0];
        MetadataSlots = [.. tree.Metadata.Select(AddMetadata)];
        var ordered = zones.OrderBy(z => z.Span); // stable: an outer zone of the same span stays first
        View = new TextView(text.ToString(), [.. ordered], [.. runs], bodyEnd);
    }

    public TextView View { get; }

    /// <summary>Runs, line breaks and images in the order of the walk.</summary>
    public List<TextSpan> Slots { get; } = [];

    /// <summary>Targets of links in the order of the walk.</summary>
    public ImmutableArray<TextSpan> LinkSlots { get; }

    /// <summary>Descriptions of images in the order of the walk.</summary>
    public ImmutableArray<TextSpan> DescriptionSlots { get; }

    public TextSpan FileNameSlot { get; }

    public ImmutableArray<TextSpan> MetadataSlots { get; }

    private void AddBlocks(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            AddBlock(block);
        }
    }

    private void AddBlock(Block block)
    {
        switch (block)
        {
            case Heading heading:
                InZone(ZoneKind.Heading, null, heading.Level, () => AddInlines(heading.Content));
                EndLine();
                break;
            case Paragraph paragraph:
                AddInlines(paragraph.Content);
                EndLine();
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                {
                    text.Append(item.Label is null ? "" : item.Label + " ");
                    AddBlocks(item.Blocks);
                }

                break;
            case Table table:
                AddTable(table);
                break;
            case FieldList fields:
                AddFields(fields);
                break;
            case ImageBlock image:
                AddImage(image.Image);
                EndLine();
                break;
            case Section section:
                InZone(section.Kind, section.Name, section.Level, () => AddBlocks(section.Blocks));
                break;
            default:
                break;
        }
    }

    private void AddFields(FieldList fields)
    {
        foreach (var field in fields.Fields)
        {
            text.Append(field.Label).Append(": ");
            InZone(ZoneKind.HeaderField, field.Name ?? field.Label, 0, () => AddInlines(field.Value));
            EndLine();
        }
    }

    private void AddTable(Table table)
    {
        if (table.Caption.Length > 0)
        {
            AddInlines(table.Caption);
            EndLine();
        }

        var names = ColumnNames(table);
        for (var r = 0; r < table.Rows.Length; r++)
        {
            var column = 0;
            foreach (var cell in table.Rows[r].Cells)
            {
                if (column > 0)
                {
                    text.Append('\t');
                }

                var name = r < table.HeaderRows ? null : names.GetValueOrDefault(column);
                InZone(ZoneKind.TableCell, name, 0, () => AddCell(cell));
                column += Math.Max(1, cell.ColumnSpan);
            }

            EndLine();
        }
    }

    private void AddCell(TableCell cell)
    {
        var start = text.Length;
        var first = zones.Count;
        AddBlocks(cell.Blocks);
        if (text.Length == start || text[^1] != '\n')
        {
            return;
        }

        // The cell's last line end would part the cells of one row; the tab or row end does that.
        text.Length--;
        for (var z = first; z < zones.Count; z++)
        {
            var span = zones[z].Span;
            zones[z] = zones[z] with { Span = new TextSpan(Math.Min(span.Start, text.Length), Math.Min(span.End, text.Length)) };
        }
    }

    private static Dictionary<int, string> ColumnNames(Table table)
    {
        var names = new Dictionary<int, string>();
        if (table.HeaderRows == 0)
        {
            return names;
        }

        var column = 0;
        foreach (var cell in table.Rows[Math.Min(table.HeaderRows, table.Rows.Length) - 1].Cells)
        {
            names[column] = PlainText.Of(cell.Blocks).Trim();
            column += Math.Max(1, cell.ColumnSpan);
        }

        return names;
    }

    private void AddInlines(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    AddSlot(run.Text, run.Origin);
                    break;
                case LineBreak:
                    AddSlot("\n", null);
                    break;
                case Link link:
                    targets.Add(link.Target);
                    AddInlines(link.Content);
                    break;
                case InlineImage image:
                    AddImage(image.Image);
                    break;
                case RedactionMark mark:
                    text.Append('[').Append(mark.Text).Append(']');
                    break;
                default:
                    break;
            }
        }
    }

    private void AddImage(ImageContent image)
    {
        AddSlot(ObjectCharacter.ToString(), image.Origin);
        descriptions.Add(image.AlternativeText);
    }

    private void AddSlot(string content, Origin? origin)
    {
        var span = TextSpan.At(text.Length, content.Length);
        text.Append(content);
        Slots.Add(span);
        runs.Add(new ViewRun(span, origin));
    }

    private ImmutableArray<TextSpan> AddTail(ZoneKind kind, IEnumerable<string> values)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var value in values)
        {
            var span = TextSpan.At(text.Length, value.Length);
            text.Append(value);
            zones.Add(new Zone(kind, span));
            spans.Add(span);
            EndLine();
        }

        return spans.ToImmutable();
    }

    private TextSpan AddMetadata(MetadataField field)
    {
        text.Append(field.Name).Append(": ");
        var span = TextSpan.At(text.Length, field.Value.Length);
        text.Append(field.Value);
        zones.Add(new Zone(ZoneKind.Metadata, span, field.Name));
        runs.Add(new ViewRun(span, field.Origin));
        EndLine();
        return span;
    }

    private void InZone(ZoneKind kind, string? name, int level, Action add)
    {
        var start = text.Length;
        var place = zones.Count;
        add();
        // Outer zones go before inner ones of the same span: the sort is by span and must see them in this order.
        zones.Insert(place, new Zone(kind, new TextSpan(start, text.Length), name, level));
    }

    private void EndLine() => text.Append('\n');
}
