using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>A line of a paragraph, or a block that is no paragraph, while the structure of a body is being found.</summary>
/// <param name="Content">What the line holds; empty for a block.</param>
/// <param name="Text">Its text.</param>
/// <param name="Paragraph">Number of its paragraph; lines of one number stood in one paragraph.</param>
/// <param name="Block">The block, or the paragraph that the line is of.</param>
internal sealed record BodyLine(ImmutableArray<Inline> Content, string Text, int Paragraph, Block Block)
{
    public bool IsText => Block is Paragraph;

    public bool IsBlank => IsText && Text.AsSpan().Trim(" \t\u00A0\u200B").IsEmpty;

    public bool IsQuote => Block is Section { Kind: ZoneKind.QuotedReply };

    /// <summary>Cuts blocks into lines.</summary>
    public static List<BodyLine> Cut(ImmutableArray<Block> blocks)
    {
        var lines = new List<BodyLine>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not Paragraph paragraph)
            {
                lines.Add(new BodyLine([], "", i, blocks[i]));
                continue;
            }

            var start = 0;
            for (var j = 0; j <= paragraph.Content.Length; j++)
            {
                if (j == paragraph.Content.Length || paragraph.Content[j] is LineBreak)
                {
                    var content = paragraph.Content[start..j];
                    lines.Add(new BodyLine(content, PlainText.Of(content), i, paragraph));
                    start = j + 1;
                }
            }
        }

        return lines;
    }

    /// <summary>Puts lines together to blocks again.</summary>
    public static ImmutableArray<Block> Join(IReadOnlyList<BodyLine> lines, int start, int end)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = start; i < end;)
        {
            if (lines[i].Block is not Paragraph paragraph)
            {
                blocks.Add(lines[i++].Block);
                continue;
            }

            var content = ImmutableArray.CreateBuilder<Inline>();
            content.AddRange(lines[i].Content);
            var number = lines[i++].Paragraph;
            for (; i < end && lines[i].IsText && lines[i].Paragraph == number; i++)
            {
                content.Add(new LineBreak());
                content.AddRange(lines[i].Content);
            }

            blocks.Add(paragraph with { Content = content.ToImmutable() });
        }

        return blocks.ToImmutable();
    }
}
