using System.Collections.Immutable;
using System.Text.Json;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cli.Tests;

[Collection("console")]
public sealed class RunReportTests
{
    private static readonly RunOutcome Outcome = new()
    {
        ExitCode = 1,
        OutFolder = "uit",
        States = new Dictionary<DocumentState, int> { [DocumentState.PartlyPublic] = 3, [DocumentState.Quarantined] = 1 }.ToImmutableSortedDictionary(),
        Removed = 12,
        Doubts = 2,
        Messages = ["let op"],
        Files = ["publicatie/inventarislijst.xlsx", "publicatie/nota.pdf"],
    };

    [Fact]
    public void For_a_person_it_counts_and_says_what_to_open()
    {
        var text = Print(Outcome, json: false);

        Assert.Contains("Documenten: 4", text, StringComparison.Ordinal);
        Assert.Contains("deels openbaar", text, StringComparison.Ordinal);
        Assert.Contains("- let op", text, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("uit", "publicatie/nota.pdf"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_package_says_where_and_not_what()
    {
        var finding = new VerifyFinding(VerifyKind.Leak, "publicatie/documenten/0001.pdf", "pagina 2", "Gelakte passage gevonden.", 3);
        var text = Print(Outcome with { ExitCode = 3, RefusedFolder = "uit.geweigerd", Verification = new VerifyReport(1, 5, [finding]) }, json: false);

        Assert.Contains("NIET GEPUBLICEERD", text, StringComparison.Ordinal);
        Assert.Contains("publicatie/documenten/0001.pdf (pagina 2)", text, StringComparison.Ordinal);
        Assert.Contains("uit.geweigerd", text, StringComparison.Ordinal);
    }

    [Fact]
    public void For_a_machine_it_is_one_object()
    {
        using var json = JsonDocument.Parse(Print(Outcome, json: true));

        Assert.Equal(3, json.RootElement.GetProperty("states").GetProperty("deels openbaar").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("files").GetArrayLength());
    }

    private static string Print(RunOutcome outcome, bool json)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            RunReport.Print(outcome, json);
            return output.ToString();
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
