namespace WooPipeline.Cluster;

/// <summary>A result as it is made: in memory, and on this machine's disk once it grows large.</summary>
internal sealed class Spool : Stream
{
    private const long MostInMemory = 64L * 1024 * 1024;
    private Stream content = new MemoryStream();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => content.Length;

    /// <inheritdoc/>
    public override long Position { get => content.Position; set => throw new NotSupportedException(); }

    /// <summary>Throws away what was written behind a place.</summary>
    public void CutTo(long length)
    {
        content.SetLength(length);
        content.Position = length;
    }

    /// <summary>Writes all of it elsewhere; may be asked again.</summary>
    public void WriteTo(Stream target)
    {
        content.Position = 0;
        content.CopyTo(target);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (content is MemoryStream && content.Length + buffer.Length > MostInMemory)
        {
            var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            WriteTo(file);
            content.Dispose();
            content = file;
        }

        content.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        content.Dispose();
        base.Dispose(disposing);
    }
}
