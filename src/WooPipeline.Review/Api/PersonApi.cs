using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Review;

/// <summary>The register of persons: who they are, where they are seen, and decisions on all their sightings.</summary>
internal static class PersonApi
{
    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapGet("/persons", () => PersonList.Of(session.Desk));
        api.MapGet("/persons/{id}", (string id) => PersonDetail.Of(session.Desk, Find(session.Desk, id)));
        api.MapPost("/persons/{id}/decide", (string id, VerdictBody body) => Decide(session.Desk, Find(session.Desk, id), body));
        api.MapPost("/persons/join", (JoinBody body) => Join(session.Desk, body));
        api.MapPost("/persons/{id}/split", (string id, SplitBody body) => Split(session.Desk, Find(session.Desk, id), body));
    }

    private static Person Find(ReviewDesk desk, string id) => desk.Persons.Find(id) ?? throw ReviewException.NotFound("Deze persoon staat niet (meer) in het register.");

    private static BulkView Decide(ReviewDesk desk, Person person, VerdictBody body)
    {
        if (body.Verdict == "keep" && string.IsNullOrWhiteSpace(body.Reason))
        {
            throw ReviewException.Wrong("Geef een reden: waarom is deze persoon openbaar?");
        }

        var change = new BulkChange(desk, body.ToVerdict());
        foreach (var (id, spans) in Sightings.Of(desk.All(), person.Id).GroupBy(s => s.Desk.Document.Id, s => s.Passage.Decision.Span, (k, g) => (k, g.ToList())))
        {
            change.Add(id, spans);
        }

        return BulkView.Finish(desk, change, body.Dry, body.Verdict == "keep" ? "persoon openbaar in functie" : "persoon overal lakken", null, change.On(person));
    }

    private static AdjustView Join(ReviewDesk desk, JoinBody body)
    {
        var persons = body.Ids.Distinct(StringComparer.Ordinal).Select(i => Find(desk, i)).ToList();
        if (persons.Count < 2)
        {
            throw ReviewException.Wrong("Kies ten minste twee personen om samen te voegen.");
        }

        return Adjust(desk, "personen samenvoegen", new PersonAdjustment([.. persons.Select(PersonKeys.Of)], "", []), body.Dry);
    }

    private static AdjustView Split(ReviewDesk desk, Person person, SplitBody body)
    {
        var names = body.Names.Intersect(person.Names.Select(PersonKeys.NameOf), StringComparer.Ordinal).ToImmutableArray();
        return names.Length == 0 || names.Length == person.Names.Length
            ? throw ReviewException.Wrong("Kies een of meer namen die bij een ander horen, maar niet alle.")
            : Adjust(desk, "persoon splitsen", new PersonAdjustment([], PersonKeys.Of(person), names), body.Dry);
    }

    private static AdjustView Adjust(ReviewDesk desk, string label, PersonAdjustment adjustment, bool dry)
    {
        var (documents, passages) = desk.Foresee(adjustment);
        if (!dry)
        {
            desk.Adjust(label, adjustment);
        }

        var (undo, redo) = desk.Steps;
        return new AdjustView(documents, passages, undo, redo);
    }

    private sealed record JoinBody(ImmutableArray<string> Ids, bool Dry);

    private sealed record SplitBody(ImmutableArray<string> Names, bool Dry);
}

/// <summary>What a join or split changes.</summary>
internal sealed record AdjustView(int Documents, int Passages, string? Undo, string? Redo);

/// <summary>A person in the list.</summary>
internal sealed record PersonRow(
    string Id, string Name, string Organisation, string Role, string Source, string Strength, ImmutableArray<string> Emails, ImmutableArray<string> Functions,
    int Documents, int Sightings, int Removed, int Kept, int Doubts)
{
    /// <summary>What holds for every sighting, in later documents too; null where nothing was decided on the person.</summary>
    public RulingView? Ruling { get; init; }

    public static PersonRow Of(Person person, IReadOnlyList<(DocumentDesk Desk, Decision Decision, string Text)> seen) => new(
        person.Id, NameOf(person, seen.Select(s => (s.Decision.Label, s.Text))), person.Organisation, person.Role is { } role ? $"{role.Title} {role.Organisation}".Trim() : "",
        person.Source, person.Strength switch { Privacy.Strength.Confirmed => "vast", Privacy.Strength.Strong => "sterk", _ => "vermoeden" }, person.Emails, person.Functions,
        seen.Select(s => s.Desk.Document.Id).Distinct(StringComparer.Ordinal).Count(), seen.Count,
        seen.Count(s => s.Decision.Verdict == Verdict.Remove), seen.Count(s => s.Decision.Verdict == Verdict.Keep), seen.Count(s => s.Decision.NeedsReview))
    {
        Ruling = person.Ruling is { } r ? new RulingView(r.Verdict == Verdict.Remove ? "remove" : "keep", r.Ground, r.Reason, r.By) : null,
    };

    /// <summary>The fullest form in which the dossier writes the person; else the folded name with capitals.</summary>
    private static string NameOf(Person person, IEnumerable<(Label Label, string Text)> seen)
    {
        var written = seen.Where(s => s.Label == Label.Name && s.Text.AsSpan().IndexOfAny('\n', '@') < 0).Select(s => s.Text.Trim())
            .OrderByDescending(t => t.Contains(' ', StringComparison.Ordinal)).ThenByDescending(t => t.Length).FirstOrDefault();
        return written is { Length: > 2 } ? written : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(PersonKeys.NameOf(person.Names[0]));
    }
}

/// <summary>What a reviewer decided on all sightings of a person.</summary>
internal sealed record RulingView(string Verdict, string Ground, string Reason, string By);

/// <summary>The register.</summary>
internal sealed record PersonList(ImmutableArray<PersonRow> Persons)
{
    public static PersonList Of(ReviewDesk desk)
    {
        var seen = Seen(desk.All()).ToLookup(s => s.Decision.Evidence!.PersonId!, StringComparer.Ordinal);
        return new PersonList([.. desk.Persons.Persons.Where(p => !p.IsBuiltIn || seen.Contains(p.Id)).Select(p => PersonRow.Of(p, [.. seen[p.Id]]))
            .OrderByDescending(p => p.Doubts > 0).ThenByDescending(p => p.Sightings).ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The passages that name a person, each with what holds for it.</summary>
    public static IEnumerable<(DocumentDesk Desk, Decision Decision, string Text)> Seen(IEnumerable<DocumentDesk> desks) =>
        from desk in desks
        from passage in desk.Document.Passages
        where passage.Decision.Evidence?.PersonId is not null
        let holds = desk.ByPerson is null ? null : desk.Decisions.FirstOrDefault(d => d.ByPerson && d.Span.Overlaps(passage.Decision.Span))
        select (desk, holds is null ? passage.Decision : holds with { Evidence = passage.Decision.Evidence }, passage.Text);
}

/// <summary>A form in which a person is written.</summary>
internal sealed record PersonForm(string Text, int Count);

/// <summary>A place where a person is seen.</summary>
internal sealed record PersonSighting(string Id, string Title, int S, int E, string Before, string Text, string After, string State, string? By);

/// <summary>A person with forms and sightings.</summary>
internal sealed record PersonDetail(PersonRow Row, ImmutableArray<string> Names, ImmutableArray<PersonForm> Forms, ImmutableArray<PersonSighting> Sightings, int More)
{
    private const int Most = 200;
    private const int Around = 40;

    public static PersonDetail Of(ReviewDesk desk, Person person)
    {
        var seen = PersonList.Seen(desk.All()).Where(s => s.Decision.Evidence!.PersonId == person.Id).ToList();
        var forms = seen.CountBy(s => s.Text.ReplaceLineEndings(" ")).OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => new PersonForm(f.Key, f.Value));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var shown = seen.Take(Most).Select(s =>
        {
            if (!texts.TryGetValue(s.Desk.Document.Id, out var text))
            {
                texts[s.Desk.Document.Id] = text = desk.Dossier.Text(s.Desk.Document);
            }

            return Sighting(s.Desk, s.Decision, text);
        });
        return new PersonDetail(PersonRow.Of(person, seen), [.. person.Names.Select(PersonKeys.NameOf)], [.. forms], [.. shown], Math.Max(0, seen.Count - Most));
    }

    private static PersonSighting Sighting(DocumentDesk desk, Decision decision, string text)
    {
        var (start, end) = (Math.Min(decision.Span.Start, text.Length), Math.Min(decision.Span.End, text.Length));
        return new PersonSighting(
            desk.Document.Id, desk.Document.Title, start, end, text[Math.Max(0, start - Around)..start].ReplaceLineEndings(" "), text[start..end].ReplaceLineEndings(" "),
            text[end..Math.Min(text.Length, end + Around)].ReplaceLineEndings(" "),
            decision.NeedsReview ? "doubt" : decision.Verdict == Verdict.Remove ? "remove" : "keep", decision.ByPerson ? decision.DecidedBy : null);
    }
}
