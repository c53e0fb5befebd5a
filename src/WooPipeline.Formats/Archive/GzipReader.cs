using System.IO.Compression;

namespace WooPipeline.Formats.Archive;

/// <summary>Files packed with gzip (RFC 1952): one member, which may be an archive itself.</summary>
public sealed class GzipReader : IContainerReader
{
    private const int RatioFreeBytes = 1024 * 1024;

    /// <inheritdoc/>
    public string Format => "gzip";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        yield return Member(content, new MemberNames().Unique(InnerName(path[(path.LastIndexOf('/') + 1)..])), limits.Started());
    }

    private static string InnerName(string name) =>
        name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^4] + ".tar"
        : name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name + ".inhoud";

    private static ContainerMember Member(Stream content, string name, ReadLimits limits)
    {
        try
        {
            using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
            var most = Math.Min(Math.Min(limits.MaxUnpackedBytes, limits.MaxFileBytes), RatioFreeBytes + (content.Length * limits.MaxRatio));
            return BoundedStream.ReadAll(unpacked, most, limits) is { } bytes
                ? new ContainerMember(name, bytes)
                : new ContainerMember(name, default, ArchiveProblems.Bomb);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return new ContainerMember(name, default, ArchiveProblems.Damaged);
        }
        catch (ReadTimeException)
        {
            return new ContainerMember(name, default, ReadBudget.Exceeded(limits));
        }
    }
}
