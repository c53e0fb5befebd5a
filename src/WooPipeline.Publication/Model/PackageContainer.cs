namespace WooPipeline.Publication;

/// <summary>A file that only carries others (zip, mbox, pst); its members are documents of their own.</summary>
/// <param name="Path">Its path: <c>bronnen/a.zip</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Members">How many members it has; as many documents and containers must name it as theirs.</param>
/// <param name="Container">Path of the container that it came out of itself; null for a file of its own.</param>
public sealed record PackageContainer(string Path, string Sha256, int Members, string? Container = null);
