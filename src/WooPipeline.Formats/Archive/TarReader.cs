using System.Formats.Tar;

namespace WooPipeline.Formats.Archive;

/// <summary>Tar archives (POSIX ustar, pax, GNU): every file a member; links and devices are told and never followed.</summary>
public sealed class TarReader : IContainerReader
{
    private const int MagicOffset = 257;

    /// <inheritdoc/>
    public string Format => "tar";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => head.Length > MagicOffset + 5 && head[MagicOffset..].StartsWith("ustar"u8);

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        using var archive = new System.Formats.Tar.TarReader(content, leaveOpen: true);
        var names = new MemberNames();
        var left = limits.MaxUnpackedBytes;
        while (true)
        {
            var (entry, isDamaged) = Next(archive);
            if (isDamaged)
            {
                yield return new ContainerMember(names.Unique("rest"), default, ArchiveProblems.Damaged);
            }

            if (entry is null)
            {
                yield break;
            }

            if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes)
            {
                continue;
            }

            var member = Read(entry, names.Unique(entry.Name), Math.Min(left, limits.MaxFileBytes), limits.Started());
            left -= member.Content.Length;
            yield return member;
        }
    }

    private static (TarEntry? Entry, bool IsDamaged) Next(System.Formats.Tar.TarReader archive)
    {
        try
        {
            return (archive.GetNextEntry(), false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException or ArgumentException or OverflowException)
        {
            return (null, true);
        }
    }

    private static ContainerMember Read(TarEntry entry, string name, long limit, ReadLimits limits)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
        {
            return new ContainerMember(name, default, ArchiveProblems.Link);
        }

        try
        {
            var bytes = entry.DataStream is { } data ? BoundedStream.ReadAll(data, limit, limits) : [];
            return bytes is null ? new ContainerMember(name, default, ArchiveProblems.Bomb) : new ContainerMember(name, bytes);
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
