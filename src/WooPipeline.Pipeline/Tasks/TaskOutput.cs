namespace WooPipeline.Pipeline;

/// <summary>The result of a task.</summary>
/// <param name="File">The file (as <see cref="FilePart.File"/>) that holds it.</param>
/// <param name="Offset">Where in that file it starts.</param>
/// <param name="Content">The result itself, which can be read at any place.</param>
public sealed record TaskOutput(string File, long Offset, Stream Content);
