using System.Collections.Immutable;
using System.Text;

namespace WooPipeline.Documents;

/// <summary>The bare text of parts of a tree, without zones.</summary>
public static class PlainText
{
    /// <summary>The text of blocks, a line each.</summary>
    public static string Of(ImmutableArray<Block> blocks)
    {
        var view = TextView.Of(new DocumentTree { Blocks = blocks });
        return view.Text[..view.BodyEnd];
    }

    /// <summary>The text of a line; a mark as <c>[5.1.2e]</c>.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString();
    }

    private static void Append(ImmutableArray<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    text.Append(run.Text);
                    break;
                case LineBreak:
                    text.Append('\n');
                    break;
                case Link link:
                    Append(link.Content, text);
                    break;
                case RedactionMark mark:
                    text.Append('[').Append(mark.Text).Append(']');
                    break;
                default:
                    break;
            }
        }
    }
}
