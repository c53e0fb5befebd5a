using System.Collections.Immutable;
using System.Globalization;

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
            if (BoundaryMarks.Find(decoded.Span, entity.ContentType["boundary"]).Count > 0)
            {
                context.Deviate("mime-encoded-multipart");
                body = decoded;
            }
        }

        var marks = BoundaryMarks.Of(entity, body, context);
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
            var number = string.Create(CultureInfo.InvariantCulture, $"{entity.Place}{(entity.Place.Length > 0 ? "." : "")}{parts.Count + 1}");
            parts.Add(Entity(body[marks[i].Next..Math.Max(marks[i].Next, end)], number, digest, depth + 1, context));
        }

        context.Place = entity.Place;
        var last = marks[^1];
        if (!last.Closes)
        {
            context.Deviate("mime-missing-end-boundary");
        }

        return entity with
        {
            Parts = parts.ToImmutable(),
            Preamble = body[..marks[0].Start],
            Epilogue = last.Closes ? body[Math.Min(body.Length, last.Next)..] : ReadOnlyMemory<byte>.Empty,
        };
    }
}
