using System.Text;
using System.Text.Json;
using WooPipeline.Publication.Tests;

namespace WooPipeline.EndToEnd;

/// <summary>The packages of the fixture dossiers: complete, free of what must go, whole in what must stay.</summary>
[Collection(FixtureRun.Collection)]
public sealed class FixturePackageTests(FixtureRun runs)
{
    public static TheoryData<string> Dossiers => FixtureRun.Dossiers;

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void The_run_ends_in_a_package(string dossier)
    {
        var (output, result) = runs.Of(dossier);

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        foreach (var name in new[] { "nota", "tabel", "antwoorden", "rapportage" })
        {
            foreach (var extension in new[] { "pdf", "docx", "html" })
            {
                Assert.True(File.Exists(Path.Combine(output, "publicatie", $"{name}.{extension}")), $"{name}.{extension}");
            }
        }

        Assert.True(File.Exists(Path.Combine(output, "publicatie", "inventarislijst.xlsx")));
        Assert.True(File.Exists(Path.Combine(output, "publicatie", "manifest.json")));
        Assert.Equal(0, Woo.Run("verify", output).ExitCode);
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Every_source_ends_in_one_state_with_the_files_it_names(string dossier)
    {
        var output = runs.Of(dossier).Out;
        using var sources = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "intern", "bronnen.json")));
        var listed = sources.RootElement.EnumerateArray().ToList();
        var files = Directory.EnumerateFiles(Repository.PathOf("fixtures", "dossiers", dossier, "bronnen"), "*", SearchOption.AllDirectories).Count();

        Assert.True(listed.Count >= files);
        Assert.All(listed, s => Assert.False(string.IsNullOrEmpty(s.GetProperty("state").GetString())));
        Assert.All(
            listed.SelectMany(s => s.GetProperty("public").EnumerateArray()),
            p => Assert.True(File.Exists(Path.Combine(output, "publicatie", p.GetString()!)), p.GetString()));
    }

    [Theory]
    [InlineData("trusted-flagger", "Achterberg")]
    [InlineData("vuurwerk-marktplaatsen", "Bloemendaal")]
    public void The_internal_note_names_who_drafted_it_and_the_public_one_does_not(string dossier, string drafter)
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var output = runs.Of(dossier).Out;

        Assert.Contains(drafter, ExternalTool.Run("pdftotext", Path.Combine(output, "intern", "stukken", "nota.pdf"), "-").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(drafter, ExternalTool.Run("pdftotext", Path.Combine(output, "publicatie", "nota.pdf"), "-").Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(output, "intern", "stukken", "nota.docx")));
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void The_platform_reads_the_inventory_without_a_silent_misreading(string dossier)
    {
        var output = runs.Of(dossier).Out;
        using var sources = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "intern", "bronnen.json")));
        var documents = sources.RootElement.EnumerateArray().Where(s => s.TryGetProperty("id", out _)).ToDictionary(s => s.GetProperty("id").GetString()!);

        var rows = PlatformReader.Read(PlatformReader.Xlsx(Path.Combine(output, "publicatie", "inventarislijst.xlsx")));

        Assert.Equal(documents.Keys.Order(StringComparer.Ordinal), rows.Select(r => r.Id));
        foreach (var row in rows)
        {
            var document = documents[row.Id];
            var files = document.GetProperty("public").EnumerateArray().Select(f => f.GetString()!).ToList();
            Assert.Equal(document.GetProperty("state").GetString() switch { "openbaar" => "public", "deels openbaar" => "partial_public", "reeds openbaar" => "already_public", _ => "not_public" }, row.Judgement);
            Assert.Equal(document.TryGetProperty("date", out var date) ? DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd") : null, row.Date);
            Assert.Equal(document.GetProperty("kind").GetString(), row.SourceType);
            Assert.Equal(document.GetProperty("grounds").EnumerateArray().Select(g => g.GetString()), row.Grounds);
            Assert.All(files, f => Assert.Equal(row.Id, PlatformReader.IdOfFile(f)));
            Assert.Equal(row.Judgement is "public" or "partial_public", files.Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void No_form_of_an_invented_person_stands_in_a_public_file(string dossier)
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var text = PublicText(runs.Of(dossier).Out);

        Assert.All(Cases(dossier, "weg"), form => Assert.DoesNotMatch(Whole(form), text));
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Office_holders_organisations_and_units_stand(string dossier)
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var text = PublicText(runs.Of(dossier).Out);

        Assert.All(Cases(dossier, "blijft"), form => Assert.Matches(Whole(form), text));
    }

    private static IEnumerable<string> Cases(string dossier, string kind) =>
        File.ReadLines(Repository.PathOf("tests", "WooPipeline.EndToEnd", "Cases", $"{dossier}.{kind}.txt"))
            .Where(l => l.Length > 0 && l[0] != '#');

    private static string PublicText(string output)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(output, "publicatie"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            text.Append(' ').Append(Path.GetExtension(file) switch
            {
                ".pdf" => ExternalTool.Run("pdftotext", file, "-").Output,
                ".docx" or ".xlsx" => ZipText(file),
                _ => File.ReadAllText(file),
            });
        }

        return Fold(text.ToString());
    }

    private static string ZipText(string file)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        return string.Concat(zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "</w:t>|<[^>]+>", "");
        }));
    }

    private static string Whole(string form) => $@"(?<!\w){System.Text.RegularExpressions.Regex.Escape(Fold(form))}(?!\w)";

    private static string Fold(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
