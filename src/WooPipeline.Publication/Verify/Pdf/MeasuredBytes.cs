namespace WooPipeline.Publication.Verification;

/// <summary>
/// Bytes that tell how far a decoder went: the last ones are handed out one at a time, so that what stands behind the end of the
/// compressed data is seen to be left.
/// </summary>
internal sealed class MeasuredBytes(byte[] bytes) : Stream
{
    private const int Tail = 64;
    private int position;

    /// <summary>How many bytes were taken; exact once the last <see cref="Tail"/> were reached.</summary>
    public int Taken => position;

    /// <summary>True where everything was taken but an end of line.</summary>
    public bool IsUsedUp => position >= bytes.Length || (position >= bytes.Length - 2 && bytes.AsSpan(position).IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override long Position { get => position; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var bulk = bytes.Length - Tail - position;
        var count = Math.Min(buffer.Length, bulk > 0 ? bulk : Math.Min(1, bytes.Length - position));
        bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
