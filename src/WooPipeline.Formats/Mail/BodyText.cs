using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>The bare text of a body for hashes: what a reader sees, a line a block, nothing of its structure.</summary>
internal static class BodyText
{
    public static StringBuilder Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        Append(text, blocks);
        return text;
    }

    private static void Append(StringBuilder text, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    AppendLine(text, heading.Content);
                    break;
                case Paragraph paragraph:
                    AppendLine(text, paragraph.Content);
                    break;
                case FieldList list:
                    foreach (var field in list.Fields)
                    {
                        text.Append(field.Label).Append(' ');
                        AppendLine(text, field.Value);
                    }

                    break;
                case ListBlock list:
                    Append(text, list.Items.SelectMany(i => i.Blocks));
                    break;
                case Table table:
                    Append(text, table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks));
                    break;
                case Section section when section.Kind is not (ZoneKind.Hidden or ZoneKind.Comment):
                    Append(text, section.Blocks);
                    break;
                default:
                    break;
            }
        }
    }

    private static void AppendLine(StringBuilder text, ImmutableArray<Inline> inlines) => text.Append(PlainText.Of(inlines)).Append('\n');
}
