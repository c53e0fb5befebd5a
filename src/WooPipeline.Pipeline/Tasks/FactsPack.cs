using System.Collections.Immutable;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>What was seen of persons in a document, in few bytes; null where a fault kept that from being seen.</summary>
internal static class FactsPack
{
    public static byte[] Write(DocumentFacts? facts)
    {
        var to = new PackWriter();
        to.Maybe(facts, f =>
        {
            to.Text(f.DocumentId);
            to.Text(f.ThreadId);
            to.All(f.Sightings, s => Write(to, s));
            to.Texts(f.Things);
            to.Texts(f.PublicNumbers);
            to.Texts(f.Homes);
            to.Texts(f.Offices);
            to.Number(f.Date?.DayNumber ?? -1);
            to.Texts(f.Domains.IsDefault ? null : f.Domains);
        });
        return to.ToArray();
    }

    public static DocumentFacts? Read(byte[] bytes)
    {
        var from = new PackReader(bytes);
        return from.Maybe(() => new DocumentFacts(
            from.Word(), from.Text(), [.. from.All(() => Sighting(from))], [.. from.Texts()], [.. from.Texts()], [.. from.Texts()], [.. from.Texts()],
            from.Number() is >= 0 and var day ? DateOnly.FromDayNumber(day) : null, from.MaybeAll(from.Word) is { } domains ? [.. domains] : default));
    }

    private static void Write(PackWriter to, Sighting sighting)
    {
        to.Texts(sighting.Name.Given);
        to.Text(sighting.Name.Initials);
        to.Texts(sighting.Name.Particles);
        to.Texts(sighting.Name.Surname);
        to.All(sighting.Name.Halves, to.Number);
        to.Number((int)sighting.Strength);
        to.Text(sighting.Rule);
        to.Number(sighting.Offset);
        to.Text(sighting.Email);
        to.Text(sighting.Function);
        to.Text(sighting.Organisation);
        to.Truth(sighting.IsPublicRole);
    }

    private static Sighting Sighting(PackReader from) => new(
        new PersonName([.. from.Texts()], from.Word(), [.. from.Texts()], [.. from.Texts()], [.. from.All(from.Number)]),
        (Strength)from.Number(), from.Word(), from.Number(), from.Text(), from.Text(), from.Text(), from.Truth());
}
