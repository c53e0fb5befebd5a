using System.Xml;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Slides;

/// <summary>
/// Reads presentations of Office Open XML (pptx, pptm, potx, ppsx; transitional and strict): slides in their order with titles, lists, tables,
/// pictures and notes; hidden slides and shapes as hidden sections, comments as comments.
/// </summary>
public sealed class PptxReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "PowerPoint";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OfficeSignature.IsFamily(file, "ppt/", ".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppsm");
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            using var package = OfficePackage.Open(file.Content, limits);
            return new PptxDeck(package).Read(file.Name);
        }
        catch (OfficeException e)
        {
            return e.Problem;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return new Quarantined("beschadigd", "Een onderdeel van de presentatie is geen geldige XML: het bestand is beschadigd of kwaadaardig. Open het in PowerPoint en sla het opnieuw op.");
        }
    }
}
