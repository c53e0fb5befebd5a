using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Passages of a document as bytes.</summary>
internal static class PassageBytes
{
    public static byte[] Write(ImmutableArray<ReviewPassage> passages)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
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

        writer.Flush();
        return bytes.ToArray();
    }

    public static ImmutableArray<ReviewPassage> Read(ReadOnlyMemory<byte> packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed.ToArray()));
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
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
