namespace WooPipeline.Formats.Mail;

/// <summary>A message goes past a limit; the reader that started turns it into a <see cref="Quarantined"/>.</summary>
internal sealed class MailLimitException(string code, string reason) : Exception(reason)
{
    /// <summary>The quarantine's code.</summary>
    public string Code { get; } = code;

    /// <summary>The quarantine, with what the coordinator can do.</summary>
    public Quarantined ToQuarantined() => new(Code, Message + " Controleer het bestand bij de bron en beoordeel het met de hand.");
}
