using System.Text;
using System.Xml;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>
/// Reads OpenDocument texts, sheets, presentations and drawings (ISO/IEC 26300; packages and flat files): what a reader sees with its notes,
/// page headers and footers; hidden text, hidden sheets and slides and removed text as hidden sections, annotations as comments.
/// </summary>
public sealed class OdfReader : IFormatReader
{
    private const string TypePrefix = "application/vnd.oasis.opendocument.";

    /// <inheritdoc/>
    public string Format => "OpenDocument";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = file.Content.Span[..Math.Min(1024, file.Content.Length)];
        return head.StartsWith(OfficeSignature.Zip)
            ? head.IndexOf(Encoding.ASCII.GetBytes("mimetype" + TypePrefix)) > 0 || IsExtension(file.Extension)
            : file.Extension is ".fodt" or ".fods" or ".fodp" || (IsExtension(file.Extension) && !head.StartsWith(OfficeSignature.CompoundFile));
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            using var package = OdfPackage.Open(file.Content, limits);
            return new OdfDocument(package).Read(file.Name);
        }
        catch (OfficeException e)
        {
            return e.Problem;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException)
        {
            return new Quarantined("beschadigd", "Het OpenDocument-bestand is beschadigd of afgekapt. Open het in het eigen programma en sla het opnieuw op, of vraag het opnieuw op bij de bron.");
        }
    }

    private static bool IsExtension(string extension) => extension is ".odt" or ".ott" or ".ods" or ".ots" or ".odp" or ".otp" or ".odg" or ".odm";
}
