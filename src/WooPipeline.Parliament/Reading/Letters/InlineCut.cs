using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>Takes the beginning off inline content, so that a label and the text behind it come apart.</summary>
internal static class InlineCut
{
    /// <summary>The first characters (UTF-16 units of the plain text) of the content.</summary>
    public static ImmutableArray<Inline> Before(ImmutableArray<Inline> content, int length)
    {
        var first = ImmutableArray.CreateBuilder<Inline>();
        foreach (var inline in content)
        {
            var plain = PlainText.Of([inline]);
            if (plain.Length > length)
            {
                if (length > 0 && inline is TextRun run)
                {
                    first.Add(run with { Text = run.Text[..length] });
                }

                break;
            }

            first.Add(inline);
            length -= plain.Length;
        }

        return first.ToImmutable();
    }

    /// <summary>The content without its first characters (UTF-16 units of its plain text), and without the blanks that then begin it.</summary>
    public static ImmutableArray<Inline> After(ImmutableArray<Inline> content, int length)
    {
        var rest = ImmutableArray.CreateBuilder<Inline>();
        var isStart = true;
        foreach (var inline in content)
        {
            if (length > 0)
            {
                var plain = PlainText.Of([inline]);
                var kept = inline is TextRun run && plain.Length > length ? run with { Text = run.Text[length..] } : null;
                length = Math.Max(0, length - plain.Length);
                if (kept is null)
                {
                    continue;
                }

                Add(rest, kept, ref isStart);
            }
            else
            {
                Add(rest, inline, ref isStart);
            }
        }

        return rest.ToImmutable();
    }

    private static void Add(ImmutableArray<Inline>.Builder rest, Inline inline, ref bool isStart)
    {
        if (isStart && inline is TextRun run)
        {
            inline = run with { Text = run.Text.TrimStart() };
            if (((TextRun)inline).Text.Length == 0)
            {
                return;
            }
        }
        else if (isStart && inline is LineBreak)
        {
            return;
        }

        isStart = false;
        rest.Add(inline);
    }
}
