using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>Joins, splits and rules on persons of a register as reviewers asked; what can't be found any more is left alone.</summary>
internal static class RegisterAdjuster
{
    public static ImmutableArray<Person> Apply(ImmutableArray<Person> persons, IEnumerable<PersonAdjustment> adjustments)
    {
        foreach (var adjustment in adjustments)
        {
            persons = adjustment.Ruling is { } ruling ? [.. persons.Select(p => PersonRuling.IsOn(p, adjustment) ? p with { Ruling = ruling } : p)]
                : adjustment.Joined.Length > 1 ? Join(persons, adjustment.Joined) : Split(persons, adjustment);
        }

        return persons;
    }

    private static ImmutableArray<Person> Join(ImmutableArray<Person> persons, ImmutableArray<string> keys)
    {
        var members = keys.Select(k => persons.FirstOrDefault(p => PersonKeys.Of(p) == k)).OfType<Person>().Distinct().ToList();
        if (members.Count < 2)
        {
            return persons;
        }

        var first = members[0];
        var joined = first with
        {
            Names = [.. members.SelectMany(m => m.Names).Distinct()],
            Emails = [.. members.SelectMany(m => m.Emails).Distinct(StringComparer.Ordinal)],
            Functions = [.. members.SelectMany(m => m.Functions).Distinct(StringComparer.Ordinal)],
            Organisation = members.Select(m => m.Organisation).FirstOrDefault(o => o.Length > 0) ?? "",
            Strength = members.Max(m => m.Strength),
            Ruling = members.Select(m => m.Ruling).LastOrDefault(r => r is not null),
            Role = members.Select(m => m.Role).FirstOrDefault(r => r is not null),
            Scope = [.. members.SelectMany(m => m.Scope)],
            Sightings = members.Sum(m => m.Sightings),
        };
        return [.. persons.Where(p => p == first || !members.Contains(p)).Select(p => p == first ? joined : p)];
    }

    private static ImmutableArray<Person> Split(ImmutableArray<Person> persons, PersonAdjustment adjustment)
    {
        var person = persons.FirstOrDefault(p => PersonKeys.Of(p) == adjustment.Person);
        var (off, left) = person is null ? ([], []) : (
            person.Names.Where(n => adjustment.Names.Contains(PersonKeys.NameOf(n))).ToImmutableArray(),
            person.Names.Where(n => !adjustment.Names.Contains(PersonKeys.NameOf(n))).ToImmutableArray());
        if (person is null || off.IsEmpty || left.IsEmpty)
        {
            return persons;
        }

        // The one that is split off is unknown but for its name: a role or an address of the first isn't its own.
        var other = person with { Id = person.Id + "s" + (persons.Count(p => p.Id.StartsWith(person.Id + "s", StringComparison.Ordinal)) + 1), Names = off, Emails = [], Functions = [], Organisation = "", Role = null, Ruling = null, IsBuiltIn = false };
        return [.. persons.SelectMany(p => p == person ? new[] { person with { Names = left }, other } : [p])];
    }
}
