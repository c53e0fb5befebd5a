namespace WooPipeline.Formats.Mail;

/// <summary>What a part is to its message.</summary>
internal enum PartKind
{
    Body,
    Fields,
    Calendar,
    Message,
    Signature,
    File,
}

/// <summary>Tells what a part is by its type, name and disposition.</summary>
internal static class PartKinds
{
    /// <summary>The quarantine of encrypted mail.</summary>
    public static Quarantined Encrypted { get; } = new(
        "versleuteld", "Het bericht of deel is versleuteld (S/MIME of PGP). Vraag de verzender of ontvanger om een ontsleutelde kopie.");

    public static PartKind Of(MimeEntity entity, bool isRoot)
    {
        var attached = entity.Disposition.Value == "attachment";
        switch (entity.MediaType)
        {
            case "message/delivery-status" or "message/disposition-notification" or "message/feedback-report" or "text/rfc822-headers" or "message/global-delivery-status":
                return PartKind.Fields;
            case "message/rfc822" or "message/global" or "message/partial":
                return PartKind.Message;
            case "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature":
                return PartKind.Signature;
            case "text/calendar" when !attached:
                return PartKind.Calendar;
            case "text/plain" or "text/html" or "text/enriched" or "text/richtext":
                return attached || (entity.FileName.Length > 0 && !isRoot) ? PartKind.File : PartKind.Body;
            default:
                break;
        }

        var isDocument = entity.MediaType is "text/csv" or "text/rtf" or "text/vcard" or "text/x-vcard" or "text/directory" or "text/xml" or "text/css" or "text/calendar";
        return entity.IsText && !attached && !isDocument && entity.FileName.Length == 0 ? PartKind.Body : PartKind.File;
    }

    /// <summary>True for S/MIME content, signed or encrypted.</summary>
    public static bool IsCms(MimeEntity entity) => entity.MediaType is "application/pkcs7-mime" or "application/x-pkcs7-mime";

    /// <summary>Why the bytes of a part can't be had; null where they can.</summary>
    public static Quarantined? Problem(MimeEntity entity)
    {
        switch (entity.MediaType)
        {
            case "message/external-body":
                return new Quarantined("extern", "De bijlage zat niet in het bericht maar op een andere plaats; die wordt nooit opgehaald. Vraag het bestand op bij de bron.");
            case "application/pgp-encrypted":
                return Encrypted;
            default:
                return null;
        }
    }
}
