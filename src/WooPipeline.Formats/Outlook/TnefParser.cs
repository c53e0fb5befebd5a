using System.Buffers.Binary;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Reads winmail.dat (MS-OXTNEF): attributes of the message and its attachments, wrong checksums and cut ends tolerated.</summary>
internal sealed class TnefParser
{
    private const uint Signature = 0x223E9F78;
    private const byte AttachmentLevel = 2;
    private readonly ReadLimits limits;
    private readonly int depth;
    private readonly MapiProperties message = new();
    private readonly List<MapiProperties> recipients = [];
    private readonly List<MapiAttachment> attachments = [];
    private readonly List<Deviation> deviations = [];
    private MapiProperties? attachment;
    private ReadOnlyMemory<byte> content;
    private MapiMessage? embedded;

    private TnefParser(ReadLimits limits, int depth)
    {
        this.limits = limits;
        this.depth = depth;
    }

    /// <summary>True where the bytes begin with the signature.</summary>
    public static bool IsTnef(ReadOnlySpan<byte> bytes) => bytes.Length >= 6 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Signature;

    /// <summary>The message; null where the bytes are no TNEF.</summary>
    /// <exception cref="MailLimitException">Deeper or larger than the limits.</exception>
    public static MapiMessage? Parse(ReadOnlyMemory<byte> bytes, ReadLimits limits, int depth = 0)
    {
        if (!IsTnef(bytes.Span))
        {
            return null;
        }

        if (depth > limits.MaxDepth)
        {
            throw new MailLimitException("te-diep", $"Er zitten meer dan {limits.MaxDepth} berichten in elkaar.");
        }

        return new TnefParser(limits, depth).Read(bytes);
    }

    private MapiMessage Read(ReadOnlyMemory<byte> bytes)
    {
        var at = 6;
        while (at + 11 <= bytes.Length)
        {
            limits.Check();
            var level = bytes.Span[at];
            var id = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(at + 1)..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(at + 5)..]);
            at += 9;
            if (level is not (1 or AttachmentLevel) || length > bytes.Length - at)
            {
                deviations.Add(new Deviation("tnef-cut-short", "winmail.dat"));
                break;
            }

            Attribute(level, id & 0xFFFF, bytes.Slice(at, (int)length));
            at += (int)length + 2; // a checksum follows
        }

        FinishAttachment();
        return new MapiMessage(message, recipients, attachments) { Deviations = deviations };
    }

    private void Attribute(byte level, uint id, ReadOnlyMemory<byte> data)
    {
        switch (id)
        {
            case 0x9007 when data.Length >= 4: // attOemCodepage
                message.Encoding = MailCharsets.CodePage(BinaryPrimitives.ReadInt32LittleEndian(data.Span)) ?? message.Encoding;
                break;
            case 0x9003: // attMAPIProps
                new TnefProperties(data).Read(message);
                break;
            case 0x9004: // attRecipTable
                recipients.AddRange(new TnefProperties(data).Rows(message.Encoding, limits.MaxMembers));
                break;
            case 0x8004: // attSubject
                message.Add(MapiTag.Subject, MapiType.String8, data);
                break;
            case 0x800C: // attBody
                message.Add(MapiTag.Body, MapiType.String8, data);
                break;
            case 0x9002: // attAttachRenddata: a new attachment
                FinishAttachment();
                attachment = new MapiProperties { Encoding = message.Encoding };
                break;
            case 0x800F when level == AttachmentLevel: // attAttachData
                content = data;
                break;
            case 0x8010 when level == AttachmentLevel: // attAttachTitle
                attachment?.Add(MapiTag.AttachFilename, MapiType.String8, data);
                break;
            case 0x9005: // attAttachment
                AttachmentProperties(data);
                break;
            default:
                break;
        }
    }

    private void AttachmentProperties(ReadOnlyMemory<byte> data)
    {
        attachment ??= new MapiProperties { Encoding = message.Encoding };
        new TnefProperties(data).Read(attachment);
        if (attachment[MapiTag.AttachData] is { } value)
        {
            // An object begins with the id of its interface; a message within is TNEF again.
            var inner = value.Type == MapiType.Object && value.Data.Length > 16 ? value.Data[16..] : value.Data;
            embedded = TnefParser.Parse(inner, limits, depth + 1);
            content = embedded is null ? inner : default;
        }
    }

    private void FinishAttachment()
    {
        if (attachment is null)
        {
            return;
        }

        if (attachments.Count >= limits.MaxMembers)
        {
            throw new MailLimitException("te-groot", $"Het bericht heeft meer dan {limits.MaxMembers} bijlagen.");
        }

        attachments.Add(new MapiAttachment(attachment, content, embedded));
        (attachment, content, embedded) = (null, default, null);
    }
}
