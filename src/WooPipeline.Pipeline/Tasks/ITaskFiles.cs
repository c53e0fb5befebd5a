namespace WooPipeline.Pipeline;

/// <summary>What a worker can read of what was shared.</summary>
public interface ITaskFiles
{
    /// <summary>Shared content.</summary>
    byte[] Shared(string hash);

    /// <summary>A part of a file.</summary>
    byte[] Read(FilePart part);

    /// <summary>A file on this machine with shared content, whole and checked, for readers that go through it themselves; it lasts as long as the task.</summary>
    string Fetch(string hash);
}
