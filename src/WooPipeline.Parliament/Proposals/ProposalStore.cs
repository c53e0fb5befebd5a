using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads and writes <c>besluiten/voorstellen.json</c>: what persons decided about proposals for the registers, each with the evidence it
/// rested on. The registers themselves are never written; a taken value is laid over its cell when they are read.
/// </summary>
public static class ProposalStore
{
    /// <summary>Its path in the dossier.</summary>
    public const string Path = "besluiten/voorstellen.json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The decisions of a dossier; none where there is no file or it can't be read (reading the dossier tells of that).</summary>
    public static ImmutableArray<DecidedProposal> Load(string dossierFolder) => Load(dossierFolder, new ProblemList());

    /// <summary>Adds decisions to those that are there; a later one on the same proposal, or taken for the same cell, replaces the earlier.</summary>
    public static void Save(string dossierFolder, IEnumerable<DecidedProposal> decisions)
    {
        ArgumentException.ThrowIfNullOrEmpty(dossierFolder);
        ArgumentNullException.ThrowIfNull(decisions);
        var all = Load(dossierFolder).Concat(decisions).GroupBy(d => d.Proposal.Id, StringComparer.Ordinal).Select(g => g.Last())
            .GroupBy(d => (d.Proposal.Cell, d.IsTaken ? "" : d.Proposal.Id)).Select(g => g.Last())
            .OrderBy(d => d.Proposal.Register, StringComparer.Ordinal).ThenBy(d => d.Proposal.Row, StringComparer.Ordinal).ThenBy(d => d.Proposal.Column, StringComparer.Ordinal).ThenBy(d => d.Proposal.Id, StringComparer.Ordinal);
        var json = new JsonObject { ["voorstellen"] = new JsonArray([.. all.Select(d => (JsonNode)Write(d))]) };
        var path = System.IO.Path.Combine(dossierFolder, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var aside = path + ".nieuw";
        File.WriteAllText(aside, json.ToJsonString(Options) + "\n");
        File.Move(aside, path, overwrite: true);
    }

    /// <summary>The decisions; a file that can't be read is a problem.</summary>
    internal static ImmutableArray<DecidedProposal> Load(string dossierFolder, ProblemList problems)
    {
        if (!File.Exists(System.IO.Path.Combine(dossierFolder, Path)) || DossierFile.Read(dossierFolder, Path, problems) is not { } text)
        {
            return [];
        }

        try
        {
            return [.. JsonNode.Parse(text)!["voorstellen"]!.AsArray().Select(n => Read(n!.AsObject()))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            problems.Error("voorstellen-json", new Provenance(Path), "Dit is geen leesbaar bestand met besluiten over voorstellen. Herstel het uit een reservekopie of verwijder het.");
            return [];
        }
    }

    private static DecidedProposal Read(JsonObject json) => new(
        new Proposal(Text(json, "register"), Text(json, "rij"), Text(json, "kolom"), Text(json, "was"), Text(json, "waarde"), Text(json, "reden"),
            [.. (json["bewijs"] as JsonArray ?? []).Select(b => b!.AsObject()).Select(b => new ProposalEvidence(Text(b, "bron"), Text(b, "plaats"), Text(b, "citaat")))]),
        Text(json, "besluit") switch { "overnemen" => true, "afwijzen" => false, _ => throw new FormatException("besluit") },
        Text(json, "door"), Text(json, "op"));

    private static JsonObject Write(DecidedProposal decided)
    {
        var proposal = decided.Proposal;
        return new JsonObject
        {
            ["id"] = proposal.Id,
            ["register"] = proposal.Register,
            ["rij"] = proposal.Row,
            ["kolom"] = proposal.Column,
            ["was"] = proposal.Current,
            ["waarde"] = proposal.Value,
            ["reden"] = proposal.Reason,
            ["bewijs"] = new JsonArray([.. proposal.Evidence.Select(e => (JsonNode)new JsonObject { ["bron"] = e.Source, ["plaats"] = e.Place, ["citaat"] = e.Quote })]),
            ["besluit"] = decided.IsTaken ? "overnemen" : "afwijzen",
            ["door"] = decided.By,
            ["op"] = decided.At,
        };
    }

    private static string Text(JsonObject json, string name) => json[name]?.GetValue<string>() ?? "";
}
