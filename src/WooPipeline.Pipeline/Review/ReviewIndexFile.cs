using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>What was worked out for the review of one document.</summary>
internal sealed record ReviewEntry(string Title, int Pages, ImmutableArray<ReviewPassage> Passages)
{
    /// <summary>Kind of fault that kept the document from being judged; null where it was.</summary>
    public string? Fault { get; init; }
}

/// <summary>Keeps the entries of a dossier as one value of its workspace: a second opening reads them in one go.</summary>
internal static class ReviewIndexFile
{
    private const int Version = 3;

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
                Write(writer, entry.Passages);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The entries; null where the value is of another make.</summary>
    public static ReviewEntry[]? Read(byte[] value)
    {
        using var unpacked = new BrotliStream(new MemoryStream(value), CompressionMode.Decompress);
        using var buffer = new BufferedStream(unpacked, 1 << 16);
        using var reader = new BinaryReader(buffer);
        if (reader.ReadInt32() != Version)
        {
            return null;
        }

        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new ReviewEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            var (title, pages, fault) = (reader.ReadString(), reader.ReadInt32(), reader.ReadString());
            entries[i] = new ReviewEntry(title, pages, ReadPassages(reader, shared)) { Fault = fault.Length > 0 ? fault : null };
        }

        return entries;
    }

    private static void Write(BinaryWriter writer, ImmutableArray<ReviewPassage> passages)
    {
        writer.Write(passages.Length);
        foreach (var (decision, text) in passages)
        {
            writer.Write(text);
            writer.Write(decision.Span.Start);
            writer.Write(decision.Span.End);
            writer.Write((byte)decision.Label);
            writer.Write((byte)decision.Verdict);
            writer.Write(decision.Ground?.Code ?? "");
            writer.Write(decision.MarkText);
            writer.Write(decision.Reason);
            writer.Write(decision.Confidence);
            writer.Write(decision.NeedsReview);
            writer.Write(decision.Evidence?.Rule ?? "");
            writer.Write(decision.Evidence?.Source ?? "");
            writer.Write(decision.Evidence?.PersonId ?? "");
        }
    }

    private static ImmutableArray<ReviewPassage> ReadPassages(BinaryReader reader, Dictionary<string, string> shared)
    {
        string Shared()
        {
            var text = reader.ReadString();
            if (!shared.TryGetValue(text, out var known))
            {
                shared[text] = known = text;
            }

            return known;
        }

        string? OrNull() => Shared() is { Length: > 0 } text ? text : null;

        var passages = ImmutableArray.CreateBuilder<ReviewPassage>(reader.ReadInt32());
        for (var i = 0; i < passages.Capacity; i++)
        {
            var text = Shared();
            var decision = new Decision
            {
                Span = new TextSpan(reader.ReadInt32(), reader.ReadInt32()),
                Label = (Label)reader.ReadByte(),
                Verdict = (Verdict)reader.ReadByte(),
                Ground = OrNull() is { } ground ? GroundCatalog.Find(ground) : null,
                MarkText = Shared(),
                Reason = Shared(),
                Confidence = reader.ReadDouble(),
                NeedsReview = reader.ReadBoolean(),
            };
            var (rule, source, person) = (OrNull(), OrNull(), OrNull());
            passages.Add(new ReviewPassage(rule is null ? decision : decision with { Evidence = new Evidence(rule, source, person) }, text));
        }

        return passages.ToImmutable();
    }
}
