using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// Finds what the lines of a mail's body are: earlier messages with their headers, at any depth; the salutation, the signature and
/// the disclaimer of each message. Every line stays, in its place.
/// </summary>
internal static class BodyStructure
{
    private const int MaxDepth = 60;

    /// <summary>The blocks with sections around what was found.</summary>
    /// <param name="blocks">The body.</param>
    /// <param name="sender">Its writer, to know his signature.</param>
    /// <param name="budget">The clock of the message; null for none.</param>
    public static ImmutableArray<Block> Find(ImmutableArray<Block> blocks, SenderName sender, ReadBudget? budget = null) =>
        Segment(BodyLine.Cut(blocks), 0, 0, sender, budget);

    private static ImmutableArray<Block> Segment(List<BodyLine> lines, int start, int level, SenderName sender, ReadBudget? budget)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var quoted = SenderName.Unknown;
        for (var i = start; i < lines.Count; i++)
        {
            budget?.Check();
            if (!lines[i].IsText || lines[i].IsBlank || level >= MaxDepth)
            {
                continue;
            }

            if (StartsMessage(lines, i, out var header))
            {
                blocks.AddRange(Own(lines, start, i, level, sender, quoted, budget));
                blocks.Add(Earlier(lines, i, header, level + 1, budget));
                return blocks.ToImmutable();
            }

            if (Attribution(lines, i) is { } end)
            {
                blocks.AddRange(Own(lines, start, i, level, sender, quoted, budget));
                blocks.Add(new Section(ZoneKind.HeaderField, BodyLine.Join(lines, i, end)) { Name = "Attribution" });
                quoted = SenderName.Of(AttributedTo(lines, i, end));
                if (!IsFollowedByQuote(lines, end))
                {
                    blocks.Add(new Section(ZoneKind.QuotedReply, Segment(lines, end, level + 1, quoted, budget)) { Level = level + 1 });
                    return blocks.ToImmutable();
                }

                // The quotation is marked by the program: what comes after it is the writer's again.
                start = end;
                i = end - 1;
            }
        }

        blocks.AddRange(Own(lines, start, lines.Count, level, sender, quoted, budget));
        return blocks.ToImmutable();
    }

    private static bool IsFollowedByQuote(List<BodyLine> lines, int at)
    {
        while (at < lines.Count && lines[at].IsBlank)
        {
            at++;
        }

        return at < lines.Count && lines[at].IsQuote;
    }

    private static bool StartsMessage(List<BodyLine> lines, int at, out QuotedHeader? header)
    {
        var text = lines[at].Text;
        header = null;
        if (MailWords.IsSeparator(text) || IsRule(text))
        {
            var next = at + 1;
            while (next < lines.Count && lines[next].IsBlank)
            {
                next++;
            }

            header = next < lines.Count ? QuotedHeader.At(lines, next, 2) : null;
            return header is not null || MailWords.IsSeparator(text);
        }

        if (QuotedHeader.Label(lines[at]) is null)
        {
            return false;
        }

        header = QuotedHeader.At(lines, at, 3);
        return header is not null;
    }

    private static Section Earlier(List<BodyLine> lines, int start, QuotedHeader? header, int level, ReadBudget? budget)
    {
        if (header is null)
        {
            // A separator without a header: what follows it is the earlier message.
            return new Section(ZoneKind.QuotedReply, [.. BodyLine.Join(lines, start, start + 1), .. Segment(lines, start + 1, level, SenderName.Unknown, budget)]) { Level = level };
        }

        var before = start;
        while (before < lines.Count && (QuotedHeader.Label(lines[before]) is null || QuotedHeader.At(lines, before, 2) is null))
        {
            before++;
        }

        return new Section(
            ZoneKind.QuotedReply,
            [.. BodyLine.Join(lines, start, before), header.Fields, .. Segment(lines, header.End, level, SenderName.Of(header.Sender), budget)])
        { Level = level };
    }

    private static int? Attribution(List<BodyLine> lines, int at)
    {
        if (MailWords.IsAttribution(lines[at].Text))
        {
            return at + 1;
        }

        if (!MailWords.BeginsAttribution(lines[at].Text))
        {
            return null;
        }

        // Cut over up to three lines of one paragraph.
        var text = lines[at].Text;
        for (var i = at + 1; i < Math.Min(lines.Count, at + 3) && lines[i].IsText && lines[i].Paragraph == lines[at].Paragraph; i++)
        {
            text += " " + lines[i].Text.Trim();
            if (MailWords.IsAttribution(text))
            {
                return i + 1;
            }
        }

        return null;
    }

    // "Op 3 mei schreef Jan Jansen <jan@example.nl>:": whose words stand in it, and dates too, which sign nothing.
    private static string AttributedTo(List<BodyLine> lines, int start, int end) =>
        string.Concat(lines.GetRange(start, end - start).Select(l => l.Text + " "));

    private static bool IsRule(string text) => text.Length >= 10 && text.AsSpan().Trim().IndexOfAnyExcept("_-=") < 0;

    private static ImmutableArray<Block> Own(List<BodyLine> lines, int start, int end, int level, SenderName sender, SenderName quoted, ReadBudget? budget)
    {
        if (start >= end)
        {
            return [];
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (QuotedHeader.InvitationAt(lines, start, end) is { } invitation)
        {
            blocks.Add(invitation.Fields);
            start = invitation.End;
        }

        while (start < end && lines[start].IsBlank)
        {
            start++; // space between blocks is the writer's of the public file to set
        }

        var from = Closing.SalutationEnd(lines, start, end);
        if (from > start)
        {
            blocks.Add(new Section(ZoneKind.Salutation, BodyLine.Join(lines, start, from)));
        }

        var disclaimer = Closing.DisclaimerStart(lines, from, end);
        var (signature, signatureEnd) = Closing.Signature(lines, from, disclaimer, sender);
        blocks.AddRange(Nested(BodyLine.Join(lines, from, signature), level, quoted, budget));
        if (signature < signatureEnd)
        {
            blocks.Add(new Section(ZoneKind.Signature, BodyLine.Join(lines, signature, signatureEnd)));
        }

        var tail = signature < signatureEnd ? Closing.TailStart(lines, signatureEnd, disclaimer) : disclaimer;
        blocks.AddRange(Nested(BodyLine.Join(lines, signatureEnd, tail), level, quoted, budget));
        if (tail < disclaimer)
        {
            blocks.Add(new Section(ZoneKind.Signature, BodyLine.Join(lines, tail, disclaimer)));
        }

        if (disclaimer < end)
        {
            blocks.Add(new Section(ZoneKind.Disclaimer, BodyLine.Join(lines, disclaimer, end)));
        }

        return blocks.ToImmutable();
    }

    // Quotations that the program marked hold messages with headers and signatures of their own.
    private static IEnumerable<Block> Nested(ImmutableArray<Block> blocks, int level, SenderName quoted, ReadBudget? budget)
    {
        foreach (var block in blocks)
        {
            if (block is Section { Kind: ZoneKind.QuotedReply } quote)
            {
                foreach (var found in Marked(quote, level + 1, quoted, budget))
                {
                    yield return found;
                }
            }
            else
            {
                yield return block;
            }
        }
    }

    private static ImmutableArray<Block> Marked(Section quote, int depth, SenderName sender, ReadBudget? budget)
    {
        if (depth >= MaxDepth)
        {
            return [quote with { Level = depth }];
        }

        var lines = BodyLine.Cut(quote.Blocks);
        var first = lines.FindIndex(l => !l.IsBlank);
        if (first >= 0 && lines[first].IsText && (StartsMessage(lines, first, out _) || Attribution(lines, first) is not null))
        {
            return Segment(lines, 0, depth - 1, SenderName.Unknown, budget); // the mark and the header are of one and the same message
        }

        return [quote with { Level = depth, Blocks = Segment(lines, 0, depth, sender, budget) }];
    }
}
