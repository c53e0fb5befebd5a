using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Quotations marked with <c>&gt;</c> in paragraphs that came from HTML; in plain text they are found before.</summary>
internal static class MarkedQuotes
{
    private const int MaxDepth = 50;

    /// <summary>The blocks with each run of marked lines in a section of its own, the marks taken off.</summary>
    public static ImmutableArray<Block> Find(ImmutableArray<Block> blocks) => Find(blocks, 1);

    private static ImmutableArray<Block> Find(ImmutableArray<Block> blocks, int level)
    {
        if (level > MaxDepth || !blocks.Any(IsMarked))
        {
            return blocks;
        }

        var lines = BodyLine.Cut(blocks);
        var result = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < lines.Count;)
        {
            var start = i;
            var marked = IsMarked(lines[i]);
            while (i < lines.Count && IsMarked(lines[i]) == marked)
            {
                i++;
            }

            var run = lines.GetRange(start, i - start);
            if (!marked)
            {
                result.AddRange(BodyLine.Join(run, 0, run.Count));
                continue;
            }

            var bare = run.ConvertAll(Unmark);
            result.Add(new Section(ZoneKind.QuotedReply, Find(BodyLine.Join(bare, 0, bare.Count), level + 1)) { Level = level });
        }

        return result.ToImmutable();
    }

    private static bool IsMarked(Block block) => block is Paragraph paragraph && BodyLine.Cut([paragraph]).Exists(IsMarked);

    private static bool IsMarked(BodyLine line) => line.IsText && line.Text.AsSpan().TrimStart(" \u00A0").StartsWith(">", StringComparison.Ordinal);

    private static BodyLine Unmark(BodyLine line)
    {
        var content = InlineCut.After(line.Content, line.Text.IndexOf('>', StringComparison.Ordinal) + 1);
        return line with { Content = content, Text = PlainText.Of(content) };
    }
}
