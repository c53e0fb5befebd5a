namespace WooPipeline.Pipeline;

/// <summary>The public files of one document, in memory.</summary>
internal sealed class MadeFiles : IPublicFiles
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Write(string path, ReadOnlySpan<byte> content) => files[path] = content.ToArray();

    /// <summary>All of a file.</summary>
    public byte[] Content(string path) => files[path];

    /// <summary>The files with their lengths.</summary>
    public IReadOnlyList<TaskFile> Of(IEnumerable<string> paths) => [.. paths.Select(p => new TaskFile(p, files[p].Length))];
}
