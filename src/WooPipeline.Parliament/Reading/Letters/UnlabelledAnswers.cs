using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// Letters that quote each question and answer below it without the word: the question ends with the last block that is set apart (bold or
/// italic) or ends in a question mark, and what follows is the answer.
/// </summary>
internal static class UnlabelledAnswers
{
    /// <summary>How many of the first blocks are the question.</summary>
    public static int QuestionLength(ImmutableArray<Block> blocks)
    {
        if (blocks.Length < 2)
        {
            return blocks.Length;
        }

        var setApart = blocks.TakeWhile(IsSetApart).Count();
        if (setApart > 0 && setApart < blocks.Length)
        {
            return setApart;
        }

        var length = 0;
        for (var i = 0; i < blocks.Length && (i == length || EndsInQuestion(blocks[i])); i++)
        {
            length = EndsInQuestion(blocks[i]) ? i + 1 : length;
        }

        return Math.Max(1, length);
    }

    private static bool EndsInQuestion(Block block) => PlainText.Of([block]).TrimEnd(' ', '\n', '"', '”', '’', ')').EndsWith('?');

    private static bool IsSetApart(Block block) => block is Paragraph { Content: var content } && content.OfType<TextRun>().Any(r => r.Text.Trim().Length > 0)
        && (content.OfType<TextRun>().Where(r => r.Text.Trim().Length > 0).All(r => r.Style.HasFlag(TextStyle.Italic))
            || content.OfType<TextRun>().Where(r => r.Text.Trim().Length > 0).All(r => r.Style.HasFlag(TextStyle.Bold)));
}
