using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>What was worked out for the review of one document.</summary>
internal sealed record ReviewEntry(string Title, int Pages, PassageList Passages)
{
    /// <summary>Kind of fault that kept the document from being judged; null where it was.</summary>
    public string? Fault { get; init; }
}

/// <summary>Keeps the entries of a dossier as one value of its workspace: a second opening reads them in one go.</summary>
internal static class ReviewIndexFile
{
    private const int Version = 4;

    /// <summary>What was seen of persons, kept apart: it is needed later than the entries, or not at all.</summary>
    public static byte[] WriteFacts(IEnumerable<DocumentFacts> facts)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packed, facts);
        }

        return bytes.ToArray();
    }

    public static DocumentFacts[] ReadFacts(byte[] value)
    {
        using var unpacked = new BrotliStream(new MemoryStream(value), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<DocumentFacts[]>(unpacked) ?? [];
    }

    public static byte[] Write(IReadOnlyList<ReviewEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(Version);
            writer.Write(entries.Count);
            foreach (var entry in entries)
            {
                writer.Write(entry.Title);
                writer.Write(entry.Pages);
                writer.Write(entry.Fault ?? "");
                writer.Write(entry.Passages.Removed);
                writer.Write(entry.Passages.Doubts);
                var packedPassages = PassageBytes.Write(entry.Passages.All);
                writer.Write(packedPassages.Length);
                writer.Write(packedPassages);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The entries; null where the value is of another make.</summary>
    public static ReviewEntry[]? Read(byte[] value)
    {
        using var unpacked = new BrotliStream(new MemoryStream(value), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        unpacked.CopyTo(buffer);
        buffer.Position = 0;
        using var reader = new BinaryReader(buffer);
        if (reader.ReadInt32() != Version)
        {
            return null;
        }

        var bytes = buffer.GetBuffer();
        var entries = new ReviewEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            var (title, pages, fault) = (reader.ReadString(), reader.ReadInt32(), reader.ReadString());
            var (removed, doubts, length) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            var packed = bytes.AsMemory((int)buffer.Position, length);
            buffer.Position += length;
            entries[i] = new ReviewEntry(title, pages, PassageList.Packed(packed, removed, doubts)) { Fault = fault.Length > 0 ? fault : null };
        }

        return entries;
    }
}
