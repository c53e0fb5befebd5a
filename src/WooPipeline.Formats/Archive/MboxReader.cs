using System.Globalization;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Archive;

/// <summary>
/// Mail folders in one file (RFC 4155; the dialects mboxo, mboxrd, mboxcl and mboxcl2), read as a stream of any length: only the
/// message at hand is in memory.
/// </summary>
public sealed class MboxReader : IContainerReader
{
    /// <inheritdoc/>
    public string Format => "mbox";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(path);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return head.StartsWith("From "u8) && extension is not (".eml" or ".txt" or ".msg")
            && (extension is ".mbox" or ".mbx" || MboxSeparator.IsAt(head, 0, afterBlank: true));
    }

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var number = 0;
        foreach (var message in new MboxScanner(content, limits).Messages())
        {
            number++;
            var name = string.Create(CultureInfo.InvariantCulture, $"{number:D6}.eml");
            yield return message is { } bytes
                ? new ContainerMember(name, bytes) { MediaType = "message/rfc822" }
                : new ContainerMember(name, default, new Quarantined("te-groot", $"Het bericht is groter dan {limits.MaxFileBytes / 1024 / 1024} MB. Haal het met een mailprogramma uit de map en beoordeel het met de hand."));
        }
    }
}
