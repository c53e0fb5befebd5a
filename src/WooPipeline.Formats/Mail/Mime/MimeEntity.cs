using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>A message or a part of one (RFC 2045 §2.4).</summary>
internal sealed record MimeEntity
{
    /// <summary>Its header.</summary>
    public required HeaderBlock Header { get; init; }

    /// <summary>Its number (<c>1.2</c>); empty for the message itself.</summary>
    public required string Place { get; init; }

    /// <summary>Media type in lower case, defaults filled in (<c>text/plain</c>).</summary>
    public required string MediaType { get; init; }

    /// <summary>Content-Type with its parameters.</summary>
    public required HeaderValue ContentType { get; init; }

    /// <summary>Content-Disposition with its parameters.</summary>
    public required HeaderValue Disposition { get; init; }

    /// <summary>Content-Transfer-Encoding in lower case.</summary>
    public required string Coding { get; init; }

    /// <summary>The body as it stood, transfer encoding and all.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Parts of a multipart.</summary>
    public ImmutableArray<MimeEntity> Parts { get; init; } = [];

    /// <summary>What stands before the first part of a multipart.</summary>
    public ReadOnlyMemory<byte> Preamble { get; init; }

    /// <summary>What stands after the last part of a multipart.</summary>
    public ReadOnlyMemory<byte> Epilogue { get; init; }

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsText => MediaType.StartsWith("text/", StringComparison.Ordinal);

    public string? Charset => ContentType["charset"];

    /// <summary>Name of the file, decoded; empty where none.</summary>
    public string FileName => (Disposition["filename"] ?? ContentType["name"] ?? "").Trim();

    /// <summary>Content-ID without brackets; empty where none.</summary>
    public string ContentId => Header.First("Content-ID")?.Unfolded.Trim().Trim('<', '>') ?? "";

    /// <summary>The body's bytes, decoded.</summary>
    public ReadOnlyMemory<byte> Decode(MimeContext context)
    {
        context.Place = Place;
        return TransferCoding.Decode(Body, Coding, context);
    }

    /// <summary>The body as text.</summary>
    public string DecodeText(MimeContext context)
    {
        var text = TextDecoder.Decode(Decode(context).Span, Charset, out var deviation);
        if (deviation is not null)
        {
            context.Deviate(deviation);
        }

        return text;
    }
}
