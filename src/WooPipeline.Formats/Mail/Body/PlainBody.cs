using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Turns plain text into blocks: paragraphs with their lines, quotations by their <c>&gt;</c> marks (RFC 3676).</summary>
internal static class PlainBody
{
    private const int MaxQuoteDepth = 50;

    /// <summary>The blocks of a text.</summary>
    /// <param name="text">The text, any line ends.</param>
    /// <param name="flowed">True for <c>format=flowed</c>: a line that ends in a blank goes on in the next.</param>
    /// <param name="deleteSpace">True for <c>delsp=yes</c>: that blank is no part of the text.</param>
    public static ImmutableArray<Block> Blocks(string text, bool flowed = false, bool deleteSpace = false)
    {
        var lines = new List<(int Depth, string Text)>();
        text = text.Replace("\r\r\n", "\n", StringComparison.Ordinal); // a conversion of line ends done twice
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var depth = Depth(line, flowed, out var start);
            var rest = line[start..];
            if (flowed && rest.StartsWith(' '))
            {
                rest = rest[1..]; // space-stuffed
            }

            lines.Add((depth, Clean(rest)));
        }

        return Build(flowed ? Unflow(lines, deleteSpace) : lines, 0, lines.Count, 0);
    }

    private static int Depth(ReadOnlySpan<char> line, bool flowed, out int start)
    {
        var depth = 0;
        start = 0;
        for (var i = 0; i < line.Length && depth < MaxQuoteDepth; i++)
        {
            if (line[i] == '>')
            {
                depth++;
                start = i + 1;
            }
            else if (flowed || line[i] != ' ' || i > start + 1)
            {
                break;
            }
        }

        if (depth > 0 && !flowed && start < line.Length && line[start] == ' ')
        {
            start++;
        }

        return depth;
    }

    private static List<(int Depth, string Text)> Unflow(List<(int Depth, string Text)> lines, bool deleteSpace)
    {
        var joined = new List<(int Depth, string Text)>();
        StringBuilder? open = null;
        var depth = -1;
        foreach (var line in lines)
        {
            var soft = line.Text.EndsWith(' ') && line.Text != "-- ";
            if (open is not null && (line.Depth != depth || line.Text == "-- "))
            {
                joined.Add((depth, open.ToString()));
                open = null;
            }

            var text = soft && deleteSpace ? line.Text[..^1] : line.Text;
            if (open is null && !soft)
            {
                joined.Add((line.Depth, text));
                continue;
            }

            open = (open ?? new StringBuilder()).Append(text);
            depth = line.Depth;
            if (!soft)
            {
                joined.Add((depth, open.ToString()));
                open = null;
            }
        }

        if (open is not null)
        {
            joined.Add((depth, open.ToString()));
        }

        return joined;
    }

    private static ImmutableArray<Block> Build(List<(int Depth, string Text)> lines, int start, int end, int depth)
    {
        end = Math.Min(end, lines.Count);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = start; i < end;)
        {
            var from = i;
            if (lines[i].Depth > depth)
            {
                while (i < end && lines[i].Depth > depth)
                {
                    i++;
                }

                blocks.Add(new Section(ZoneKind.QuotedReply, Build(lines, from, i, depth + 1)) { Level = depth + 1 });
                continue;
            }

            while (i < end && lines[i].Depth <= depth && !string.IsNullOrWhiteSpace(lines[i].Text))
            {
                i++;
            }

            if (i > from)
            {
                blocks.Add(Paragraph(lines, from, i));
            }

            while (i < end && lines[i].Depth <= depth && string.IsNullOrWhiteSpace(lines[i].Text))
            {
                i++;
            }
        }

        return blocks.ToImmutable();
    }

    private static Paragraph Paragraph(List<(int Depth, string Text)> lines, int start, int end)
    {
        var content = ImmutableArray.CreateBuilder<Inline>(((end - start) * 2) - 1);
        var columns = 0;
        for (var i = start; i < end; i++)
        {
            if (i > start)
            {
                content.Add(new LineBreak());
            }

            var text = lines[i].Text;
            columns += HasColumns(text) ? 1 : 0;
            content.Add(new TextRun(text == "-- " ? text : text.TrimEnd()));
        }

        return new Paragraph(content.ToImmutable()) { Preformatted = columns >= 2 };
    }

    private static bool HasColumns(string text)
    {
        var inner = text.AsSpan().Trim();
        return inner.Contains('\t') || inner.IndexOf("   ", StringComparison.Ordinal) >= 0 || (inner.Length > 0 && text.Length - text.TrimStart().Length >= 4);
    }

    private static string Clean(ReadOnlySpan<char> text)
    {
        var clean = true;
        foreach (var c in text)
        {
            clean &= c is >= ' ' or '\t';
        }

        if (clean)
        {
            return text.ToString();
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' or '\t')
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
