using System.Collections.Frozen;
using System.IO.Compression;

namespace WooPipeline.Formats.Archive;

/// <summary>Zip archives (PKWARE APPNOTE): every entry a member, with bounds on number, size and ratio, none written to disk.</summary>
public sealed class ZipReader : IContainerReader
{
    private const int RatioFreeBytes = 1024 * 1024;

    /// <inheritdoc/>
    public string Format => "zip";

    private static readonly FrozenSet<string> DocumentExtensions = new[]
    {
        ".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm", ".pptx", ".pptm", ".potx", ".ppsx", ".odt", ".ods", ".odp", ".epub",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!head.StartsWith("PK\x3\x4"u8) && !head.StartsWith("PK\x5\x6"u8))
        {
            return false;
        }

        // Office files and books are zips too, but documents; a broken one must be told as such.
        var dot = path.LastIndexOf('.');
        var extension = dot < 0 ? "" : path[dot..].ToLowerInvariant();
        return extension == ".zip"
            || (!DocumentExtensions.Contains(extension) && head.IndexOf("[Content_Types].xml"u8) < 0 && !(head.Length > 38 && head[30..].StartsWith("mimetype"u8)) && head.IndexOf("word/"u8) < 0 && head.IndexOf("xl/"u8) < 0);
    }

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        if (ZipDirectory.IsTooLong(content, limits.MaxMembers))
        {
            yield return new ContainerMember("inhoud", default, new Quarantined("zip-bom", $"De inhoudsopgave van het zip-bestand heeft plaats voor meer dan {limits.MaxMembers} bestanden. Splits het, of pak het met de hand uit als u de bron vertrouwt."));
            yield break;
        }

        using var archive = Open(content);
        if (archive is null)
        {
            yield return new ContainerMember("inhoud", default, new Quarantined("beschadigd", "Het zip-bestand is beschadigd: de inhoudsopgave ontbreekt of klopt niet. Vraag het opnieuw op bij de bron."));
            yield break;
        }

        var names = new MemberNames();
        var left = limits.MaxUnpackedBytes;
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/') || (entry.FullName.EndsWith('\\') && entry.Length == 0))
            {
                continue; // a folder
            }

            var member = Read(entry, names.Unique(entry.FullName), Math.Min(left, limits.MaxFileBytes), limits.Started());
            left -= member.Content.Length;
            yield return member;
        }
    }

    private static ZipArchive? Open(Stream content)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, new ZipNameEncoding());
            _ = archive.Entries.Count; // reads the table of contents
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static ContainerMember Read(ZipArchiveEntry entry, string name, long limit, ReadLimits limits)
    {
        if (entry.IsEncrypted)
        {
            return new ContainerMember(name, default, ArchiveProblems.Encrypted);
        }

        try
        {
            using var unpacked = entry.Open();
            var bytes = BoundedStream.ReadAll(unpacked, Math.Min(limit, RatioFreeBytes + (entry.CompressedLength * limits.MaxRatio)), limits);
            return bytes is null
                ? new ContainerMember(name, default, ArchiveProblems.Bomb)
                : new ContainerMember(name, bytes);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return new ContainerMember(name, default, ArchiveProblems.Damaged);
        }
        catch (ReadTimeException)
        {
            return new ContainerMember(name, default, ReadBudget.Exceeded(limits));
        }
    }
}
