namespace WooPipeline.Cluster;

/// <summary>Part of a stream as a stream of its own; closes the other with itself.</summary>
/// <param name="whole">A stream that can be read at any place.</param>
/// <param name="start">Where it starts.</param>
/// <param name="length">How many bytes.</param>
internal sealed class Stretch(Stream whole, long start, long length) : Stream
{
    private long position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position { get => position; set => position = value; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        whole.Position = start + position;
        var read = whole.Read(buffer[..(int)Math.Clamp(length - position, 0, buffer.Length)]);
        position += read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => position = offset + (origin == SeekOrigin.End ? length : origin == SeekOrigin.Current ? position : 0);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            whole.Dispose();
        }

        base.Dispose(disposing);
    }
}
