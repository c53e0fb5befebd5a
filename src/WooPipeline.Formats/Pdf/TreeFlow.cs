using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;
using WooPipeline.Pdf.Layout;

namespace WooPipeline.Formats.Pdf;

/// <summary>Turns a tree into the flow that pages are set from.</summary>
internal static class TreeFlow
{
    private static readonly string[] Bullets = ["•", "–", "▪"];

    /// <summary>The blocks of a tree that may be published.</summary>
    public static ImmutableArray<FlowBlock> Blocks(DocumentTree tree) => Blocks(tree.Blocks, listDepth: 0);

    /// <summary>The notes of a tree, numbered in the order of its list.</summary>
    public static ImmutableDictionary<string, FlowNote> Notes(DocumentTree tree)
    {
        var notes = ImmutableDictionary.CreateBuilder<string, FlowNote>(StringComparer.Ordinal);
        foreach (var note in tree.Footnotes)
        {
            var number = (notes.Count + 1).ToString(CultureInfo.InvariantCulture);
            notes.TryAdd(note.Id, new FlowNote(number, Blocks(note.Blocks, listDepth: 0)));
        }

        return notes.ToImmutable();
    }

    private static ImmutableArray<FlowBlock> Blocks(ImmutableArray<Block> blocks, int listDepth)
    {
        var result = ImmutableArray.CreateBuilder<FlowBlock>(blocks.Length);
        foreach (var block in blocks)
        {
            if (Convert(block, listDepth) is { } flow)
            {
                result.Add(flow with { Anchor = block.Anchor });
            }
        }

        return result.ToImmutable();
    }

    private static FlowBlock? Convert(Block block, int listDepth) => block switch
    {
        Heading heading => new FlowHeading(heading.Level, Inlines(heading.Content)),
        Paragraph paragraph => new FlowParagraph(Inlines(paragraph.Content)) { Preformatted = paragraph.Preformatted },
        ListBlock list => List(list, listDepth),
        Table table => Table(table, listDepth),
        FieldList fields => Fields(fields),
        ImageBlock image => new FlowImageBlock(Image(image.Image)),
        PageBreak => new FlowPageBreak(),
        ThematicBreak => new FlowRule(),
        Section { Kind: ZoneKind.Hidden or ZoneKind.Comment or ZoneKind.Metadata or ZoneKind.FileName or ZoneKind.LinkTarget } => null,
        Section section => new FlowGroup(Blocks(section.Blocks, listDepth))
        {
            Quoted = section.Kind == ZoneKind.QuotedReply,
            Quiet = section.Kind is ZoneKind.Disclaimer or ZoneKind.PageHeader or ZoneKind.PageFooter,
            Language = section.Language,
        },
        _ => null,
    };

    private static FlowList List(ListBlock list, int depth)
    {
        var items = ImmutableArray.CreateBuilder<FlowListItem>(list.Items.Length);
        foreach (var item in list.Items)
        {
            var number = (list.Start + items.Count).ToString(CultureInfo.InvariantCulture) + ".";
            var label = item.Label ?? (list.Ordered ? number : Bullets[depth % Bullets.Length]);
            items.Add(new FlowListItem(label, Blocks(item.Blocks, depth + 1)));
        }

        return new FlowList(list.Ordered, items.ToImmutable());
    }

    private static FlowTable Table(Table table, int listDepth)
    {
        var rows = table.Rows.Select(r => new FlowRow([.. r.Cells.Select(
            c => new FlowCell(Blocks(c.Blocks, listDepth), c.ColumnSpan, c.RowSpan, c.IsHeader))]));
        return new FlowTable([.. rows], table.HeaderRows) { Caption = Inlines(table.Caption), ColumnWidths = table.ColumnWidths };
    }

    private static FlowFields Fields(FieldList fields) =>
        new([.. fields.Fields.Select(f => new FlowField(f.Label.Length > 0 ? f.Label + ":" : "", Inlines(f.Value)))]) { Small = fields.Small };

    private static ImmutableArray<FlowInline> Inlines(ImmutableArray<Inline> inlines)
    {
        var result = ImmutableArray.CreateBuilder<FlowInline>(inlines.Length);
        foreach (var inline in inlines)
        {
            FlowInline? flow = inline switch
            {
                TextRun run => new FlowText(run.Text, Font(run.Style)),
                LineBreak => new FlowLineBreak(),
                Link link => new FlowLink(link.Target, Inlines(link.Content)),
                FootnoteReference note => new FlowNoteReference(note.NoteId),
                PageReference page => new FlowPageReference(page.Anchor),
                InlineImage image => new FlowInlineImage(Image(image.Image)),
                RedactionMark mark => new FlowMark(mark.Text, mark.Ground.Spoken),
                _ => null,
            };
            if (flow is not null)
            {
                result.Add(flow);
            }
        }

        return result.ToImmutable();
    }

    private static FlowImage Image(ImageContent image) =>
        new(image.Data.AsMemory(), image.MediaType, image.AlternativeText, image.Width, image.Height);

    private static FlowFont Font(TextStyle style)
    {
        var font = FlowFont.Regular;
        font |= style.HasFlag(TextStyle.Bold) ? FlowFont.Bold : 0;
        font |= style.HasFlag(TextStyle.Italic) ? FlowFont.Italic : 0;
        font |= style.HasFlag(TextStyle.Underline) ? FlowFont.Underline : 0;
        font |= style.HasFlag(TextStyle.Strikethrough) ? FlowFont.Strikethrough : 0;
        font |= style.HasFlag(TextStyle.Superscript) ? FlowFont.Superscript : 0;
        font |= style.HasFlag(TextStyle.Subscript) ? FlowFont.Subscript : 0;
        font |= style.HasFlag(TextStyle.Small) ? FlowFont.Small : 0;
        font |= style.HasFlag(TextStyle.Outlined) ? FlowFont.Outlined : 0;
        return font;
    }
}
