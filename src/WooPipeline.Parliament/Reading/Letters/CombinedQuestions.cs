using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>Several questions under one heading (<c>Vragen 2 en 3</c>), each with its number before it or as an item of a list.</summary>
internal static class CombinedQuestions
{
    private static readonly ImmutableArray<string> Signs = [". ", ") ", ": ", " "];

    /// <summary>The blocks of each question; null where they can't be told apart.</summary>
    public static ImmutableArray<ImmutableArray<Block>>? Split(ImmutableArray<Block> blocks, ImmutableArray<int> numbers)
    {
        if (blocks is [ListBlock list] && list.Items.Length == numbers.Length)
        {
            return [.. list.Items.Select(i => i.Blocks)];
        }

        var parts = numbers.Select(_ => ImmutableArray.CreateBuilder<Block>()).ToArray();
        var at = -1;
        foreach (var block in blocks.SelectMany(LineBlocks.Each))
        {
            var begins = at + 1 < numbers.Length && block is Paragraph paragraph ? Number(paragraph, numbers[at + 1]) : 0;
            at += begins > 0 ? 1 : 0;
            if (at < 0)
            {
                return null;
            }

            parts[at].Add(begins > 0 ? new Paragraph(InlineCut.After(((Paragraph)block).Content, begins)) : block);
        }

        return at == numbers.Length - 1 ? [.. parts.Select(p => p.ToImmutable())] : null;
    }

    /// <summary>Length of the number with its sign at the beginning; 0 where another or none stands there.</summary>
    private static int Number(Paragraph paragraph, int number)
    {
        var text = PlainText.Of(paragraph.Content);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return Signs.Select(sign => digits + sign).FirstOrDefault(b => text.StartsWith(b, StringComparison.Ordinal))?.Length ?? 0;
    }
}
