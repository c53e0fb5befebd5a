using System.Collections.Concurrent;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>
/// Holds each name and address once: the same persons stand in all documents of a dossier, and what was seen of them is in memory for
/// all documents at once. Thread-safe.
/// </summary>
internal sealed class FactsPool
{
    private readonly ConcurrentDictionary<PersonName, PersonName> names = new(new SameParts());
    private readonly TextPool texts = new();

    /// <summary>The same facts, with names and texts that other facts hold too.</summary>
    public DocumentFacts Of(DocumentFacts facts) => facts with
    {
        Sightings = [.. facts.Sightings.Select(s => s with
        {
            Name = names.GetOrAdd(s.Name, s.Name),
            Rule = Text(s.Rule)!,
            Email = Text(s.Email),
            Function = Text(s.Function),
            Organisation = Text(s.Organisation),
        })],
    };

    private string? Text(string? text) => text is null ? null : texts.Of(text);

    /// <summary>Equality of every part: a name's own leaves out where a double name is parted.</summary>
    private sealed class SameParts : IEqualityComparer<PersonName>
    {
        public bool Equals(PersonName? x, PersonName? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Initials == y.Initials
            && x.Given.AsSpan().SequenceEqual(y.Given.AsSpan()) && x.Particles.AsSpan().SequenceEqual(y.Particles.AsSpan())
            && x.Surname.AsSpan().SequenceEqual(y.Surname.AsSpan()) && x.Halves.AsSpan().SequenceEqual(y.Halves.AsSpan()));

        public int GetHashCode(PersonName name)
        {
            var hash = new HashCode();
            hash.Add(name.Initials);
            foreach (var part in name.Given)
            {
                hash.Add(part);
            }

            foreach (var part in name.Surname)
            {
                hash.Add(part);
            }

            return hash.ToHashCode();
        }
    }
}
