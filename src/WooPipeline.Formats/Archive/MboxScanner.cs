using System.Buffers.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Archive;

/// <summary>Cuts a stream at the separators of an mbox.</summary>
internal sealed class MboxScanner(Stream content, ReadLimits limits)
{
    private const int Chunk = 256 * 1024;
    private const int KeptBuffer = 4 * 1024 * 1024;
    private byte[] buffer = new byte[Chunk * 2];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The messages, separators taken off and <c>&gt;From</c> undone; null for one that is too large.</summary>
    public IEnumerable<ReadOnlyMemory<byte>?> Messages()
    {
        Fill(MboxSeparator.LookAhead);
        SkipSeparator();
        var first = true;
        while (start < end || !ended)
        {
            var next = FindEnd(out var tooLarge);
            var message = buffer.AsSpan(start, next - start);
            var isEmpty = first && message.IndexOfAnyExcept(" \t\r\n"u8) < 0 && ended && next == end;
            if (!isEmpty)
            {
                yield return tooLarge ? default(ReadOnlyMemory<byte>?) : Unquote(message);
            }

            first = false;
            start = next;
            Fill(MboxSeparator.LookAhead);
            SkipSeparator();
        }
    }

    /// <summary>Offset of the separator after the message that starts at <see cref="start"/>; the message is then wholly in the buffer.</summary>
    private int FindEnd(out bool tooLarge)
    {
        tooLarge = false;
        if (ByContentLength() is { } declared)
        {
            return declared;
        }

        var from = start;
        while (true)
        {
            var found = Search(ref from);
            if (found >= 0)
            {
                return found;
            }

            if (ended)
            {
                return end;
            }

            if (end - start > limits.MaxFileBytes)
            {
                tooLarge = true;
                start = Math.Max(start, from - 8);
            }

            var consumed = start;
            Fill(end - start + Chunk);
            from -= consumed - start;
        }
    }

    private int Search(ref int from)
    {
        var last = ended ? end : end - MboxSeparator.LookAhead;
        while (from < last)
        {
            var found = buffer.AsSpan(from, end - from).IndexOf("\nFrom "u8);
            if (found < 0)
            {
                from = Math.Max(from, end - 6);
                return -1;
            }

            var at = from + found + 1;
            if (at > last && !ended)
            {
                from += found;
                return -1;
            }

            var afterBlank = at - start < 2 || buffer[at - 2] == '\n' || (buffer[at - 2] == '\r' && at - start > 2 && buffer[at - 3] == '\n');
            if (MboxSeparator.IsAt(buffer.AsSpan(0, end), at, afterBlank))
            {
                return at;
            }

            from = at;
        }

        return -1;
    }

    // Content-Length (mboxcl, mboxcl2) counts only where it lands on a separator or on the end; it is often wrong.
    private int? ByContentLength()
    {
        var blank = HeaderEnd(buffer.AsSpan(start, Math.Min(end - start, Chunk / 2)));
        var head = buffer.AsSpan(start, Math.Max(0, blank));
        var field = head.StartsWith("Content-Length:"u8) ? -1 : head.IndexOf("\nContent-Length:"u8);
        if ((field < 0 && !head.StartsWith("Content-Length:"u8)) || !Utf8Parser.TryParse(head[(field + 16)..].TrimStart((byte)' '), out long length, out _)
            || length < 0 || length > limits.MaxFileBytes)
        {
            return null;
        }

        Fill((int)Math.Min(int.MaxValue / 2, blank + length + MboxSeparator.LookAhead));
        var at = start + blank + length;
        for (var skip = 0; skip < 4 && at <= end; skip++, at++)
        {
            if ((at == end && ended) || (at < end && MboxSeparator.IsAt(buffer.AsSpan(0, end), (int)at, afterBlank: true)))
            {
                return (int)at;
            }

            if (at >= end || buffer[at] is not ((byte)'\r' or (byte)'\n'))
            {
                return null;
            }
        }

        return null;
    }

    private static int HeaderEnd(ReadOnlySpan<byte> head)
    {
        for (var at = 0; at < head.Length;)
        {
            var found = head[at..].IndexOf((byte)'\n');
            if (found < 0)
            {
                break;
            }

            at += found + 1;
            if (head[at..].StartsWith("\n"u8) || head[at..].StartsWith("\r\n"u8))
            {
                return at + (head[at] == '\n' ? 1 : 2);
            }
        }

        return -1;
    }

    private void SkipSeparator()
    {
        if (buffer.AsSpan(start, end - start).StartsWith("From "u8))
        {
            _ = HeaderReader.LineEnd(buffer.AsSpan(0, end), start, out start);
        }
    }

    /// <summary>Sees to it that as many bytes stand in the buffer, or all that are left; moves them to its start.</summary>
    private void Fill(int wanted)
    {
        if (ended || end - start >= wanted)
        {
            return;
        }

        var kept = end - start;
        var size = Math.Max(wanted + Chunk, Chunk * 2);
        if (size > buffer.Length || (buffer.Length > KeptBuffer && size <= KeptBuffer / 2))
        {
            var larger = new byte[size > buffer.Length ? Math.Max(size, Math.Min(buffer.Length * 2, 1 << 30)) : Chunk * 2];
            Buffer.BlockCopy(buffer, start, larger, 0, kept);
            buffer = larger;
        }
        else if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, kept);
        }

        (start, end) = (0, kept);
        while (end < wanted || end < Math.Min(buffer.Length, wanted + Chunk))
        {
            var read = content.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                ended = true;
                return;
            }

            end += read;
        }
    }

    private static byte[] Unquote(ReadOnlySpan<byte> message)
    {
        // One line end before the next separator belongs to the folder, not to the message.
        if (message.EndsWith("\r\n\r\n"u8))
        {
            message = message[..^2];
        }
        else if (message.EndsWith("\n\n"u8))
        {
            message = message[..^1];
        }

        if (message.IndexOf("\n>"u8) < 0)
        {
            return message.ToArray();
        }

        var bytes = new byte[message.Length];
        var written = 0;
        for (var at = 0; at < message.Length;)
        {
            var found = message[at..].IndexOf("\n>"u8);
            var upTo = found < 0 ? message.Length : at + found + 1;
            message[at..upTo].CopyTo(bytes.AsSpan(written));
            written += upTo - at;
            at = upTo;
            if (found >= 0 && message[at..].TrimStart((byte)'>').StartsWith("From "u8))
            {
                at++;
            }
        }

        return bytes[..written];
    }
}
