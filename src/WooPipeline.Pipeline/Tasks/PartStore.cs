namespace WooPipeline.Pipeline;

/// <summary>The workspace of a task on one document: its tree and its bytes, from where they were shared.</summary>
internal sealed class PartStore(TaskDocument document, ITaskFiles files) : IItemStore
{
    /// <inheritdoc/>
    public byte[]? Get(string kind, string key) => kind switch
    {
        Workspace.TreeKind => files.Read(document.Tree),
        Workspace.ContentKind when document.Content is { } content => files.Read(content),
        _ => null,
    };

    /// <inheritdoc/>
    public void Put(string kind, string key, byte[] value)
    {
        // What a run remembers of its last package is the coordinator's; a task has no last package.
    }

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
