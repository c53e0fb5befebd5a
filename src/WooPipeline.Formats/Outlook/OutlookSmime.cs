using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Signed and encrypted Outlook messages: the real message is in the attachment.</summary>
internal static class OutlookSmime
{
    /// <summary>The message within, or its quarantine; null where the item is not of that kind.</summary>
    public static ReadResult? TryRead(MapiMessage message, string fileName, ReadLimits limits)
    {
        var type = message.Properties.Text(MapiTag.MessageClass);
        if (!type.StartsWith("IPM.Note.SMIME", StringComparison.OrdinalIgnoreCase) || message.Attachments.Count != 1)
        {
            return null;
        }

        var attachment = message.Attachments[0];
        var isMime = type.EndsWith("MultipartSigned", StringComparison.OrdinalIgnoreCase);
        var bytes = isMime ? attachment.Content : SignedContent.Unwrap(attachment.Content);
        if (bytes is null)
        {
            return PartKinds.Encrypted;
        }

        // The body within has no mail header of its own: the item's fields go before it.
        var bare = new MapiMessage(Renamed(message.Properties), message.Recipients, []);
        return MapiMessageReader.Read(bare, fileName, limits) is DocumentRead outer
            && new EmlReader().Read(new SourceFile(fileName, bytes.Value, "message/rfc822"), limits) is DocumentRead inner
            ? Merge(outer, inner) : null;
    }

    private static DocumentRead Merge(DocumentRead outer, DocumentRead inner)
    {
        // The inner header table is empty; its body stands between it and its header lines.
        var blocks = outer.Tree.Blocks;
        var body = inner.Tree.Blocks.Skip(1);
        return outer with
        {
            Tree = outer.Tree with { Blocks = [blocks[0], .. body, .. blocks.Skip(1)] },
            Attachments = inner.Attachments,
            Deviations = [.. outer.Deviations, .. inner.Deviations],
        };
    }

    private static MapiProperties Renamed(MapiProperties properties)
    {
        var copy = new MapiProperties { Names = properties.Names, Encoding = properties.Encoding };
        copy.Add(MapiTag.MessageClass, MapiType.Unicode, System.Text.Encoding.Unicode.GetBytes("IPM.Note"));
        foreach (var (tag, value) in properties.All)
        {
            copy.Add(tag, value.Type, value.Data);
        }

        return copy;
    }
}
