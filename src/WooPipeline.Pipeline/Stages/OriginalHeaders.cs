using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Takes the original header lines out of a mail's tree, for dossiers that publish the readable head alone.</summary>
internal static class OriginalHeaders
{
    public static DocumentTree Without(DocumentTree tree)
    {
        var blocks = tree.Blocks;
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            if (blocks[i] is FieldList { Small: true })
            {
                blocks = blocks.RemoveAt(i);
                if (i > 0 && blocks[i - 1] is Heading)
                {
                    blocks = blocks.RemoveAt(i - 1);
                }
            }
        }

        return tree with { Blocks = blocks };
    }
}
