using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Reads a message from the storages of a .msg (MS-OXMSG).</summary>
internal sealed class MsgParser
{
    private const string PropertyStream = "__properties_version1.0";
    private readonly ReadLimits limits;
    private readonly Dictionary<MapiName, ushort> names;
    private readonly List<Deviation> deviations = [];
    private int members;

    private MsgParser(CompoundStorage root, ReadLimits limits)
    {
        this.limits = limits;
        names = NamedProperties.Read(root.Storage("__nameid_version1.0"));
    }

    /// <summary>Reads the message whose storage is the root.</summary>
    /// <exception cref="MailLimitException">Deeper or larger than the limits, or no message.</exception>
    public static MapiMessage Parse(CompoundStorage root, ReadLimits limits) => new MsgParser(root, limits).Message(root, 0, null);

    /// <summary>True where the root holds a message rather than a Word file of old.</summary>
    public static bool IsMessage(CompoundStorage root) =>
        root.Streams.Any(s => s == PropertyStream || s.StartsWith("__substg1.0_", StringComparison.OrdinalIgnoreCase));

    private MapiMessage Message(CompoundStorage storage, int depth, Encoding? inherited)
    {
        if (depth > limits.MaxDepth)
        {
            throw new MailLimitException("te-diep", $"Er zitten meer dan {limits.MaxDepth} berichten in elkaar.");
        }

        var properties = Properties(storage, depth == 0 ? 32 : 24);
        properties.ChooseEncoding(inherited);
        var recipients = new List<MapiProperties>();
        var attachments = new List<MapiAttachment>();
        foreach (var name in storage.Storages)
        {
            limits.Check();
            if (++members > limits.MaxMembers)
            {
                throw new MailLimitException("te-groot", $"Het bericht heeft meer dan {limits.MaxMembers} delen.");
            }

            if (name.StartsWith("__recip_version1.0_", StringComparison.OrdinalIgnoreCase) && storage.Storage(name) is { } recipient)
            {
                var read = Properties(recipient, 8);
                read.Encoding = properties.Encoding;
                recipients.Add(read);
            }
            else if (name.StartsWith("__attach_version1.0_", StringComparison.OrdinalIgnoreCase) && storage.Storage(name) is { } attachment)
            {
                attachments.Add(Attachment(attachment, depth, properties.Encoding));
            }
        }

        return new MapiMessage(properties, recipients, attachments) { Deviations = depth == 0 ? deviations : [] };
    }

    private MapiAttachment Attachment(CompoundStorage storage, int depth, Encoding encoding)
    {
        var properties = Properties(storage, 8);
        properties.Encoding = encoding;
        if (storage.Storage("__substg1.0_3701000D") is { } inner)
        {
            return IsMessage(inner)
                ? new MapiAttachment(properties, default, Message(inner, depth + 1, encoding))
                : OleObject(properties, inner);
        }

        var content = properties.Binary(MapiTag.AttachData) ?? default;
        if (properties.Int(MapiTag.AttachMethod) is 2 or 3 or 4 or 7)
        {
            return new MapiAttachment(properties, content) { Problem = OutlookProblems.Reference };
        }

        return new MapiAttachment(properties, content);
    }

    // An embedded object: its contents stream is what can be had of it.
    private static MapiAttachment OleObject(MapiProperties properties, CompoundStorage storage)
    {
        foreach (var name in (ReadOnlySpan<string>)["CONTENTS", "Package", "\u0001Ole10Native"])
        {
            if (storage.Stream(name) is { Length: > 0 } content)
            {
                return new MapiAttachment(properties, content);
            }
        }

        return new MapiAttachment(properties, default) { Problem = OutlookProblems.OleObject };
    }

    private MapiProperties Properties(CompoundStorage storage, int headerLength)
    {
        var properties = new MapiProperties { Names = names };
        if (storage.Stream(PropertyStream) is { } stream)
        {
            for (var at = headerLength; at + 16 <= stream.Length; at += 16)
            {
                var entry = stream.Span.Slice(at, 16);
                var type = BinaryPrimitives.ReadUInt16LittleEndian(entry);
                if (MapiType.FixedLength(type) is > 0 and <= 8 and var length)
                {
                    properties.Add(BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]), type, stream.Slice(at + 8, length));
                }
            }
        }
        else
        {
            deviations.Add(new Deviation("msg-no-property-stream", "eigenschappen"));
        }

        foreach (var name in storage.Streams)
        {
            // __substg1.0_IIIITTTT; the values of a list stand in -XXXXXXXX streams beside it.
            if (name.StartsWith("__substg1.0_", StringComparison.OrdinalIgnoreCase) && name.Length == 20
                && uint.TryParse(name.AsSpan(12), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var tag))
            {
                properties.Add((ushort)(tag >> 16), (ushort)tag, storage.Stream(name) ?? default);
            }
        }

        return properties;
    }
}
