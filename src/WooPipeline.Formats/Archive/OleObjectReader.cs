using System.Buffers.Binary;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Archive;

/// <summary>
/// Objects that Office programs embed in their files (<c>oleObject1.bin</c>, MS-OLEDS): the file that was packed in it, or the Office document that
/// it is. What no reader can have is told.
/// </summary>
public sealed class OleObjectReader : IContainerReader
{
    private static readonly (string Stream, string Extension)[] Documents = [("WordDocument", ".doc"), ("Workbook", ".xls"), ("Book", ".xls"), ("PowerPoint Document", ".ppt")];

    /// <inheritdoc/>
    public string Format => "ingesloten object";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => Path.GetExtension(path) is ".bin" or ".ole" && CompoundFile.IsCompound(head);

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        return [Member(content, limits)];
    }

    private static ContainerMember Member(Stream content, ReadLimits limits)
    {
        try
        {
            var timed = limits.Started();
            return BoundedStream.ReadAll(content, limits.MaxFileBytes, timed) is not { } bytes
                ? new ContainerMember("object", default, ArchiveProblems.Bomb)
                : Member(bytes, CompoundFile.Open(bytes, timed).Root);
        }
        catch (MailLimitException e)
        {
            return new ContainerMember("object", default, e.ToQuarantined());
        }
        catch (ReadTimeException)
        {
            return new ContainerMember("object", default, ReadBudget.Exceeded(limits));
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            return new ContainerMember("object", default, ArchiveProblems.Damaged);
        }
    }

    private static ContainerMember Member(byte[] bytes, CompoundStorage root)
    {
        foreach (var (stream, extension) in Documents)
        {
            if (root.Stream(stream) is { Length: > 0 })
            {
                return new ContainerMember("object" + extension, bytes);
            }
        }

        if (MsgParser.IsMessage(root))
        {
            return new ContainerMember("object.msg", bytes);
        }

        if (root.Stream("\u0001Ole10Native") is { Length: > 4 } native)
        {
            return Packed(native);
        }

        foreach (var stream in (ReadOnlySpan<string>)["Package", "CONTENTS"])
        {
            if (root.Stream(stream) is { Length: > 0 } packed)
            {
                return new ContainerMember("object" + ExtensionOf(packed.Span), packed);
            }
        }

        return new ContainerMember("object", default, OutlookProblems.OleObject);
    }

    // A label, the path it came from and the one that it was packed at, each ended by zero; then the file (Object Packager).
    private static ContainerMember Packed(ReadOnlyMemory<byte> native)
    {
        var span = native.Span;
        var at = 6;
        var label = Text(span, ref at);
        _ = Text(span, ref at);
        at += 4;
        if (at + 4 > span.Length || BinaryPrimitives.ReadUInt16LittleEndian(span[4..]) != 2)
        {
            return new ContainerMember("object", default, OutlookProblems.OleObject);
        }

        var path = (long)BinaryPrimitives.ReadUInt32LittleEndian(span[at..]);
        var start = at + 4 + path;
        if (start + 4 > span.Length)
        {
            return new ContainerMember("object", default, OutlookProblems.OleObject);
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(span[(int)start..]);
        var file = native.Slice((int)start + 4, (int)Math.Min(length, span.Length - start - 4));
        return new ContainerMember(new MemberNames().Unique(label.Length > 0 ? label : "object" + ExtensionOf(file.Span)), file);
    }

    private static string Text(ReadOnlySpan<byte> span, ref int at)
    {
        var rest = span[Math.Min(at, span.Length)..];
        var length = rest.IndexOf((byte)0);
        length = length < 0 ? rest.Length : length;
        at += length + 1;
        return MailCharsets.Western.GetString(rest[..length]);
    }

    private static string ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ".pdf" : bytes.StartsWith("{\\rtf"u8) ? ".rtf" : bytes.StartsWith(OfficeSignature.Zip) && bytes.IndexOf("[Content_Types].xml"u8) < 0 ? ".zip" : "";
}
