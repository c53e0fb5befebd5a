namespace WooPipeline.Pipeline;

/// <summary>
/// Does the tasks of a run somewhere else than in its own process. What goes to the tasks goes through files that every worker can read,
/// named by their hashes; a task itself is told in hashes alone.
/// </summary>
public interface ITaskRunner
{
    /// <summary>Puts content where every worker can read it; gives its hash (SHA-256, lower-case hex).</summary>
    string Share(ReadOnlyMemory<byte> content);

    /// <summary>Puts a file where every worker can read it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">Its hash.</param>
    /// <returns>False where the file no longer has that hash, or can't be read.</returns>
    bool ShareFile(string path, string sha256);

    /// <summary>True where a part that was shared, or is part of a result, can still be read.</summary>
    bool Has(FilePart part);

    /// <summary>Does a batch and returns when every task of it has ended.</summary>
    /// <exception cref="OperationCanceledException">The run was asked to end.</exception>
    /// <exception cref="DossierException">The tasks can't be done: a person must act.</exception>
    void Run(TaskBatch batch, CancellationToken stop);
}
