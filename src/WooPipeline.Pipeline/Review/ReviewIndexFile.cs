using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>What was worked out for the review of one document.</summary>
internal sealed record ReviewEntry(string Title, int Pages, DocumentFacts? Facts, ImmutableArray<ReviewPassage> Passages)
{
    /// <summary>Kind of fault that kept the document from being judged; null where it was.</summary>
    public string? Fault { get; init; }
}

/// <summary>Keeps the entries of a dossier as one value of its workspace: a second opening reads them in one go.</summary>
internal static class ReviewIndexFile
{
    private const int Version = 2;

    public static byte[] Write(IReadOnlyList<ReviewEntry> entries, IReadOnlyList<DocumentFacts> drafts)
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

            writer.Flush();
            JsonSerializer.Serialize(packed, entries.Select(e => e.Facts).Concat(drafts));
        }

        return bytes.ToArray();
    }

    /// <summary>The entries and the facts of the drafts; null where the value is of another make.</summary>
    public static (ReviewEntry[] Entries, DocumentFacts[] Drafts)? Read(byte[] value)
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

        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new ReviewEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            var (title, pages, fault) = (reader.ReadString(), reader.ReadInt32(), reader.ReadString());
            entries[i] = new ReviewEntry(title, pages, null, ReadPassages(reader, shared)) { Fault = fault.Length > 0 ? fault : null };
        }

        var facts = JsonSerializer.Deserialize<DocumentFacts?[]>(buffer.GetBuffer().AsSpan((int)buffer.Position, (int)(buffer.Length - buffer.Position))) ?? [];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = entries[i] with { Facts = facts[i] };
        }

        return (entries, [.. facts.Skip(entries.Length).OfType<DocumentFacts>()]);
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
