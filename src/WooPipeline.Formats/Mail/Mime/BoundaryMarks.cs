using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A delimiter line of a multipart: where the part before it ends, where the part after it starts.</summary>
/// <param name="Start">End of the part before it: the line end before the line belongs to the delimiter (RFC 2046 §5.1.1).</param>
/// <param name="Next">Offset after the line.</param>
/// <param name="Closes">True for the last delimiter (<c>--boundary--</c>).</param>
internal readonly record struct BoundaryMark(int Start, int Next, bool Closes);

/// <summary>Finds the delimiter lines of a multipart, those of multiparts within it left out.</summary>
internal static class BoundaryMarks
{
    private const int MaxHeader = 8 * 1024;
    private const int MaxChecks = 100; // each reads the rest of the body

    /// <summary>The delimiters of a multipart up to and with its closing one; empty where it has none.</summary>
    public static List<BoundaryMark> Of(MimeEntity entity, ReadOnlyMemory<byte> body, MimeContext context)
    {
        var boundary = entity.ContentType["boundary"];
        var all = Find(body.Span, boundary);
        if (all.Count == 0)
        {
            context.Deviate(string.IsNullOrEmpty(boundary) ? "mime-missing-boundary" : "mime-wrong-boundary");
            boundary = Guess(body.Span);
            all = Find(body.Span, boundary);
        }

        var own = Own(all, body, boundary ?? "", context.Limits);
        if (own.Count > 1 && !own[^1].Closes && own[^1].Next >= body.Length)
        {
            own[^1] = own[^1] with { Closes = true }; // cut off in the closing line, or the dashes forgotten
        }

        return own;
    }

    /// <summary>Every line that is a delimiter of a boundary, in order.</summary>
    public static List<BoundaryMark> Find(ReadOnlySpan<byte> body, string? boundary)
    {
        var marks = new List<BoundaryMark>();
        if (boundary is null)
        {
            return marks;
        }

        // A boundary that ends in blanks is against the rules; where its lines have them too, they count.
        var bytes = Encoding.UTF8.GetBytes(boundary);
        Find(body, bytes, marks);
        if (marks.Count == 0 && boundary.EndsWith(' '))
        {
            Find(body, Encoding.UTF8.GetBytes(boundary.TrimEnd()), marks);
        }

        return marks;
    }

    private static void Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary, List<BoundaryMark> marks)
    {
        Span<byte> delimiter = [.. "--"u8, .. boundary];
        LongerBoundaries? longer = null;
        for (var at = 0; at < body.Length;)
        {
            var found = body[at..].IndexOf(delimiter);
            if (found < 0)
            {
                break;
            }

            var start = at + found;
            at = start + delimiter.Length;
            var startsLine = start == 0 || body[start - 1] is (byte)'\n' or (byte)'\r';
            if (!startsLine && !IsLastClosing(body, at))
            {
                continue;
            }

            var mark = Read(body, start, at, out var rest);
            if (rest.IsEmpty || mark.Closes || (boundary.Length > 0 && !(longer ??= new LongerBoundaries(body, boundary)).Explain(rest)))
            {
                marks.Add(mark);
                at = Math.Max(at, mark.Next - 1);
            }
        }
    }

    // The closing delimiter right after text that lacks its line end, at the very end of the body.
    private static bool IsLastClosing(ReadOnlySpan<byte> body, int at) => body[at..].Trim(" \t\r\n"u8).SequenceEqual("--"u8);

    private static BoundaryMark Read(ReadOnlySpan<byte> body, int start, int end, out ReadOnlySpan<byte> rest)
    {
        var lineEnd = end;
        var next = body.Length;
        if (end < body.Length)
        {
            lineEnd = HeaderReader.LineEnd(body, end, out next);
        }

        rest = body[end..lineEnd].TrimEnd(" \t"u8);
        var closes = rest.StartsWith("--"u8);
        var before = start;
        before -= before > 0 && body[before - 1] == '\n' ? 1 : 0;
        before -= before > 0 && body[before - 1] == '\r' ? 1 : 0;
        return new BoundaryMark(before, next, closes);
    }

    // Delimiters that belong to a multipart within a part are not ours: one with the same boundary or a longer one that reads like
    // our closing line, and, where neither is ever closed, lines within it that no real part follows.
    private static List<BoundaryMark> Own(List<BoundaryMark> all, ReadOnlyMemory<byte> body, string boundary, ReadLimits limits)
    {
        var own = new List<BoundaryMark>();
        var closed = all.Exists(m => m.Closes);
        var checks = 0;
        for (var i = 0; i < all.Count; i++)
        {
            limits.Check();
            own.Add(all[i]);
            if (all[i].Closes)
            {
                break;
            }

            if (checks >= MaxChecks || Inner(body, all[i].Next, limits) is not { } inner || (closed && !Collides(inner, boundary)))
            {
                continue;
            }

            checks++;
            var marks = Find(body.Span[all[i].Next..], inner);
            var close = marks.FindIndex(m => m.Closes);
            if (IsShorter(inner, boundary))
            {
                // A multipart that had no line of its own before one of ours that begins with its boundary: the line is its (§5.1.1, note).
                if (i + 1 < all.Count && marks.Count > 0 && marks[0].Start + all[i].Next == all[i + 1].Start)
                {
                    i++;
                }
            }
            else if (Collides(inner, boundary))
            {
                var theirs = marks.Take(close < 0 ? marks.Count : close + 1).Select(m => m.Start + all[i].Next).ToHashSet();
                while (i + 1 < all.Count && theirs.Contains(all[i + 1].Start))
                {
                    i++;
                }
            }
            else if (!closed && close < 0 && marks.Count > 0)
            {
                while (i + 1 < all.Count && !StartsRealPart(body.Span[all[i + 1].Next..]))
                {
                    i++;
                }
            }
        }

        return own;
    }

    private static bool Collides(string inner, string outer) =>
        inner == outer || inner.StartsWith(outer + "--", StringComparison.Ordinal) || IsShorter(inner, outer);

    private static bool IsShorter(string inner, string outer) => inner.Length > 0 && inner.Length < outer.Length && outer.StartsWith(inner, StringComparison.Ordinal);

    /// <summary>Boundary of the multipart that starts at an offset; null where the part there is none.</summary>
    private static string? Inner(ReadOnlyMemory<byte> body, int at, ReadLimits limits)
    {
        var head = body.Slice(at, Math.Min(MaxHeader, body.Length - at));
        if (head.Span.IndexOf("ultipart/"u8) < 0)
        {
            return null;
        }

        var header = HeaderReader.Read(head, new MimeContext(limits));
        var type = HeaderValue.Parse(header.First("Content-Type")?.Unfolded);
        return type.Value.StartsWith("multipart/", StringComparison.Ordinal) ? type["boundary"] : null;
    }

    private static bool StartsRealPart(ReadOnlySpan<byte> part)
    {
        var head = part[..Math.Min(MaxHeader, part.Length)];
        var end = head.IndexOf("\n\n"u8);
        end = end < 0 ? head.IndexOf("\r\n\r\n"u8) : end;
        head = end < 0 ? head : head[..end];
        return head.IndexOf("Content-Transfer-Encoding"u8) >= 0 || head.IndexOf("Content-Disposition"u8) >= 0;
    }

    // No boundary, or one that never comes: a first line that looks like a delimiter is taken for it.
    private static string? Guess(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < body.Length;)
        {
            var end = HeaderReader.LineEnd(body, at, out var next);
            var line = body[at..end].TrimEnd(" \t"u8);
            if (line.Length is > 2 and < 200 && line.StartsWith("--"u8) && next < body.Length && body[next..].StartsWith("Content-"u8))
            {
                return Encoding.UTF8.GetString(line[2..]);
            }

            at = next;
        }

        return null;
    }
}
