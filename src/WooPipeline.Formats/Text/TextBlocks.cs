using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Text;

/// <summary>Plain text as paragraphs.</summary>
internal static class TextBlocks
{
    /// <summary>A paragraph for each stretch between empty lines; lines within stay lines.</summary>
    public static ImmutableArray<Block> Of(string text, ReadLimits? limits = null)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            limits?.Check();
            if (line.AsSpan().Trim("\f\v \t").IsEmpty)
            {
                Close();
            }
            else
            {
                lines.Add(line.TrimEnd());
            }
        }

        Close();
        return blocks.ToImmutable();

        void Close()
        {
            if (lines.Count > 0)
            {
                blocks.Add(new Paragraph(Lines(lines)) { Preformatted = true });
                lines.Clear();
            }
        }
    }

    /// <summary>Lines with forced line ends between them.</summary>
    public static ImmutableArray<Inline> Lines(IReadOnlyList<string> lines)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                inlines.Add(new LineBreak());
            }

            inlines.Add(new TextRun(lines[i]));
        }

        return inlines.ToImmutable();
    }
}
