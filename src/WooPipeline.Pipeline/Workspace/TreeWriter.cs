using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Writes a document tree as bytes for the workspace: tags and lengths, no format of the outside world.</summary>
internal sealed class TreeWriter : IDisposable
{
    /// <summary>Changes whenever the bytes do, so that an older workspace is read anew.</summary>
    public const int Version = 1;

    private readonly MemoryStream bytes = new();
    private readonly BinaryWriter output;

    private TreeWriter() => output = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true);

    /// <summary>The bytes of a tree.</summary>
    public static byte[] Write(DocumentTree tree)
    {
        using var writer = new TreeWriter();
        writer.Tree(tree);
        writer.output.Flush();
        return writer.bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        output.Dispose();
        bytes.Dispose();
    }

    private void Tree(DocumentTree tree)
    {
        output.Write(Version);
        Text(tree.Title);
        Text(tree.Language);
        output.Write((byte)tree.Kind);
        output.Write(tree.Date.HasValue);
        if (tree.Date is { } date)
        {
            output.Write(date.Ticks);
            output.Write((short)date.Offset.TotalMinutes);
        }

        Text(tree.FileName);
        Blocks(tree.Blocks);
        All(tree.Footnotes, n =>
        {
            Text(n.Id);
            Blocks(n.Blocks);
        });
        All(tree.Metadata, m =>
        {
            Text(m.Name);
            Text(m.Value);
            Place(m.Origin);
        });
    }

    private void Blocks(ImmutableArray<Block> blocks) => All(blocks, b =>
    {
        output.Write((byte)TagOf(b));
        Text(b.Anchor);
        Content(b);
    });

    private static BlockTag TagOf(Block block) => block switch
    {
        Heading => BlockTag.Heading,
        Paragraph => BlockTag.Paragraph,
        ListBlock => BlockTag.List,
        Table => BlockTag.Table,
        FieldList => BlockTag.Fields,
        ImageBlock => BlockTag.Image,
        PageBreak => BlockTag.PageBreak,
        ThematicBreak => BlockTag.Rule,
        Section => BlockTag.Section,
        _ => throw new InvalidOperationException($"No tag for {block.GetType().Name}."),
    };

    private void Content(Block block)
    {
        switch (block)
        {
            case Heading heading:
                output.Write((byte)heading.Level);
                Inlines(heading.Content);
                break;
            case Paragraph paragraph:
                output.Write(paragraph.Preformatted);
                Inlines(paragraph.Content);
                break;
            case ListBlock list:
                output.Write(list.Ordered);
                output.Write(list.Start);
                All(list.Items, i =>
                {
                    Text(i.Label);
                    Blocks(i.Blocks);
                });
                break;
            case Table table:
                TableContent(table);
                break;
            case FieldList fields:
                output.Write(fields.Small);
                All(fields.Fields, f =>
                {
                    Text(f.Label);
                    Text(f.Name);
                    Inlines(f.Value);
                });
                break;
            case ImageBlock image:
                Image(image.Image);
                break;
            case Section section:
                output.Write((byte)section.Kind);
                Text(section.Name);
                output.Write(section.Level);
                Text(section.Language);
                Blocks(section.Blocks);
                break;
            default:
                break;
        }
    }

    private void TableContent(Table table)
    {
        output.Write(table.HeaderRows);
        Inlines(table.Caption);
        All(table.ColumnWidths, output.Write);
        All(table.Rows, r => All(r.Cells, c =>
        {
            output.Write(c.ColumnSpan);
            output.Write(c.RowSpan);
            output.Write(c.IsHeader);
            Blocks(c.Blocks);
        }));
    }

    private void Inlines(ImmutableArray<Inline> inlines) => All(inlines, i =>
    {
        switch (i)
        {
            case TextRun run:
                output.Write((byte)InlineTag.Run);
                Text(run.Text);
                output.Write((short)run.Style);
                Place(run.Origin);
                break;
            case LineBreak:
                output.Write((byte)InlineTag.LineBreak);
                break;
            case Link link:
                output.Write((byte)InlineTag.Link);
                Text(link.Target);
                Inlines(link.Content);
                break;
            case FootnoteReference note:
                output.Write((byte)InlineTag.Note);
                Text(note.NoteId);
                break;
            case PageReference page:
                output.Write((byte)InlineTag.Page);
                Text(page.Anchor);
                break;
            case InlineImage image:
                output.Write((byte)InlineTag.Image);
                Image(image.Image);
                break;
            case RedactionMark mark:
                output.Write((byte)InlineTag.Mark);
                Text(mark.Text);
                Text(mark.Ground.Code);
                output.Write((byte)mark.Label);
                break;
            default:
                throw new InvalidOperationException($"No tag for {i.GetType().Name}.");
        }
    });

    private void Image(ImageContent image)
    {
        output.Write(image.Data.Length);
        output.Write(image.Data.AsSpan());
        Text(image.MediaType);
        Text(image.AlternativeText);
        output.Write(image.Width);
        output.Write(image.Height);
        Place(image.Origin);
    }

    private void Place(Origin? origin)
    {
        output.Write(origin.HasValue);
        if (origin is { } place)
        {
            output.Write(place.Part);
            output.Write(place.Offset);
        }
    }

    /// <summary>UTF-16 units as they are, so that lone surrogates of a hostile file survive; null as -1.</summary>
    private void Text(string? text)
    {
        output.Write(text?.Length ?? -1);
        foreach (var unit in text ?? "")
        {
            output.Write((ushort)unit);
        }
    }

    private void All<T>(ImmutableArray<T> items, Action<T> write)
    {
        output.Write(items.Length);
        foreach (var item in items)
        {
            write(item);
        }
    }
}
