using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WooPipeline.Privacy;

/// <summary>A register of persons as bytes, the same for the same register: for who works on the dossier elsewhere. Holds names.</summary>
public static class PersonRegisterFile
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ScopeConverter() } };

    /// <summary>The register as bytes.</summary>
    public static byte[] Write(PersonRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return JsonSerializer.SerializeToUtf8Bytes(
            new Content(register.Persons, Ordered(register.PublicNumbers), Ordered(register.Homes), Ordered(register.Offices), Ordered(register.OrganisationWords), Ordered(register.Things)), Options);
    }

    /// <summary>The register that was written.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static PersonRegister Read(ReadOnlySpan<byte> bytes)
    {
        var content = JsonSerializer.Deserialize<Content>(bytes, Options) ?? throw new JsonException();
        return new PersonRegister(
            content.Persons, Set(content.PublicNumbers), Set(content.Homes), Set(content.Offices), Set(content.OrganisationWords), Set(content.Things));
    }

    private static string[] Ordered(FrozenSet<string> set) => [.. set.Order(StringComparer.Ordinal)];

    private static FrozenSet<string> Set(string[] values) => values.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Content(
        ImmutableArray<Person> Persons, string[] PublicNumbers, string[] Homes, string[] Offices, string[] OrganisationWords, string[] Things);

    /// <summary>Scopes are sets by ordinal order; made by any other order first they would take most of the time.</summary>
    private sealed class ScopeConverter : JsonConverter<ImmutableSortedSet<string>>
    {
        public override ImmutableSortedSet<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (JsonSerializer.Deserialize<string[]>(ref reader) ?? []).ToImmutableSortedSet(StringComparer.Ordinal);

        public override void Write(Utf8JsonWriter writer, ImmutableSortedSet<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var place in value)
            {
                writer.WriteStringValue(place);
            }

            writer.WriteEndArray();
        }
    }
}
