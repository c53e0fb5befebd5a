namespace WooPipeline.Parliament;

/// <summary>A file that a record describes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Algorithm">How its checksum was made; empty where none is given.</param>
/// <param name="Checksum">The checksum in hexadecimal; empty where none is given.</param>
/// <param name="Check">Whether the file is the one described.</param>
public sealed record ArchiveFile(string Name, string Algorithm, string Checksum, ChecksumState Check);
