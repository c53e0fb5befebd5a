namespace WooPipeline.Formats.Archive;

/// <summary>Archives that can't be opened here (cab): told as such, so that a person unpacks them.</summary>
public sealed class UnsupportedArchiveReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "archief";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Kind(file.Content.Span) is not null;
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new Quarantined("niet-ondersteund", $"Een archief van dit soort ({Kind(file.Content.Span)}) kan hier niet worden uitgepakt. Pak het uit en lever de bestanden los of als zip aan.");
    }

    private static string? Kind(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("MSCF\0\0\0\0"u8) ? "cab" : null;
}
