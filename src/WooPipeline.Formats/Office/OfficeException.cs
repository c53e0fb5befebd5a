namespace WooPipeline.Formats.Office;

/// <summary>Why a package can't be read: becomes a <see cref="Quarantined"/> at the reader's edge. Holds no content.</summary>
internal sealed class OfficeException(string code, string reason) : Exception(reason)
{
    /// <summary>The quarantine it stands for.</summary>
    public Quarantined Problem { get; } = new(code, reason);
}
