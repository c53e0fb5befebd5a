using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// What the tasks of a message read of the store. Sources are copied to this machine for as long as a task lasts; files that tasks read
/// parts of stay open for the next task, since what goes together now mostly went together before.
/// </summary>
internal sealed class WorkerFiles(Store store, string folder) : ITaskFiles, IDisposable
{
    private const int MostOpen = 8;
    private readonly List<string> copies = [];
    private readonly Dictionary<string, FileStream> opened = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public byte[] Shared(string hash) => store.Read(hash);

    /// <inheritdoc/>
    public byte[] Read(FilePart part) => store.Read(part, () => Opened(part.File), () => Close(part.File));

    /// <inheritdoc/>
    public string Fetch(string hash)
    {
        var copy = Path.Combine(folder, Path.GetRandomFileName());
        copies.Add(copy);
        store.Fetch(hash, copy);
        return copy;
    }

    /// <summary>Throws away what a task copied.</summary>
    public void EndTask()
    {
        foreach (var copy in copies)
        {
            File.Delete(copy);
        }

        copies.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndTask();
        CloseAll();
    }

    private FileStream Opened(string name)
    {
        if (!opened.TryGetValue(name, out var file))
        {
            if (opened.Count >= MostOpen)
            {
                CloseAll();
            }

            opened[name] = file = store.Open(name);
        }

        return file;
    }

    private void Close(string name)
    {
        if (opened.Remove(name, out var file))
        {
            file.Dispose();
        }
    }

    private void CloseAll()
    {
        foreach (var file in opened.Values)
        {
            file.Dispose();
        }

        opened.Clear();
    }
}
