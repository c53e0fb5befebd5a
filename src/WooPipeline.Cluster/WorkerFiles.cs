using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>What a task reads of the store; sources are copied to this machine for as long as the task lasts.</summary>
internal sealed class WorkerFiles(Store store, string folder) : ITaskFiles, IDisposable
{
    private readonly List<string> copies = [];

    /// <inheritdoc/>
    public byte[] Shared(string hash) => store.Read(hash);

    /// <inheritdoc/>
    public byte[] Read(FilePart part) => store.Read(part);

    /// <inheritdoc/>
    public string Fetch(string hash)
    {
        var copy = Path.Combine(folder, Path.GetRandomFileName());
        copies.Add(copy);
        store.Fetch(hash, copy);
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in copies)
        {
            File.Delete(copy);
        }
    }
}
