namespace WooPipeline.Cluster;

/// <summary>Reads what a <see cref="ResultWriter"/> wrote.</summary>
internal sealed class ResultReader : IDisposable
{
    private readonly Stream file;
    private readonly long[] ends;

    /// <summary>The results in a file, which it closes.</summary>
    /// <exception cref="InvalidDataException">The file holds none.</exception>
    public ResultReader(Stream file)
    {
        this.file = file;
        var count = file.Length < sizeof(int) ? -1 : BitConverter.ToInt32(Bytes(file.Length - sizeof(int), sizeof(int)));
        var size = (long)count * sizeof(long);
        var content = file.Length - sizeof(int) - size;
        if (count < 0 || content < 0)
        {
            throw new InvalidDataException("A file of results has no list of them.");
        }

        var list = Bytes(content, (int)size);
        ends = [.. Enumerable.Range(0, count).Select(i => BitConverter.ToInt64(list, i * sizeof(long)))];
    }

    /// <summary>How many tasks.</summary>
    public int Count => ends.Length;

    /// <summary>True where the task at a place has no result.</summary>
    public bool HasFailed(int place) => ends[place] == ResultWriter.Failed;

    /// <summary>Where the result at a place starts in the file.</summary>
    public long OffsetOf(int place)
    {
        var before = place - 1;
        while (before >= 0 && ends[before] == ResultWriter.Failed)
        {
            before--;
        }

        return before < 0 ? 0 : ends[before];
    }

    /// <summary>The result at a place; it is closed with the file.</summary>
    public Stream At(int place) => new Stretch(file, OffsetOf(place), ends[place] - OffsetOf(place));

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private byte[] Bytes(long offset, int length)
    {
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
