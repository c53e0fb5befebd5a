using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Reads Outlook items saved as <c>.msg</c> (MS-OXMSG): mail, appointments, contacts, tasks.</summary>
public sealed class MsgReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "Outlook-bericht";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!CompoundFile.IsCompound(file.Content.Span))
        {
            return file.Extension == ".msg" && !MailSniffer.LooksLikeMessage(file.Content.Span);
        }

        return file.Extension == ".msg" || file.DeclaredMediaType == "application/vnd.ms-outlook" || HoldsMessage(file.Content.Span);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        if (!CompoundFile.IsCompound(file.Content.Span) && MailSniffer.HasMailField(file.Content.Span))
        {
            return new EmlReader().Read(file, limits); // other programs call their mails msg too
        }

        try
        {
            var root = CompoundFile.Open(file.Content, limits).Root;
            return MsgParser.IsMessage(root)
                ? MapiMessageReader.Read(MsgParser.Parse(root, limits), file.Name, limits)
                : new Quarantined("beschadigd", "Het bestand heet een Outlook-bericht maar bevat er geen. Vraag het opnieuw op bij de bron.");
        }
        catch (MailLimitException e)
        {
            return e.ToQuarantined();
        }
    }

    // The name of the property stream stands in the directory, in UTF-16.
    private static bool HoldsMessage(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("__properties_version1.0")) >= 0;
}
