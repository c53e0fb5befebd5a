using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>What a reviewer says of the register: these persons are one, these names are another person's, or this person is always removed or kept.</summary>
/// <param name="Joined">Keys of persons (<see cref="PersonKeys.Of"/>) who are one; the first gives the person its id. Empty for a split.</param>
/// <param name="Person">Key of the person from whom names are split off; empty for a join.</param>
/// <param name="Names">Names split off, or all of the person that is ruled on, as <see cref="PersonKeys.NameOf"/> writes them.</param>
public sealed record PersonAdjustment(ImmutableArray<string> Joined, string Person, ImmutableArray<string> Names)
{
    /// <summary>What is decided on the person with one of the names and addresses; null for a join or a split.</summary>
    public PersonRuling? Ruling { get; init; }

    /// <summary>Addresses of the person that is ruled on.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>A ruling on a person.</summary>
    public static PersonAdjustment On(Person person, PersonRuling ruling)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new PersonAdjustment([], PersonKeys.Of(person), [.. person.Names.Select(PersonKeys.NameOf)]) { Ruling = ruling, Emails = person.Emails };
    }
}

/// <summary>Keys of persons that hold from run to run, whatever number the register gives them.</summary>
public static class PersonKeys
{
    /// <summary>The fullest name, with the first address where the person has one.</summary>
    public static string Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var name = NameOf(person.Names[0]);
        return person.Emails.Length > 0 ? $"{name} <{person.Emails.Order(StringComparer.Ordinal).First()}>" : name;
    }

    /// <summary>A name as keys write it: folded, given names or initials first.</summary>
    public static string NameOf(PersonName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var first = name.Given.Length > 0 ? name.Given : name.Initials.Length > 0 ? [name.Initials] : ImmutableArray<string>.Empty;
        return string.Join(' ', [.. first, .. name.Particles, .. name.Surname]);
    }
}
