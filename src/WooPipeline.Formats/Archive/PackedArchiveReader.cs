using SharpCompress.Archives;
using SharpCompress.Archives.SevenZip;
using SharpCompress.Common;
using SharpCompress.Readers;
using SharpCompress.Readers.Rar;

namespace WooPipeline.Formats.Archive;

/// <summary>
/// 7z and rar archives, unpacked by SharpCompress in memory, in the order in which they are packed: every file a member, within bounds on
/// number, size, ratio and time; nothing is written to disk. Archives with a password and sets of several volumes are told.
/// </summary>
public sealed class PackedArchiveReader : IContainerReader
{
    private const int RatioFreeBytes = 1024 * 1024;

    /// <inheritdoc/>
    public string Format => "7z of rar";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => IsSevenZip(head) || IsRar(head);

    /// <inheritdoc/>
    public IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var (archive, problem) = Guard(() => OpenSevenZip(content, limits), limits);
        using (archive)
        {
            var (reader, readerProblem) = problem is null ? Guard(() => archive?.ExtractAllEntries() ?? RarReader.OpenReader(content, Options), limits) : (null, problem);
            using (reader)
            {
                if (readerProblem is not null)
                {
                    yield return new ContainerMember("inhoud", default, readerProblem);
                    yield break;
                }

                foreach (var member in Members(reader!, archive?.IsSolid, content.Length, limits))
                {
                    yield return member;
                }
            }
        }
    }

    private static IEnumerable<ContainerMember> Members(IReader reader, bool? isSolid, long packed, ReadLimits limits)
    {
        var names = new MemberNames();
        var left = Math.Min(limits.MaxUnpackedBytes, RatioFreeBytes + (packed * limits.MaxRatio));
        for (var count = 0; ; count++)
        {
            var timed = limits.Started();
            var (entry, problem) = Guard(() => reader.MoveToNextEntry() ? reader.Entry : null, timed);
            problem ??= count > limits.MaxMembers ? ArchiveProblems.Bomb : null;
            if (problem is not null)
            {
                // Files are packed one after the other: behind damage there is nothing to be had.
                yield return new ContainerMember(names.Unique("rest"), default, problem);
                yield break;
            }

            if (entry is null)
            {
                yield break;
            }

            if (entry.IsDirectory)
            {
                continue;
            }

            var member = Read(reader, entry, names.Unique(entry.Key ?? ""), Math.Min(left, limits.MaxFileBytes), timed);
            left -= member.Content.Length;
            yield return member;
            if (member.Problem == ArchiveProblems.Bomb && (isSolid ?? entry.IsSolid))
            {
                yield return new ContainerMember(names.Unique("rest"), default, ArchiveProblems.Bomb);
                yield break; // to reach the next file, this one would have to be unpacked to its end
            }
        }
    }

    private static ContainerMember Read(IReader reader, IEntry entry, string name, long limit, ReadLimits limits)
    {
        if (entry.IsEncrypted)
        {
            return new ContainerMember(name, default, ArchiveProblems.Encrypted);
        }

        if (entry.LinkTarget is { Length: > 0 } || entry.IsSplitAfter)
        {
            return new ContainerMember(name, default, entry.IsSplitAfter ? Volumes : ArchiveProblems.Link);
        }

        var (bytes, problem) = Guard(() =>
        {
            using var unpacked = reader.OpenEntryStream();
            return BoundedStream.ReadAll(unpacked, limit, limits) ?? throw new ArchiveBombException();
        }, limits);
        return new ContainerMember(name, bytes ?? default(ReadOnlyMemory<byte>), problem);
    }

    /// <summary>The archive where it is a 7z; null where it is a rar, which is read without its list of contents.</summary>
    private static IArchive? OpenSevenZip(Stream content, ReadLimits limits)
    {
        var head = new byte[8];
        _ = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (!IsSevenZip(head))
        {
            return null;
        }

        var archive = SevenZipArchive.OpenArchive(content, Options);
        var count = 0;
        foreach (var entry in archive.Entries)
        {
            if (++count > limits.MaxMembers)
            {
                throw new ArchiveBombException();
            }

            if (entry.IsEncrypted)
            {
                throw new SharpCompress.Common.CryptographicException("A file is encrypted.");
            }
        }

        return archive;
    }

    // The library throws exceptions of many kinds on hostile bytes; each is damage of this archive and of nothing else.
    private static (T? Result, Quarantined? Problem) Guard<T>(Func<T?> act, ReadLimits limits)
        where T : class
    {
        try
        {
            return (act(), null);
        }
        catch (ReadTimeException)
        {
            return (null, ReadBudget.Exceeded(limits));
        }
        catch (ArchiveBombException)
        {
            return (null, ArchiveProblems.Bomb);
        }
        catch (Exception e) when (e is SharpCompress.Common.CryptographicException or System.Security.Cryptography.CryptographicException)
        {
            return (null, ArchiveProblems.Encrypted);
        }
        catch (Exception e) when (e is MultiVolumeExtractionException or MultipartStreamRequiredException)
        {
            return (null, Volumes);
        }
        catch (InsufficientMemoryException)
        {
            return (null, ArchiveProblems.Bomb);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, ArchiveProblems.Damaged);
        }
    }

    private static ReaderOptions Options => new() { LeaveStreamOpen = true };

    private static Quarantined Volumes { get; } = new(
        "onvolledig", "Het archief bestaat uit meer delen (volumes). Voeg de delen samen of pak het archief uit en lever de bestanden los aan.");

    private static bool IsSevenZip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]);

    private static bool IsRar(ReadOnlySpan<byte> head) => head.StartsWith("Rar!\x1A\x07"u8);

    private sealed class ArchiveBombException : Exception;
}
