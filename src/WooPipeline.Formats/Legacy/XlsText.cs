using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Legacy;

/// <summary>Reads the strings of a record that may go on in the next, where a flag tells anew how wide its characters are (MS-XLS §2.5.293).</summary>
internal sealed class XlsText(XlsRecord record, Encoding encoding)
{
    private readonly List<ReadOnlyMemory<byte>> pieces = [record.Data, .. record.More];
    private int piece;
    private int at;

    public bool IsAtEnd => piece >= pieces.Count || (piece == pieces.Count - 1 && at >= pieces[piece].Length);

    public void Skip(int count)
    {
        while (count > 0 && piece < pieces.Count)
        {
            var step = Math.Min(count, pieces[piece].Length - at);
            at += step;
            count -= step;
            if (count > 0)
            {
                Next();
            }
        }
    }

    /// <summary>A string with its count of characters in two bytes (or one) before it, its formatting runs passed over.</summary>
    public string Read(bool shortCount = false)
    {
        var count = shortCount ? Byte() : Word();
        var flags = Byte();
        var runs = (flags & 8) != 0 ? Word() : 0;
        var extra = (flags & 4) != 0 ? (int)Math.Min(int.MaxValue / 2, (uint)(Word() | (Word() << 16))) : 0;
        var text = Characters(count, (flags & 1) != 0);
        Skip((runs * 4) + extra);
        return text;
    }

    /// <summary>A string of one byte a character (BIFF5).</summary>
    public string ReadBytes(bool shortCount = false)
    {
        var count = shortCount ? Byte() : Word();
        if (piece >= pieces.Count)
        {
            return "";
        }

        var bytes = pieces[piece].Span[Math.Min(at, pieces[piece].Length)..];
        var text = encoding.GetString(bytes[..Math.Min(count, bytes.Length)]);
        at += count;
        return text;
    }

    /// <summary>Characters of a text object, which begin in the next record with their own flag.</summary>
    public string ReadContinued(int count)
    {
        Next();
        return Characters(count, (Byte() & 1) != 0);
    }

    private string Characters(int count, bool isWide)
    {
        var text = new StringBuilder();
        while (text.Length < count && piece < pieces.Count)
        {
            var size = isWide ? 2 : 1;
            var available = Math.Max(0, (pieces[piece].Length - at) / size);
            var taken = Math.Min(count - text.Length, available);
            var bytes = taken == 0 ? default : pieces[piece].Span.Slice(at, taken * size);
            text.Append((isWide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes));
            at += taken * size;
            if (text.Length < count)
            {
                Next();
                if (piece < pieces.Count)
                {
                    isWide = (Byte() & 1) != 0;
                }
            }
        }

        return text.ToString();
    }

    private int Byte()
    {
        while (piece < pieces.Count && at >= pieces[piece].Length)
        {
            Next();
        }

        return piece < pieces.Count ? pieces[piece].Span[at++] : 0;
    }

    private int Word() => Byte() | (Byte() << 8);

    private void Next()
    {
        piece++;
        at = 0;
    }
}
