namespace WooPipeline.Cluster;

/// <summary>Gathers the results of the tasks of a message: one behind the other, then where each ends, then how many they are.</summary>
internal sealed class ResultWriter : IDisposable
{
    /// <summary>Stands for the end of a result that there is none of.</summary>
    public const long Failed = -1;

    private readonly List<long> ends = [];
    private long whole;

    /// <summary>Where the next result goes.</summary>
    public Spool Content { get; } = new();

    /// <summary>Ends the result that was written.</summary>
    public void End()
    {
        whole = Content.Length;
        ends.Add(whole);
    }

    /// <summary>Notes that a task has no result; throws away what was written of it.</summary>
    public void Fail()
    {
        Content.CutTo(whole);
        ends.Add(Failed);
    }

    /// <summary>Ends the file.</summary>
    public void Close()
    {
        foreach (var end in ends)
        {
            Content.Write(BitConverter.GetBytes(end));
        }

        Content.Write(BitConverter.GetBytes(ends.Count));
    }

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}
