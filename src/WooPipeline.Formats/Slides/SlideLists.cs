using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Slides;

/// <summary>A paragraph of a slide.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Level">Its indent, from 0.</param>
/// <param name="HasBullet">Whether it has a bullet or number; null where it follows its placeholder.</param>
/// <param name="IsOrdered">True where it is numbered.</param>
internal sealed record SlideParagraph(ImmutableArray<Inline> Content, int Level, bool? HasBullet, bool IsOrdered);

/// <summary>Nests the bulleted paragraphs of a text into lists by their indent.</summary>
internal static class SlideLists
{
    /// <summary>The blocks of a text.</summary>
    /// <param name="paragraphs">Its paragraphs.</param>
    /// <param name="isList">True in a placeholder whose paragraphs have bullets unless they say otherwise.</param>
    public static ImmutableArray<Block> Of(ImmutableArray<SlideParagraph> paragraphs, bool isList)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        isList &= paragraphs.Length > 1;
        for (var i = 0; i < paragraphs.Length;)
        {
            if (paragraphs[i].HasBullet ?? isList)
            {
                blocks.Add(List(paragraphs, paragraphs[i].Level, isList, ref i));
            }
            else
            {
                blocks.Add(new Paragraph(paragraphs[i++].Content));
            }
        }

        return blocks.ToImmutable();
    }

    private static ListBlock List(ImmutableArray<SlideParagraph> paragraphs, int level, bool isList, ref int i)
    {
        var ordered = paragraphs[i].IsOrdered;
        var items = ImmutableArray.CreateBuilder<ListItem>();
        while (i < paragraphs.Length && (paragraphs[i].HasBullet ?? isList) && paragraphs[i].Level >= level)
        {
            if (paragraphs[i].Level > level && items.Count > 0)
            {
                var inner = List(paragraphs, paragraphs[i].Level, isList, ref i);
                items[^1] = items[^1] with { Blocks = items[^1].Blocks.Add(inner) };
            }
            else if (paragraphs[i].IsOrdered != ordered)
            {
                break;
            }
            else
            {
                items.Add(new ListItem([new Paragraph(paragraphs[i++].Content)]));
            }
        }

        return new ListBlock(ordered, items.ToImmutable());
    }
}
