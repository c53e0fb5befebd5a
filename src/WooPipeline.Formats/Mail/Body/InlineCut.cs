using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Cuts inlines at a place of their text.</summary>
internal static class InlineCut
{
    /// <summary>What comes after <paramref name="units"/> UTF-16 units of the text; white space at the new start is dropped.</summary>
    public static ImmutableArray<Inline> After(ImmutableArray<Inline> content, int units)
    {
        var rest = ImmutableArray.CreateBuilder<Inline>();
        foreach (var inline in content)
        {
            if (units <= 0 && rest.Count > 0)
            {
                rest.Add(inline);
                continue;
            }

            switch (inline)
            {
                case TextRun run:
                    var text = run.Text[Math.Min(Math.Max(0, units), run.Text.Length)..].TrimStart(' ', '\t', '\u00A0');
                    units -= run.Text.Length;
                    if (text.Length > 0)
                    {
                        rest.Add(run with { Text = text });
                    }

                    break;
                case Link link:
                    var length = PlainText.Of(link.Content).Length;
                    var inner = After(link.Content, units);
                    units -= length;
                    if (inner.Length > 0)
                    {
                        rest.Add(link with { Content = inner });
                    }

                    break;
                default:
                    rest.Add(inline);
                    break;
            }
        }

        return rest.ToImmutable();
    }
}
