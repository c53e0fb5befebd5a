using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cli;

/// <summary>Prints what a run gave: lines for a person, or one JSON object for a machine.</summary>
internal static class RunReport
{
    private const int MessagesShown = 20;
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(RunOutcome outcome, bool json)
    {
        if (json)
        {
            Console.WriteLine(ToJson(outcome).ToJsonString(Options));
            return;
        }

        PrintLines(outcome);
    }

    private static void PrintLines(RunOutcome outcome)
    {
        Console.WriteLine();
        Console.WriteLine($"Documenten: {outcome.States.Values.Sum()}");
        foreach (var (state, count) in outcome.States)
        {
            Console.WriteLine($"  {state.ToDutch(),-16}{count,6}");
        }

        Console.WriteLine($"Gelakte passages: {outcome.Removed}");
        Console.WriteLine($"Twijfelgevallen: {outcome.Doubts}");
        foreach (var message in outcome.Messages.Take(MessagesShown))
        {
            Console.WriteLine($"- {message}");
        }

        if (outcome.Messages.Length > MessagesShown)
        {
            Console.WriteLine($"- … en {outcome.Messages.Length - MessagesShown} andere; zie intern/verslag.html");
        }

        PrintEnd(outcome);
    }

    private static void PrintEnd(RunOutcome outcome)
    {
        if (outcome.ExitCode == ExitCodes.Leak)
        {
            Console.WriteLine("NIET GEPUBLICEERD: de controle vond iets dat weg moet.");
            foreach (var finding in outcome.Verification?.Findings.Take(MessagesShown) ?? [])
            {
                Console.WriteLine($"- {finding.File} ({finding.Place}): {finding.Message}");
            }

            Console.WriteLine($"Kijk wat er staat in {outcome.RefusedFolder} en zet het woord in registers/altijd.csv (altijd weg) of registers/nooit.csv (mag blijven).");

            return;
        }

        if (outcome.IsUnchanged)
        {
            Console.WriteLine("Er is niets veranderd sinds de vorige run: het pakket staat er nog zoals het was.");
        }

        Console.WriteLine(outcome.ExitCode == ExitCodes.Done ? "Klaar: de controle vond niets meer." : "Klaar, maar iemand moet nog kijken: zie intern/verslag.html.");
        Console.WriteLine($"Pakket: {Path.Combine(outcome.OutFolder, "publicatie")}");
        Console.WriteLine($"Open eerst: {Path.Combine(outcome.OutFolder, First(outcome))}");
    }

    private static string First(RunOutcome outcome)
    {
        string[] wanted = ["publicatie/nota.pdf", "publicatie/inventarislijst.xlsx"];
        return wanted.FirstOrDefault(w => outcome.Files.Contains(w)) ?? "publicatie";
    }

    private static JsonObject ToJson(RunOutcome outcome) => new()
    {
        ["exitCode"] = outcome.ExitCode,
        ["out"] = outcome.OutFolder,
        ["unchanged"] = outcome.IsUnchanged,
        ["states"] = new JsonObject(outcome.States.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key.ToDutch(), s.Value))),
        ["removed"] = outcome.Removed,
        ["doubts"] = outcome.Doubts,
        ["lostDecisions"] = outcome.LostDecisions,
        ["messages"] = new JsonArray([.. outcome.Messages.Select(m => (JsonNode)m)]),
        ["findings"] = new JsonArray([.. (outcome.Verification?.Findings ?? []).Select(f => (JsonNode)new JsonObject
        {
            ["file"] = f.File,
            ["place"] = f.Place,
            ["message"] = f.Message,
        })]),
        ["files"] = new JsonArray([.. outcome.Files.Select(f => (JsonNode)f)]),
    };
}
