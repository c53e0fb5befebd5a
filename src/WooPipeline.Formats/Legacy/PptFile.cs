using System.Buffers.Binary;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Legacy;

/// <summary>The records of a presentation as last saved: older versions of a slide stay in the file and are not part of it (MS-PPT §2.1.2).</summary>
internal sealed class PptFile
{
    private const int UserEdit = 0x0FF5;
    private const int PersistDirectory = 0x1772;
    private const uint EncryptedToken = 0xF3D1C4DF;
    private const int MaxEdits = 10_000;
    private readonly ReadOnlyMemory<byte> stream;
    private readonly Dictionary<uint, uint> places = [];

    private PptFile(ReadOnlyMemory<byte> stream) => this.stream = stream;

    /// <summary>The document's own record; null where the list of saves is lost.</summary>
    public PptRecord? Document { get; private set; }

    /// <exception cref="OfficeException">Encrypted.</exception>
    public static PptFile Open(ReadOnlyMemory<byte> stream, ReadOnlyMemory<byte> user, ReadLimits limits)
    {
        var file = new PptFile(stream);
        if (user.Length >= 20)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(user.Span[12..]) == EncryptedToken)
            {
                throw LegacyFile.Encrypted;
            }

            file.ReadEdits(BinaryPrimitives.ReadUInt32LittleEndian(user.Span[16..]), limits);
        }

        return file;
    }

    /// <summary>The record of a number in the list of saves; null where there is none.</summary>
    public PptRecord? Persisted(uint id) => places.TryGetValue(id, out var at) ? PptRecord.At(stream, at) : null;

    /// <summary>All records of the stream, whatever save they are of.</summary>
    public IEnumerable<PptRecord> All()
    {
        for (long at = 0; PptRecord.At(stream, at) is { } record; at += 8 + record.Data.Length)
        {
            yield return record;
        }
    }

    // From the last save back: what a later save wrote goes before what an earlier one did.
    private void ReadEdits(uint offset, ReadLimits limits)
    {
        uint? document = null;
        var seen = new HashSet<uint>();
        while (seen.Count < MaxEdits && seen.Add(offset) && PptRecord.At(stream, offset) is { Type: UserEdit } edit)
        {
            limits.Check();
            if (edit.Data.Length >= 32)
            {
                throw LegacyFile.Encrypted;
            }

            document ??= edit.Long(16);
            ReadDirectory(PptRecord.At(stream, edit.Long(12)));
            offset = edit.Long(8);
        }

        Document = document is { } id && Persisted(id) is { Type: PptRecord.Document } found ? found : null;
    }

    private void ReadDirectory(PptRecord? directory)
    {
        for (var at = 0; directory is { Type: PersistDirectory } && at + 4 <= directory.Data.Length;)
        {
            var head = directory.Long(at);
            at += 4;
            for (var i = 0u; i < head >> 20 && at + 4 <= directory.Data.Length; i++, at += 4)
            {
                places.TryAdd((head & 0xFFFFF) + i, directory.Long(at));
            }
        }
    }
}
