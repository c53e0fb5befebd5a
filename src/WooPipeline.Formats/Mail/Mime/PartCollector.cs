using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Mail;

/// <summary>Walks the parts of a message and says of each whether it is body, attachment, or only wrapping. No text part is left out.</summary>
internal sealed class PartCollector(MimeContext context, SenderName sender)
{
    private readonly List<BodyPart> body = [];
    private readonly List<Attachment> attachments = [];
    private readonly List<InlineFile> inline = [];

    /// <summary>What is shown, in order.</summary>
    public IReadOnlyList<BodyPart> Body => body;

    /// <summary>Attachments, in order.</summary>
    public IReadOnlyList<Attachment> Attachments => attachments;

    /// <summary>Files with a Content-ID that a body may show.</summary>
    public IReadOnlyList<InlineFile> Inline => inline;

    /// <summary>Takes a part with all it holds.</summary>
    public void Take(MimeEntity entity, bool isRoot = false)
    {
        context.Place = entity.Place;
        if (entity.IsMultipart)
        {
            TakeMultipart(entity);
            return;
        }

        if (PartKinds.IsCms(entity))
        {
            TakeCms(entity);
            return;
        }

        if (PartKinds.Problem(entity) is { } problem)
        {
            attachments.Add(new Attachment(entity.FileName, entity.MediaType, entity.Decode(context)) { Problem = problem });
            return;
        }

        switch (PartKinds.Of(entity, isRoot))
        {
            case PartKind.Body:
                TakeText(entity);
                break;
            case PartKind.Fields:
                body.Add(new BodyPart(BodyKind.Blocks, "") { Made = ReportFields.Blocks(entity.DecodeText(context)) });
                break;
            case PartKind.Calendar:
                TakeCalendar(entity);
                break;
            case PartKind.Signature:
                context.Deviate("mail-signature");
                break;
            case PartKind.Message:
                if (entity.MediaType == "message/partial")
                {
                    // The other pieces are other messages (PartialMessages joins them); each is read as far as it goes.
                    context.Deviate("mime-partial", $"{(entity.Place.Length == 0 ? "bericht" : "deel " + entity.Place)}, stuk {entity.ContentType["number"] ?? "?"} van {entity.ContentType["total"] ?? "?"}");
                }

                attachments.Add(new Attachment(entity.FileName, "message/rfc822", entity.Decode(context), AttachmentRole.Message));
                break;
            default:
                TakeFile(entity);
                break;
        }
    }

    private void TakeMultipart(MimeEntity entity)
    {
        TakeMargin(entity.Preamble, entity.Parts.Length == 0 ? null : "preamble");
        switch (entity.MediaType)
        {
            case "multipart/alternative":
                TakeAlternatives(entity);
                break;
            case "multipart/encrypted":
                attachments.Add(new Attachment("", entity.MediaType, entity.Body) { Problem = PartKinds.Encrypted });
                break;
            case "multipart/appledouble" when entity.Parts.Length > 1:
                Take(entity.Parts[1]); // the first holds the resource fork
                break;
            default:
                foreach (var part in entity.Parts)
                {
                    Take(part);
                }

                break;
        }

        TakeMargin(entity.Epilogue, "epilogue");
    }

    // Programs show one of the alternatives; where another says more, that is kept as hidden text, so that no word is lost.
    private void TakeAlternatives(MimeEntity entity)
    {
        var sets = new List<PartCollector>();
        foreach (var part in entity.Parts)
        {
            var set = new PartCollector(context, sender);
            set.Take(part);
            sets.Add(set);
            attachments.AddRange(set.attachments);
            inline.AddRange(set.inline);
        }

        var shown = Alternatives.Choose([.. sets.Select(s => s.body)], out var hidden);
        body.AddRange(shown);
        foreach (var part in hidden)
        {
            context.Place = entity.Place;
            context.Deviate("mail-alternatives-differ");
            Hide(part.Blocks(null), "alternative");
        }
    }

    private void TakeText(MimeEntity entity)
    {
        var bytes = entity.Decode(context);
        if (bytes.Length > context.Limits.MaxTextLength)
        {
            throw new MailLimitException("te-groot", $"De tekst van het bericht is groter dan {context.Limits.MaxTextLength / 1024 / 1024} MB.");
        }

        if (entity.MediaType is "text/html" or "text/x-amp-html" or "text/watch-html")
        {
            body.Add(new BodyPart(BodyKind.Html, HtmlCharset.Decode(bytes.Span, entity.Charset, context)) { Sender = sender, Budget = context.Limits.Budget });
            return;
        }

        bytes = TakeCodedFiles(bytes);
        var text = TextDecoder.Decode(bytes.Span, entity.Charset, out var deviation);
        if (deviation is not null)
        {
            context.Deviate(deviation);
        }

        if (entity.MediaType is "text/enriched" or "text/richtext")
        {
            text = EnrichedText.ToPlain(text);
        }

        var flowed = "flowed".Equals(entity.ContentType["format"], StringComparison.OrdinalIgnoreCase);
        body.Add(new BodyPart(flowed ? BodyKind.Flowed : BodyKind.Plain, text)
        {
            Sender = sender,
            Budget = context.Limits.Budget,
            DeleteSpace = "yes".Equals(entity.ContentType["delsp"], StringComparison.OrdinalIgnoreCase),
        });
    }

    private ReadOnlyMemory<byte> TakeCodedFiles(ReadOnlyMemory<byte> bytes)
    {
        var text = new MemoryStream();
        var at = 0;
        while ((UuCoding.Find(bytes.Span, at) ?? YEnc.Find(bytes.Span, at)) is { } file)
        {
            context.Deviate("mail-inline-coded-file");
            context.CountPart();
            attachments.Add(new Attachment(file.Name, "application/octet-stream", file.Content));
            text.Write(bytes.Span[at..file.Start]);
            at = file.End;
        }

        if (at == 0)
        {
            return bytes;
        }

        text.Write(bytes.Span[at..]);
        return text.ToArray();
    }

    private void TakeCalendar(MimeEntity entity)
    {
        var text = entity.DecodeText(context);
        body.Add(new BodyPart(BodyKind.Blocks, "") { Made = CalendarFields.Blocks(text) });
    }

    // Signed mail that carries its content inside the signature; anything else of the kind is encrypted.
    private void TakeCms(MimeEntity entity)
    {
        var bytes = entity.Decode(context);
        if (SignedContent.Unwrap(bytes) is { } inner)
        {
            context.Deviate("mail-signature");
            context.EnterNested();
            Take(MimeParser.Parse(inner, context), isRoot: true);
        }
        else
        {
            attachments.Add(new Attachment(entity.FileName, entity.MediaType, bytes) { Problem = PartKinds.Encrypted });
        }
    }

    private bool TakeTnef(ReadOnlyMemory<byte> bytes)
    {
        if (TnefParser.Parse(bytes, context.Limits) is not { } message)
        {
            return false;
        }

        var deviations = new List<Deviation>(message.Deviations);
        var read = MapiMessageReader.Parts(message, deviations, context.Limits);
        var shown = Alternatives.Choose([[.. body], read.Body], out var hidden);
        body.Clear();
        body.AddRange(shown);
        hidden.ToList().ForEach(p => Hide(p.Blocks(null), "alternative"));
        attachments.AddRange(read.Attachments);
        deviations.ForEach(d => context.Deviate(d.Code, d.Place));
        return true;
    }

    private void TakeFile(MimeEntity entity)
    {
        var bytes = entity.Decode(context);
        if (TnefParser.IsTnef(bytes.Span) && TakeTnef(bytes))
        {
            return;
        }

        if (entity.ContentId.Length > 0 && entity.MediaType.StartsWith("image/", StringComparison.Ordinal))
        {
            inline.Add(new InlineFile(entity.ContentId, attachments.Count, entity.MediaType, bytes));
        }

        attachments.Add(new Attachment(entity.FileName, entity.MediaType, bytes));
    }

    private void TakeMargin(ReadOnlyMemory<byte> bytes, string? hiddenAs)
    {
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return;
        }

        var text = TextDecoder.Utf8OrWestern(bytes.Span);
        if (hiddenAs is null)
        {
            body.Add(new BodyPart(BodyKind.Plain, text) { Sender = sender, Budget = context.Limits.Budget });
        }
        else
        {
            Hide(PlainBody.Blocks(text), hiddenAs);
        }
    }

    private void Hide(ImmutableArray<Block> blocks, string name) =>
        body.Add(new BodyPart(BodyKind.Blocks, "") { Made = [new Section(ZoneKind.Hidden, blocks) { Name = name }] });
}

/// <summary>An image that a body may show.</summary>
/// <param name="ContentId">Its Content-ID, without brackets.</param>
/// <param name="Attachment">Its place among the attachments.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record InlineFile(string ContentId, int Attachment, string MediaType, ReadOnlyMemory<byte> Content);
