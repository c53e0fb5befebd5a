using System.Collections.Immutable;
using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>What the run did, for the coordinator: sums that must fit, what needs a person, what was removed by kind.</summary>
internal static class RunReport
{
    /// <summary><c>intern/verslag.json</c>; its schema is <c>Data/verslag.schema.json</c>.</summary>
    public static string Json(PackageInput input, IReadOnlyList<PackageProblem> problems) => JsonFile.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", "woo-verslag/1");
        json.WriteString("tool", "WooPipeline " + input.ToolVersion);
        json.WriteString("policy", input.PolicyHash);
        json.WriteNumber("sources", input.Documents.Length + input.Containers.Length);
        json.WriteNumber("documents", input.Documents.Length);
        json.WriteNumber("containers", input.Containers.Length);
        Counts(json, "states", Enum.GetValues<DocumentState>().Select(s => (s.ToDutch(), input.Documents.Count(d => d.State == s))));
        Counts(json, "labels", ByLabel(input));
        Counts(json, "grounds", ByGround(input));
        json.WriteNumber("review", Review(input).Sum(r => r.Count));
        json.WriteStartArray("quarantine");
        foreach (var document in Quarantined(input))
        {
            json.WriteStartObject();
            json.WriteString("source", document.Source);
            json.WriteString("code", document.Quarantine!.Code);
            json.WriteString("reason", document.Quarantine.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("consultations");
        foreach (var consultation in input.Consultations)
        {
            json.WriteStartObject();
            json.WriteString("id", consultation.Id);
            json.WriteString("party", consultation.Party);
            json.WriteString("state", DisplayNames.Of(consultation.State));
            json.WriteString("term", PackageDates.Iso(consultation.Term));
            json.WriteString("reason", consultation.ReasonWhileOpen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("document", problem.Document);
            json.WriteString("message", problem.Message);
            json.WriteBoolean("error", problem.IsError);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Strings("remarks", input.Remarks);
        json.WriteEndObject();
    });

    /// <summary>The same for a reader.</summary>
    public static DocumentTree Tree(PackageInput input, IReadOnlyList<PackageProblem> problems)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(TreeParts.Heading(1, "Verslag van de verwerking"));
        blocks.Add(TreeParts.Facts(input));
        blocks.Add(TreeParts.Heading(2, "Wat er met elke bron gebeurde"));
        blocks.Add(Paragraph.Of($"{input.Documents.Length} documenten uit {input.Documents.Count(d => d.Container is null) + input.Containers.Count(c => c.Container is null)} bestanden; elk eindigt in precies één staat."));
        blocks.Add(TreeParts.Table(["Staat", "Aantal"], Enum.GetValues<DocumentState>()
            .Select(s => (s.ToDutch(), input.Documents.Count(d => d.State == s))).Where(p => p.Item2 > 0).Append(("totaal", input.Documents.Length)).Select(Pair)));
        Attention(blocks, input, problems);
        blocks.Add(TreeParts.Heading(2, "Wat er gelakt is"));
        blocks.Add(TreeParts.Table(["Soort gegeven", "Aantal"], ByLabel(input).Select(Pair)));
        blocks.Add(TreeParts.Table(["Grond", "Aantal"], ByGround(input).Select(Pair)));
        if (input.Consultations.Length > 0)
        {
            blocks.Add(TreeParts.Heading(2, "Zienswijzen"));
            blocks.Add(TreeParts.Table(["Nummer", "Belanghebbende", "Stand", "Termijn", "Reden om niet te wachten"],
                input.Consultations.Select(c => ImmutableArray.Create(c.Id, c.Party, DisplayNames.Of(c.State), PackageDates.Iso(c.Term), c.ReasonWhileOpen))));
        }

        if (input.Containers.Length > 0)
        {
            blocks.Add(TreeParts.Heading(2, "Uitgepakte bestanden"));
            blocks.Add(TreeParts.Table(["Bestand", "Leden"], input.Containers.OrderBy(c => c.Path, StringComparer.Ordinal).Select(c => (c.Path, c.Members)).Select(Pair)));
        }

        Deviations(blocks, input);
        return new DocumentTree { Title = "Verslag van de verwerking", Language = input.Dossier.Language, Kind = DocumentKind.Text, Blocks = blocks.ToImmutable() };
    }

    private static void Attention(ImmutableArray<Block>.Builder blocks, PackageInput input, IReadOnlyList<PackageProblem> problems)
    {
        var lines = problems.Select(p => p.Message)
            .Concat(Quarantined(input).Select(d => $"{d.Source} (document {d.Id}): {d.Quarantine!.Reason}{(d.Quarantine.Place is { } place ? $" ({place})" : "")}"))
            .Concat(Review(input).Select(r => $"Document {r.Id} heeft {r.Count} vondst(en) die een mens moet bekijken: woo review."))
            .Concat(input.Remarks).ToArray();
        blocks.Add(TreeParts.Heading(2, "Wat een mens moet bekijken"));
        blocks.Add(lines.Length == 0 ? Paragraph.Of("Niets.")
            : new ListBlock(false, [.. lines.Select(l => new ListItem([Paragraph.Of(l)]))]));
    }

    private static void Deviations(ImmutableArray<Block>.Builder blocks, PackageInput input)
    {
        var rows = input.Documents.OrderBy(d => d.Source, StringComparer.Ordinal)
            .SelectMany(d => d.Deviations, (d, v) => ImmutableArray.Create(d.Source, v.Code, v.Place)).ToArray();
        if (rows.Length > 0)
        {
            blocks.Add(TreeParts.Heading(2, "Afwijkingen van het bestandsformaat"));
            blocks.Add(TreeParts.Table(["Bron", "Afwijking", "Plaats"], rows));
        }
    }

    private static IEnumerable<PackageDocument> Quarantined(PackageInput input) =>
        input.Documents.Where(d => d.Quarantine is not null).OrderBy(d => d.Source, StringComparer.Ordinal);

    private static IEnumerable<(string Id, int Count)> Review(PackageInput input) => input.Documents
        .OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => (d.Id, d.Decisions.Count(p => p.Decision.NeedsReview))).Where(r => r.Item2 > 0);

    private static IEnumerable<(string Name, int Count)> ByLabel(PackageInput input)
    {
        var counts = Removed(input).CountBy(d => d.Label).ToDictionary();
        return Enum.GetValues<Label>().Where(counts.ContainsKey).Select(l => (DisplayNames.Of(l), counts[l]));
    }

    private static IEnumerable<(string Name, int Count)> ByGround(PackageInput input)
    {
        var counts = Removed(input).CountBy(d => (d.Ground ?? GroundCatalog.Privacy).Code).ToDictionary(StringComparer.Ordinal);
        return GroundCatalog.All.Where(g => counts.ContainsKey(g.Code)).Select(g => (g.Code, counts[g.Code]));
    }

    private static IEnumerable<Decision> Removed(PackageInput input) =>
        input.Documents.SelectMany(d => d.Decisions).Select(d => d.Decision).Where(d => d.Verdict == Verdict.Remove);

    private static ImmutableArray<string> Pair((string Name, int Count) pair) => [pair.Name, TreeParts.Number(pair.Count)];

    private static void Counts(Utf8JsonWriter json, string name, IEnumerable<(string Name, int Count)> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }
}
