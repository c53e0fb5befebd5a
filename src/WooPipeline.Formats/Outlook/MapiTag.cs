namespace WooPipeline.Formats.Outlook;

/// <summary>Tags of the properties read here (MS-OXPROPS).</summary>
internal static class MapiTag
{
    public const ushort MessageClass = 0x001A;
    public const ushort Subject = 0x0037;
    public const ushort ClientSubmitTime = 0x0039;
    public const ushort SubjectPrefix = 0x003D;
    public const ushort SentRepresentingName = 0x0042;
    public const ushort SentRepresentingEmail = 0x0065;
    public const ushort ConversationIndex = 0x0071;
    public const ushort TransportHeaders = 0x007D;
    public const ushort RecipientType = 0x0C15;
    public const ushort SenderName = 0x0C1A;
    public const ushort SenderEmail = 0x0C1F;
    public const ushort DisplayBcc = 0x0E02;
    public const ushort DisplayCc = 0x0E03;
    public const ushort DisplayTo = 0x0E04;
    public const ushort DeliveryTime = 0x0E06;
    public const ushort NormalizedSubject = 0x0E1D;
    public const ushort Body = 0x1000;
    public const ushort RtfCompressed = 0x1009;
    public const ushort Html = 0x1013;
    public const ushort InternetMessageId = 0x1035;
    public const ushort InternetReferences = 0x1039;
    public const ushort InReplyTo = 0x1042;
    public const ushort DisplayName = 0x3001;
    public const ushort EmailAddress = 0x3003;
    public const ushort CreationTime = 0x3007;
    public const ushort SmtpAddress = 0x39FE;
    public const ushort AttachData = 0x3701;
    public const ushort AttachFilename = 0x3704;
    public const ushort AttachMethod = 0x3705;
    public const ushort AttachLongFilename = 0x3707;
    public const ushort AttachMimeTag = 0x370E;
    public const ushort AttachContentId = 0x3712;
    public const ushort AttachContentLocation = 0x3713;
    public const ushort InternetCodepage = 0x3FDE;
    public const ushort MessageLocaleId = 0x3FF1;
    public const ushort MessageCodepage = 0x3FFD;
    public const ushort SenderSmtp = 0x5D01;
    public const ushort SentRepresentingSmtp = 0x5D02;
    public const ushort AttachHidden = 0x7FFE;
}
