using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication.Tests;

/// <summary>What was found clean before is not searched again, and nothing that could be a leak is passed over for it.</summary>
public class VerifyMemoryTests
{
    [Fact]
    public void A_clean_package_is_known_whole()
    {
        using var folder = new TemporaryFolder();
        using var aside = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var memory = Remember(folder, aside);
        var set = SearchFormSet.Load(folder.File("intern", "zoektermen.json"));
        var entry = VerifyMemory.Circumstances(set, new PackageStructure(folder.Path).Sources);

        var files = PackageStructure.Below(folder.File("publicatie"));

        Assert.All(files, path => Assert.True(memory.Knows(entry(path, File.ReadAllBytes(folder.File("publicatie", path))))));
        Assert.True(PackageVerifier.Verify(folder.Path, memory).IsClean);
    }

    [Fact]
    public void A_changed_file_is_searched()
    {
        using var folder = new TemporaryFolder();
        using var aside = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var memory = Remember(folder, aside);
        File.AppendAllText(folder.File("publicatie", "documenten", "0009.html"), $"<p>{TestPackage.Name}</p>");

        var leaks = PackageVerifier.Verify(folder.Path, memory).Findings.Where(f => f.Kind == VerifyKind.Leak);

        Assert.Contains(leaks, f => f.File == "publicatie/documenten/0009.html");
    }

    [Fact]
    public void A_new_form_is_searched_in_every_file()
    {
        using var folder = new TemporaryFolder();
        using var aside = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var memory = Remember(folder, aside);
        Change(folder, terms => terms["forms"]!.AsArray().Add(new JsonObject { ["text"] = "weten of de bakker om de hoek" }));

        Assert.Equal(3, PackageVerifier.Verify(folder.Path, memory).ExitCode);
    }

    [Fact]
    public void A_form_that_may_stand_less_often_is_searched()
    {
        using var folder = new TemporaryFolder();
        using var aside = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var memory = Remember(folder, aside);
        Change(folder, terms =>
        {
            foreach (var form in terms["forms"]!.AsArray())
            {
                form!.AsObject().Remove("allowed");
            }
        });

        Assert.Equal(3, PackageVerifier.Verify(folder.Path, memory).ExitCode);
    }

    [Theory]
    [InlineData("niet van ons")]
    [InlineData("")]
    public void A_broken_memory_is_an_empty_one(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("controle.txt"), content);
        TestPackage.Finish(folder.File("pakket"));

        Assert.True(PackageVerifier.Verify(folder.File("pakket"), VerifyMemory.Load(folder.File("controle.txt"))).IsClean);
    }

    private static VerifyMemory Remember(TemporaryFolder package, TemporaryFolder aside)
    {
        var memory = VerifyMemory.Load(aside.File("controle.txt"));
        Assert.True(PackageVerifier.Verify(package.Path, memory).IsClean);
        memory.Save(aside.File("controle.txt"));
        Assert.Equal(File.ReadAllText(aside.File("controle.txt")).TrimEnd().ReplaceLineEndings("\n"), System.Text.Encoding.UTF8.GetString(memory.Content()));
        return VerifyMemory.Of(VerifyMemory.Load(aside.File("controle.txt")) is var loaded && PackageVerifier.Verify(package.Path, loaded).IsClean ? loaded.Content() : null);
    }

    /// <summary>Changes the search terms, and the manifest with them, as another run would.</summary>
    private static void Change(TemporaryFolder folder, Action<JsonNode> change)
    {
        var path = folder.File("intern", "zoektermen.json");
        var terms = JsonNode.Parse(File.ReadAllText(path))!;
        change(terms);
        File.WriteAllText(path, terms.ToJsonString());
        var manifest = JsonNode.Parse(File.ReadAllText(folder.File("intern", "manifest.json")))!;
        var listed = manifest["files"]!.AsArray().First(f => f!["path"]!.GetValue<string>() == "zoektermen.json")!;
        listed["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllText(folder.File("intern", "manifest.json"), manifest.ToJsonString());
    }
}
