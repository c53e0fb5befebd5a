using System.Text.Json;

namespace WooPipeline.EndToEnd;

/// <summary>A broken file is quarantined with a code and a reason; the rest is published.</summary>
public sealed class MalformedInputTests
{
    private static readonly string[] Extensions = [".eml", ".docx", ".csv", ".txt", ".md", ".html", ".pdf", ".xlsx", ".msg", ".zip"];

    [Fact]
    public void Broken_files_of_each_kind_do_not_stop_the_run()
    {
        using var folder = new TemporaryFolder();
        var sources = folder.File("dossier", "bronnen");
        Directory.CreateDirectory(sources);
        File.WriteAllText(Path.Combine(sources, "goed.txt"), "Beste lezer,\n\nDit is een gewoon bericht over de planning van het project.\n");
        var random = new Random(7);
        foreach (var extension in Extensions)
        {
            var bytes = new byte[5000];
            random.NextBytes(bytes);
            File.WriteAllBytes(Path.Combine(sources, "ruis" + extension), bytes);
            File.WriteAllBytes(Path.Combine(sources, "leeg" + extension), []);
        }

        File.WriteAllBytes(Path.Combine(sources, "afgebroken.docx"), "PK\u0003\u0004"u8.ToArray());
        File.WriteAllText(Path.Combine(sources, "onbekend.xyz"), "inhoud");
        var output = folder.File("uit");
        var result = Woo.Run("run", folder.File("dossier"), "--out", output);

        Assert.True(result.ExitCode == 1, result.Output + result.Error);
        using var listed = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "intern", "bronnen.json")));
        var states = listed.RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("source").GetString()!, s => s.GetProperty("state").GetString()!);
        Assert.Equal("openbaar", states["bronnen/goed.txt"]);
        Assert.All(states.Where(s => s.Key != "bronnen/goed.txt"), s => Assert.Equal("quarantaine", s.Value));
        var files = Directory.GetFiles(sources).Select(f => "bronnen/" + Path.GetFileName(f));
        Assert.Equal(files.Order(StringComparer.Ordinal), states.Keys.Order(StringComparer.Ordinal));
        using var quarantine = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "intern", "quarantaine.json")));
        Assert.Equal(states.Count - 1, quarantine.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("bestaat-niet", "bestaat niet")]
    [InlineData(".", "bronnen")]
    public void A_wrong_folder_is_told_and_exits_with_2(string name, string told)
    {
        using var folder = new TemporaryFolder();
        var result = Woo.Run("run", folder.File(name));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_dossier_runs()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(0, Woo.Run("new", folder.File("nieuw")).ExitCode);
        File.WriteAllText(folder.File("nieuw", "bronnen", "a.txt"), "Gewone tekst.");
        var settings = folder.File("nieuw", "dossier.yaml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("\ndatum:", "\ndatum: 2024-02-15", StringComparison.Ordinal));
        var result = Woo.Run("run", folder.File("nieuw"), "--json");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal(1, JsonDocument.Parse(result.Output).RootElement.GetProperty("states").GetProperty("openbaar").GetInt32());
        Assert.Equal(2, Woo.Run("new", folder.File("nieuw")).ExitCode);
    }
}
