using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>Links and images of a tree in the order in which the text view lists their targets and descriptions: body, then notes.</summary>
internal sealed class TreeOrder
{
    private TreeOrder(DocumentTree tree)
    {
        Blocks(tree.Blocks);
        foreach (var note in tree.Footnotes)
        {
            Blocks(note.Blocks);
        }
    }

    public List<Link> Links { get; } = [];

    public List<ImageContent> Images { get; } = [];

    public static TreeOrder Of(DocumentTree tree) => new(tree);

    private void Blocks(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Inlines(heading.Content);
                    break;
                case Paragraph paragraph:
                    Inlines(paragraph.Content);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        Blocks(item.Blocks);
                    }

                    break;
                case Table table:
                    Inlines(table.Caption);
                    foreach (var cell in table.Rows.SelectMany(r => r.Cells))
                    {
                        Blocks(cell.Blocks);
                    }

                    break;
                case FieldList fields:
                    foreach (var field in fields.Fields)
                    {
                        Inlines(field.Value);
                    }

                    break;
                case ImageBlock image:
                    Images.Add(image.Image);
                    break;
                case Section section:
                    Blocks(section.Blocks);
                    break;
                default:
                    break;
            }
        }
    }

    private void Inlines(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is Link link)
            {
                Links.Add(link);
                Inlines(link.Content);
            }
            else if (inline is InlineImage image)
            {
                Images.Add(image.Image);
            }
        }
    }
}
