namespace WooPipeline.Publication;

/// <summary>A package can't be made; the message (Dutch) says what is wrong, where, and what to do. Never content of a document.</summary>
public sealed class PackageException(string message) : Exception(message);
