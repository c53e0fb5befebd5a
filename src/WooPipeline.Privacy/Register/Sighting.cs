using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>How much a sighting proves.</summary>
public enum Strength
{
    /// <summary>A given name or surname by itself in running text: protects its own document and thread.</summary>
    Guess,

    /// <summary>A full name or a titled name in running text: protects the dossier in its telling forms.</summary>
    Strong,

    /// <summary>From structure (header, signature, attendee list, register): protects the dossier in all forms.</summary>
    Confirmed,
}

/// <summary>One place where a person was seen.</summary>
/// <param name="Name">The name's parts, folded.</param>
/// <param name="Strength">How much it proves.</param>
/// <param name="Rule">The rule that saw it.</param>
/// <param name="Offset">Where it stands in the document's text view.</param>
/// <param name="Email">Address that stood with it, in lower case.</param>
/// <param name="Function">Function that stood with it.</param>
/// <param name="Organisation">Organisation that stood with it.</param>
/// <param name="IsPublicRole">True where a role next to the name makes the person public.</param>
public sealed record Sighting(
    PersonName Name,
    Strength Strength,
    string Rule,
    int Offset,
    string? Email = null,
    string? Function = null,
    string? Organisation = null,
    bool IsPublicRole = false);

/// <summary>What the first pass found in one document; all that the second pass needs of it. Serialisable.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="ThreadId">Its thread; null where it has none.</param>
/// <param name="Sightings">In order of place.</param>
/// <param name="Things">Names that stand behind a word for an organisation or work, as keys of surnames: they name a thing.</param>
/// <param name="PublicNumbers">Telephone numbers that the document calls general, as digits.</param>
/// <param name="Homes">Addresses that stand with a person, folded.</param>
/// <param name="Offices">Addresses that stand with an organisation, folded.</param>
/// <param name="Date">The document's date: known public persons count only while they are in office.</param>
/// <param name="Domains">Words of the domains of its mail addresses, folded: they name organisations.</param>
public sealed record DocumentFacts(
    string DocumentId,
    string? ThreadId,
    ImmutableArray<Sighting> Sightings,
    ImmutableArray<string> Things,
    ImmutableArray<string> PublicNumbers,
    ImmutableArray<string> Homes,
    ImmutableArray<string> Offices,
    DateOnly? Date = null,
    ImmutableArray<string> Domains = default);
