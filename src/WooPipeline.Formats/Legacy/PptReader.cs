using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Legacy;

/// <summary>
/// Reads presentations of PowerPoint 97 to 2003 (<c>.ppt</c>, MS-PPT): slides in their order with titles, texts and notes; hidden slides as hidden
/// sections, comments as comments; PNG and JPEG pictures at the end, others are left out and told.
/// </summary>
public sealed class PptReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "PowerPoint (oud)";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return LegacyFile.IsFamily(file, "PowerPoint Document", ".ppt", ".pps", ".pot");
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        return LegacyFile.Read(file, limits, "PowerPoint", root => new PptDeck(
            PptFile.Open(
                root.Stream("PowerPoint Document") ?? throw new OfficeException("beschadigd", "Het bestand heet een presentatie maar bevat er geen. Vraag het opnieuw op bij de bron."),
                root.Stream("Current User") ?? default,
                limits),
            limits).Read(file.Name, root));
    }
}
