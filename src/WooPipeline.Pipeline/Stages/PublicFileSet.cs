using System.Collections.Immutable;
using System.Security.Cryptography;
using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>The public files of one document as they are made.</summary>
internal sealed class PublicFileSet(IPublicFiles publication, DocumentRecord record)
{
    private readonly ImmutableArray<string>.Builder paths = ImmutableArray.CreateBuilder<string>();

    private readonly List<(string Extension, string Sha256)> hashes = [];

    /// <summary>The files by their extensions, with the SHA-256 of each.</summary>
    public IReadOnlyList<(string Extension, string Sha256)> Hashes => hashes;

    /// <summary>The document that they are of.</summary>
    public DocumentRecord Record => record;

    /// <summary>What its decisions take out, in order.</summary>
    public IReadOnlyList<Redaction> Redactions { get; } = Redaction.From(record.Decisions);

    /// <summary>Title for the file's own properties.</summary>
    public string Title => record.Title.Length > 0 ? record.Title : $"Document {record.Id}";

    /// <summary>Departures from the format, those of reading first.</summary>
    public ImmutableArray<Deviation>.Builder Deviations { get; } = record.Deviations.ToBuilder();

    /// <summary>Page of each redaction in the first file; empty where not known.</summary>
    public ImmutableArray<int> MarkPages { get; set; } = [];

    /// <summary>Their paths, relative to <c>publicatie/</c>.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Writes a whole file: a fault before this leaves nothing in the package.</summary>
    public void Add(string extension, ReadOnlySpan<byte> content)
    {
        var path = $"documenten/{record.Id}.{extension}";
        publication.Write(path, content);
        paths.Add(path);
        hashes.Add((extension, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    /// <summary>The record with these files.</summary>
    public DocumentRecord Finish() => record with { PublicFiles = paths.ToImmutable(), Deviations = Deviations.ToImmutable(), MarkPages = MarkPages };
}
