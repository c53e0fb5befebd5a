using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace WooPipeline.Privacy;

/// <summary>A register of persons as bytes, the same for the same register: for who works on the dossier elsewhere. Holds names.</summary>
public static class PersonRegisterFile
{
    /// <summary>The register as bytes.</summary>
    public static byte[] Write(PersonRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return JsonSerializer.SerializeToUtf8Bytes(new Content(
            register.Persons, Ordered(register.PublicNumbers), Ordered(register.Homes), Ordered(register.Offices), Ordered(register.OrganisationWords), Ordered(register.Things)));
    }

    /// <summary>The register that was written.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static PersonRegister Read(ReadOnlySpan<byte> bytes)
    {
        var content = JsonSerializer.Deserialize<Content>(bytes) ?? throw new JsonException();
        return new PersonRegister(
            [.. content.Persons.Select(p => p with { Scope = p.Scope.ToImmutableSortedSet(StringComparer.Ordinal) })],
            Set(content.PublicNumbers), Set(content.Homes), Set(content.Offices), Set(content.OrganisationWords), Set(content.Things));
    }

    private static string[] Ordered(FrozenSet<string> set) => [.. set.Order(StringComparer.Ordinal)];

    private static FrozenSet<string> Set(string[] values) => values.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Content(
        ImmutableArray<Person> Persons, string[] PublicNumbers, string[] Homes, string[] Offices, string[] OrganisationWords, string[] Things);
}
