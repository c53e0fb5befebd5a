using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A file written into text by uuencode or yEnc.</summary>
/// <param name="Start">Offset of its first line in the text.</param>
/// <param name="End">One past its last line.</param>
/// <param name="Name">Name it gives.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record CodedFile(int Start, int End, string Name, ReadOnlyMemory<byte> Content);

/// <summary>uuencode (POSIX): <c>begin 644 name</c>, lines that begin with their length, <c>end</c>.</summary>
internal static class UuCoding
{
    /// <summary>The bytes of the first file in a body; null where there is none.</summary>
    public static ReadOnlyMemory<byte>? DecodeFirst(ReadOnlySpan<byte> body) => Find(body, 0)?.Content;

    /// <summary>The first file from an offset; null where there is none.</summary>
    public static CodedFile? Find(ReadOnlySpan<byte> body, int from)
    {
        for (var at = from; at < body.Length;)
        {
            var found = body[at..].IndexOf("begin "u8);
            if (found < 0)
            {
                return null;
            }

            at += found;
            if ((at == 0 || body[at - 1] is (byte)'\n' or (byte)'\r') && Read(body, at) is { } file)
            {
                return file;
            }

            at += 6;
        }

        return null;
    }

    private static CodedFile? Read(ReadOnlySpan<byte> body, int start)
    {
        var lineEnd = HeaderReader.LineEnd(body, start, out var next);
        var words = Encoding.Latin1.GetString(body[start..lineEnd]).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words[1].Length is < 3 or > 4 || words[1].Any(c => c is < '0' or > '7'))
        {
            return null;
        }

        var bytes = new List<byte>();
        while (next < body.Length)
        {
            lineEnd = HeaderReader.LineEnd(body, next, out var after);
            var line = body[next..lineEnd];
            if (line.TrimEnd((byte)' ').SequenceEqual("end"u8))
            {
                return new CodedFile(start, after, words[2].Trim(), bytes.ToArray());
            }

            if (!line.IsEmpty && !Line(line, bytes))
            {
                return null; // "begin 100 days" in running text
            }

            next = after;
        }

        return bytes.Count > 0 ? new CodedFile(start, body.Length, words[2].Trim(), bytes.ToArray()) : null;
    }

    private static bool Line(ReadOnlySpan<byte> line, List<byte> bytes)
    {
        var count = (line[0] - 32) & 63;
        if (line[0] is < 32 or > 96 || line.Length - 1 > (((count + 2) / 3) * 4) + 2)
        {
            return false;
        }

        for (int at = 1, left = count; left > 0; at += 4, left -= 3)
        {
            var group = (Six(line, at) << 18) | (Six(line, at + 1) << 12) | (Six(line, at + 2) << 6) | Six(line, at + 3);
            for (var i = 0; i < Math.Min(3, left); i++)
            {
                bytes.Add((byte)(group >> (16 - (8 * i))));
            }
        }

        return true;
    }

    private static int Six(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - 32) & 63 : 0;
}
