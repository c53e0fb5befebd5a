using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>yEnc 1.2: <c>=ybegin … name=</c>, bytes plus 42, <c>=</c> escapes, <c>=yend</c>.</summary>
internal static class YEnc
{
    /// <summary>The bytes of the first file in a body; null where there is none.</summary>
    public static ReadOnlyMemory<byte>? DecodeFirst(ReadOnlySpan<byte> body) => Find(body, 0)?.Content;

    /// <summary>The first file from an offset; null where there is none.</summary>
    public static CodedFile? Find(ReadOnlySpan<byte> body, int from)
    {
        var start = body[from..].IndexOf("=ybegin "u8);
        if (start < 0)
        {
            return null;
        }

        start += from;
        var lineEnd = HeaderReader.LineEnd(body, start, out var next);
        var head = Encoding.Latin1.GetString(body[start..lineEnd]);
        var name = head.IndexOf("name=", StringComparison.Ordinal);
        var bytes = new List<byte>();
        while (next < body.Length)
        {
            lineEnd = HeaderReader.LineEnd(body, next, out var after);
            var line = body[next..lineEnd];
            if (line.StartsWith("=yend"u8))
            {
                return new CodedFile(start, after, name < 0 ? "" : head[(name + 5)..].Trim(), bytes.ToArray());
            }

            if (!line.StartsWith("=ypart"u8))
            {
                Line(line, bytes);
            }

            next = after;
        }

        return null;
    }

    private static void Line(ReadOnlySpan<byte> line, List<byte> bytes)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var b = line[i];
            if (b == '=' && i + 1 < line.Length)
            {
                b = (byte)(line[++i] - 64);
            }

            bytes.Add((byte)(b - 42));
        }
    }
}
