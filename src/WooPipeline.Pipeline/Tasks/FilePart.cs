namespace WooPipeline.Pipeline;

/// <summary>A stretch of a file that every worker can read.</summary>
/// <param name="File">Which file: the hash of shared content, or what a runner called the file of a result.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Check">First 16 hex digits of its SHA-256.</param>
public sealed record FilePart(string File, long Offset, int Length, string Check);
