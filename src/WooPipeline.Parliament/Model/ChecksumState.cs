namespace WooPipeline.Parliament;

/// <summary>Whether a file has the checksum that its record gives.</summary>
public enum ChecksumState
{
    /// <summary>The record gives no checksum.</summary>
    None,

    /// <summary>The file isn't in the dossier.</summary>
    NotHere,

    /// <summary>The algorithm isn't known here.</summary>
    UnknownAlgorithm,

    /// <summary>It is the same file.</summary>
    Same,

    /// <summary>It is another file.</summary>
    Different,
}
