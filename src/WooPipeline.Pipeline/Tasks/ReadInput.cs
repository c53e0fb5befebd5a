namespace WooPipeline.Pipeline;

/// <summary>What a reading task is given.</summary>
/// <param name="Path">Path of the source in its dossier.</param>
/// <param name="Key">Key of the source in a workspace.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Content">Its bytes; null where they are many, and shared by their hash.</param>
internal sealed record ReadInput(string Path, string Key, string Sha256, byte[]? Content)
{
    /// <summary>A source of at most so many bytes goes with the input.</summary>
    public const int MostContent = 1024 * 1024;

    /// <summary>The input of a task.</summary>
    public static ReadInput Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        return new ReadInput(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadBoolean() ? reader.ReadBytes(reader.ReadInt32()) : null);
    }

    /// <summary>The bytes of a source that goes with the input; null where it is larger or no plain file, or can't be read.</summary>
    public static byte[]? ContentOf(string fullPath)
    {
        try
        {
            var file = new FileInfo(fullPath);
            return file.Exists && file.LinkTarget is null && file.Length <= MostContent ? File.ReadAllBytes(fullPath) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it here meets the same fault and tells it as a quarantine.
            return null;
        }
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream((Content?.Length ?? 0) + 512);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Path);
        writer.Write(Key);
        writer.Write(Sha256);
        writer.Write(Content is not null);
        if (Content is not null)
        {
            writer.Write(Content.Length);
            writer.Write(Content);
        }

        writer.Flush();
        return bytes.ToArray();
    }
}
