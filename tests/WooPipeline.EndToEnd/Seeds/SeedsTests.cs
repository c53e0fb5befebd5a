using System.Text.RegularExpressions;

namespace WooPipeline.EndToEnd.Seeds;

/// <summary>The seeds' own case as a dossier: the published note and report say, word for word, what the seeds say.</summary>
public sealed partial class SeedsTests
{
    private const double Enough = 0.97;

    [Fact]
    public void The_seeds_dossier_gives_the_seeds_note_and_report()
    {
        if (Repository.Shared("seeds") is not { } seeds || !ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var note = File.ReadAllText(Directory.GetFiles(seeds, "000_*.txt").Single());
        var report = File.ReadAllText(Directory.GetFiles(seeds, "002_*.txt").Single());
        using var folder = new TemporaryFolder();
        var dossier = folder.File("dossier");
        SeedDossier.Write(note, report, dossier);
        var output = folder.File("uit");
        var run = Woo.Run("run", dossier, "--out", output);
        Assert.True(run.ExitCode is 0 or 1, run.Output + run.Error);
        AssertSame(note, Published(output, "nota.pdf"), "nota");
        AssertSame(report, Published(output, "rapportage.pdf"), "rapportage");
    }

    private static void AssertSame(string seed, string published, string paper)
    {
        var (a, b) = (WordSimilarity.Words(seed), WordSimilarity.Words(published));
        var similarity = WordSimilarity.Of(a, b);
        Console.WriteLine($"{paper}: {similarity:0.0000} over {a.Count} and {b.Count} words");
        Assert.True(similarity >= Enough, $"{paper}: {similarity:0.0000}\n{published}");
    }

    private static string Published(string output, string name)
    {
        var text = ExternalTool.Run("pdftotext", "-nopgbrk", Path.Combine(output, "publicatie", name), "-").Output;
        return PageNumber().Replace(text, "\n");
    }

    [GeneratedRegex(@"^\s*(?:Pagina\s+)?\d+ van \d+\s*$", RegexOptions.Multiline)]
    private static partial Regex PageNumber();
}
