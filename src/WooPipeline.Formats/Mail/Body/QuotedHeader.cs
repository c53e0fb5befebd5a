using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>The header of an earlier message in a body: <c>Van: … Verzonden: … Aan: … Onderwerp: …</c>.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="End">One past its last line.</param>
internal sealed record QuotedHeader(FieldList Fields, int End)
{
    private const int MaxContinuations = 12;

    /// <summary>The header block that starts at a line; null where none does.</summary>
    /// <param name="lines">The body's lines.</param>
    /// <param name="start">The line.</param>
    /// <param name="least">Fields it must have.</param>
    public static QuotedHeader? At(IReadOnlyList<BodyLine> lines, int start, int least)
    {
        var fields = new List<Field>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var end = start;
        for (var i = start; i < lines.Count && lines[i].IsText;)
        {
            if (lines[i].IsBlank)
            {
                // Some programs set a blank line between the fields of HTML mail; two end the block.
                if (fields.Count == 0 || i + 1 >= lines.Count || Label(lines[i + 1]) is null)
                {
                    break;
                }

                i++;
                continue;
            }

            if (Label(lines[i]) is { } label && names.Add(label.Name))
            {
                fields.Add(new Field(label.Shown, InlineCut.After(lines[i].Content, label.Length), label.Name));
                end = ++i;
                continue;
            }

            var next = NextField(lines, i, names);
            if (fields.Count == 0 || next < 0)
            {
                break;
            }

            for (; i < next; i++)
            {
                fields[^1] = fields[^1] with { Value = [.. fields[^1].Value, new LineBreak(), .. lines[i].Content] };
            }

            end = i;
        }

        return fields.Count >= least && names.Contains("From") && (names.Contains("To") || names.Contains("Date") || names.Contains("Subject"))
            ? new QuotedHeader(new FieldList([.. fields]), end)
            : null;
    }

    /// <summary>Who wrote the message, as the block says.</summary>
    public string Sender => Fields.Fields.FirstOrDefault(f => f.Name == "From") is { } from ? PlainText.Of(from.Value) : "";

    /// <summary>The fields of an invitation at the head of a body (<c>Wanneer: … Waar: …</c>); null where there is none.</summary>
    public static QuotedHeader? InvitationAt(IReadOnlyList<BodyLine> lines, int start, int end)
    {
        while (start < end && lines[start].IsBlank)
        {
            start++;
        }

        var fields = new List<Field>();
        var at = start;
        for (; at < end && lines[at].IsText && Label(lines[at]) is { } label; at++)
        {
            fields.Add(new Field(label.Shown, InlineCut.After(lines[at].Content, label.Length), label.Name));
        }

        return fields.Count >= 2 && fields.Exists(f => f.Name == "When") ? new QuotedHeader(new FieldList([.. fields]), at) : null;
    }

    /// <summary>The label at the start of a line; null where there is none.</summary>
    public static (string Shown, string Name, int Length)? Label(BodyLine line)
    {
        var text = line.Text;
        var colon = text.AsSpan(0, Math.Min(text.Length, 40)).IndexOf(':');
        if (colon <= 0)
        {
            return null;
        }

        var shown = text[..colon].Trim(' ', '*', '_', '\t', '\u00A0', '|');
        var length = colon + 1;
        while (length < text.Length && text[length] == '*')
        {
            length++; // *Van:* as some programs turn bold into text
        }

        return shown.Length > 0 && MailWords.HeaderLabels.TryGetValue(shown, out var name) ? (shown, name, length) : null;
    }

    // A long list of recipients goes on over lines; what goes on must look like one and end in the next field.
    private static int NextField(IReadOnlyList<BodyLine> lines, int start, HashSet<string> names)
    {
        for (var i = start; i < Math.Min(lines.Count, start + MaxContinuations); i++)
        {
            if (!lines[i].IsText || lines[i].IsBlank)
            {
                return -1;
            }

            if (Label(lines[i]) is { } label)
            {
                return names.Contains(label.Name) ? -1 : i;
            }

            if (lines[i].Text.AsSpan().IndexOfAny("@;,<>") < 0 && lines[i].Text.Length > 60)
            {
                return -1;
            }
        }

        return -1;
    }
}
