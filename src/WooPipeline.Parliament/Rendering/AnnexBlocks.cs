using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A source as an annex: its header fields and its text. The technical lines that a published source ends with are left out.</summary>
internal static class AnnexBlocks
{
    public static ImmutableArray<Block> Of(DocumentTree tree)
    {
        var blocks = WithoutTechnicalEnd(tree.Blocks);
        // Mail rarely says in which language it is.
        var language = !tree.Language.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? tree.Language
            : LanguageGuess.IsEnglish(PlainText.Of(blocks)) ? "en-GB"
            : null;
        return language is null ? blocks : [new Section(ZoneKind.Body, blocks) { Language = language }];
    }

    private static ImmutableArray<Block> WithoutTechnicalEnd(ImmutableArray<Block> blocks)
    {
        var end = blocks.Length;
        while (end > 0 && IsTechnical(blocks[end - 1]))
        {
            end--;
        }

        // The heading that announced those lines would announce nothing.
        return end < blocks.Length && end > 0 && blocks[end - 1] is Heading ? blocks[..(end - 1)] : blocks[..end];
    }

    private static bool IsTechnical(Block block) => block switch
    {
        FieldList fields => fields.Small,
        Section section => section.Blocks.Length > 0 && section.Blocks.All(b => IsTechnical(b) || b is Heading) && section.Blocks.Any(IsTechnical),
        _ => false,
    };
}
