using System.Text.Json;
using System.Text.Json.Serialization;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>How records go to workers and back: decisions as short lists, equal texts as one string.</summary>
internal sealed class TaskJson
{
    private readonly JsonSerializerOptions options;

    /// <summary>A reader and writer.</summary>
    /// <param name="pool">Where equal texts become one; null where nothing is kept for long.</param>
    public TaskJson(TextPool? pool)
    {
        options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
        options.Converters.Add(new DecisionConverter(pool));
        options.MakeReadOnly(populateMissingResolver: true);
    }

    public byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, options);

    public T Read<T>(ReadOnlySpan<byte> bytes)
        where T : class => JsonSerializer.Deserialize<T>(bytes, options) ?? throw new JsonException("A task's bytes hold nothing.");

    private sealed class DecisionConverter(TextPool? pool) : JsonConverter<Decision>
    {
        private const int MostOnStack = 256;

        public override Decision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var decision = new Decision
            {
                Span = new TextSpan(Number(ref reader), Number(ref reader)),
                Label = (Label)Number(ref reader),
                Verdict = (Verdict)Number(ref reader),
                Ground = Text(ref reader) is { } ground ? GroundCatalog.Find(ground) : null,
                MarkText = Text(ref reader) ?? "",
                Reason = Text(ref reader) ?? "",
                DecidedBy = Text(ref reader) ?? "",
                NeedsReview = Number(ref reader) > 0,
                Confidence = Real(ref reader),
            };
            var (rule, source, person) = (Text(ref reader), Text(ref reader), Text(ref reader));
            reader.Read();
            decision = decision with
            {
                Evidence = rule is null ? null : new Evidence(rule, source, person),
                Area = reader.TokenType == JsonTokenType.EndArray ? null : Area(ref reader),
            };
            return decision;
        }

        public override void Write(Utf8JsonWriter writer, Decision value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Span.Start);
            writer.WriteNumberValue(value.Span.End);
            writer.WriteNumberValue((int)value.Label);
            writer.WriteNumberValue((int)value.Verdict);
            writer.WriteStringValue(value.Ground?.Code);
            writer.WriteStringValue(value.MarkText);
            writer.WriteStringValue(value.Reason);
            writer.WriteStringValue(value.DecidedBy);
            writer.WriteNumberValue(value.NeedsReview ? 1 : 0);
            writer.WriteNumberValue(value.Confidence);
            writer.WriteStringValue(value.Evidence?.Rule);
            writer.WriteStringValue(value.Evidence?.Source);
            writer.WriteStringValue(value.Evidence?.PersonId);
            if (value.Area is { } area)
            {
                writer.WriteNumberValue(area.Page);
                writer.WriteNumberValue(area.Left);
                writer.WriteNumberValue(area.Bottom);
                writer.WriteNumberValue(area.Right);
                writer.WriteNumberValue(area.Top);
            }

            writer.WriteEndArray();
        }

        /// <summary>The rectangle at whose page the reader stands, up to the end of the list.</summary>
        private static PageArea Area(ref Utf8JsonReader reader)
        {
            var area = new PageArea(reader.GetInt32(), Real(ref reader), Real(ref reader), Real(ref reader), Real(ref reader));
            reader.Read();
            return area;
        }

        private static int Number(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.GetInt32();
        }

        private static double Real(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.GetDouble();
        }

        private string? Text(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            if (pool is null || reader.ValueSpan.Length > MostOnStack)
            {
                return reader.GetString();
            }

            Span<char> text = stackalloc char[MostOnStack];
            return pool.Of(text[..reader.CopyString(text)]);
        }
    }
}
