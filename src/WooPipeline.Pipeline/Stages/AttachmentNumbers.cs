using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Puts the numbers of a message's attachments behind their names, so that a reader finds them in the inventory.</summary>
internal static class AttachmentNumbers
{
    private const string Field = "Attachments";

    /// <summary>A redacted message with the numbers; any other tree as it is.</summary>
    /// <param name="tree">The tree, redacted: nothing is removed from it after this.</param>
    /// <param name="numbers">Numbers of the attachments, in their order.</param>
    public static DocumentTree Add(DocumentTree tree, ImmutableArray<string> numbers)
    {
        var head = tree.Blocks.IsEmpty ? null : tree.Blocks[0] as FieldList;
        var place = head is null ? -1 : head.Fields.IndexOf(head.Fields.FirstOrDefault(f => f.Name == Field)!);
        if (numbers.IsEmpty || place < 0)
        {
            return tree;
        }

        var told = new TextRun($" (document {string.Join(", ", numbers)})");
        var field = head!.Fields[place];
        var list = head with { Fields = head.Fields.SetItem(place, field with { Value = field.Value.Add(told) }) };
        return tree with { Blocks = tree.Blocks.SetItem(0, list) };
    }
}
