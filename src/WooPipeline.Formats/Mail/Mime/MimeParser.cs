using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>Cuts a message into its parts (RFC 2046 §5.1), leniently; bytes are never copied, only cut.</summary>
internal static class MimeParser
{
    /// <summary>Parses a message.</summary>
    /// <exception cref="MailLimitException">Deeper or larger than the limits.</exception>
    public static MimeEntity Parse(ReadOnlyMemory<byte> bytes, MimeContext context) => Entity(bytes, "", "text/plain", 0, context);

    private static MimeEntity Entity(ReadOnlyMemory<byte> bytes, string place, string defaultType, int depth, MimeContext context)
    {
        if (depth > context.Limits.MaxDepth)
        {
            throw new MailLimitException("te-diep", $"De delen van het bericht zijn dieper genest dan {context.Limits.MaxDepth} lagen.");
        }

        context.CountPart();
        context.Place = place;
        var header = HeaderReader.Read(bytes, context);
        var type = HeaderValue.Parse(header.First("Content-Type")?.Unfolded);
        var entity = new MimeEntity
        {
            Header = header,
            Place = place,
            MediaType = MediaType(type.Value, defaultType, context),
            ContentType = type,
            Disposition = HeaderValue.Parse(header.First("Content-Disposition")?.Unfolded),
            Coding = Coding(header),
            Body = bytes[header.BodyStart..],
        };
        return entity.IsMultipart ? Multipart(entity, depth, context) : entity;
    }

    private static string MediaType(string declared, string defaultType, MimeContext context)
    {
        if (declared.Length == 0)
        {
            return defaultType;
        }

        var slash = declared.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && slash < declared.Length - 1)
        {
            return declared;
        }

        context.Deviate("mime-bad-content-type");
        return declared.Trim('/') switch
        {
            "text" or "plain" => "text/plain",
            "html" => "text/html",
            "multipart" => "multipart/mixed",
            _ => defaultType,
        };
    }

    private static string Coding(HeaderBlock header)
    {
        var value = header.First("Content-Transfer-Encoding")?.Unfolded ?? "";
        var end = value.AsSpan().IndexOfAny(";( \t");
        return (end < 0 ? value : value[..end]).Trim().Trim('"').ToLowerInvariant();
    }

    private static MimeEntity Multipart(MimeEntity entity, int depth, MimeContext context)
    {
        var body = entity.Body;
        if (entity.Coding is "base64" or "quoted-printable")
        {
            var decoded = TransferCoding.Decode(body, entity.Coding, context);
            if (Delimiters(decoded.Span, entity.ContentType["boundary"]).Count > 0)
            {
                context.Deviate("mime-encoded-multipart");
                body = decoded;
            }
        }

        var marks = Delimiters(body.Span, Boundary(entity, body.Span, context));
        if (marks.Count == 0)
        {
            context.Deviate("mime-boundary-not-found");
            return entity with { Preamble = body };
        }

        var parts = ImmutableArray.CreateBuilder<MimeEntity>();
        var digest = entity.MediaType == "multipart/digest" ? "message/rfc822" : "text/plain";
        for (var i = 0; i < marks.Count && !marks[i].Closes; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Start : body.Length;
            if (end <= marks[i].Next && i + 1 < marks.Count)
            {
                context.Deviate("mime-empty-part");
                continue;
            }

            var number = string.Create(CultureInfo.InvariantCulture, $"{entity.Place}{(entity.Place.Length > 0 ? "." : "")}{parts.Count + 1}");
            parts.Add(Entity(body[marks[i].Next..Math.Max(marks[i].Next, end)], number, digest, depth + 1, context));
        }

        context.Place = entity.Place;
        var close = marks.FindIndex(m => m.Closes);
        if (close < 0)
        {
            context.Deviate("mime-missing-end-boundary");
        }

        return entity with
        {
            Parts = parts.ToImmutable(),
            Preamble = body[..marks[0].Start],
            Epilogue = close < 0 ? ReadOnlyMemory<byte>.Empty : body[Math.Min(body.Length, marks[close].Next)..],
        };
    }

    private static string? Boundary(MimeEntity entity, ReadOnlySpan<byte> body, MimeContext context)
    {
        var boundary = entity.ContentType["boundary"];
        if (!string.IsNullOrEmpty(boundary) && Delimiters(body, boundary).Count > 0)
        {
            return boundary;
        }

        // No boundary, or one that never comes: a first line that looks like a delimiter is taken for it.
        context.Deviate(string.IsNullOrEmpty(boundary) ? "mime-missing-boundary" : "mime-wrong-boundary");
        for (var at = 0; at < body.Length;)
        {
            var end = HeaderReader.LineEnd(body, at, out var next);
            var line = body[at..end].TrimEnd(" \t"u8);
            if (line.Length is > 4 and < 200 && line.StartsWith("--"u8) && next < body.Length
                && body[next..].StartsWith("Content-"u8))
            {
                return Encoding.UTF8.GetString(line[2..]);
            }

            at = next;
        }

        return null;
    }

    private static List<Mark> Delimiters(ReadOnlySpan<byte> body, string? boundary)
    {
        var marks = new List<Mark>();
        if (boundary is null)
        {
            return marks;
        }

        var delimiter = Encoding.UTF8.GetBytes("--" + boundary.TrimEnd());
        for (var at = 0; at < body.Length;)
        {
            var found = body[at..].IndexOf(delimiter);
            if (found < 0)
            {
                break;
            }

            var start = at + found;
            at = start + delimiter.Length;
            if ((start > 0 && body[start - 1] is not ((byte)'\n' or (byte)'\r')) || Mark.Read(body, start, at) is not { } mark)
            {
                continue;
            }

            marks.Add(mark);
            at = mark.Next;
            if (mark.Closes)
            {
                break;
            }
        }

        return marks;
    }

    /// <summary>A delimiter line: where the part before it ends, where the part after it starts.</summary>
    private readonly record struct Mark(int Start, int Next, bool Closes)
    {
        public static Mark? Read(ReadOnlySpan<byte> body, int start, int end)
        {
            var lineEnd = end;
            var next = body.Length;
            if (end < body.Length)
            {
                lineEnd = HeaderReader.LineEnd(body, end, out next);
            }

            var rest = body[end..lineEnd].TrimEnd(" \t"u8);
            var closes = rest.StartsWith("--"u8);
            if (!rest.IsEmpty && !closes)
            {
                return null;
            }

            // The line end before the delimiter belongs to it (RFC 2046 §5.1.1).
            var before = start;
            before -= before > 0 && body[before - 1] == '\n' ? 1 : 0;
            before -= before > 0 && body[before - 1] == '\r' ? 1 : 0;
            return new Mark(before, next, closes);
        }
    }
}
