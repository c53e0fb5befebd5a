namespace WooPipeline.Publication.Verification;

/// <summary>The working space of one thread of the check, used for file after file.</summary>
/// <param name="pairs">Where two bytes a letter may stand.</param>
internal sealed class SearchBuffers(PairRows pairs)
{
    /// <summary>The letters of the text being searched.</summary>
    public Squashed Letters { get; } = new();

    /// <summary>Readings of a file's bytes.</summary>
    public ByteReadings Outer { get; } = new(pairs);

    /// <summary>Readings of bytes behind an encoding.</summary>
    public ByteReadings Inner { get; } = new(pairs);

    /// <summary>Runs of base64 and hex.</summary>
    public EncodedRuns Runs { get; } = new();
}
