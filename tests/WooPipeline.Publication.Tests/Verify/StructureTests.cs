namespace WooPipeline.Publication.Tests;

public class StructureTests
{
    [Theory]
    [InlineData("changed", "publicatie/nota.pdf")]
    [InlineData("missing", "publicatie/documenten/0002.pdf")]
    [InlineData("stray", "publicatie/los.txt")]
    [InlineData("manifest", "publicatie/manifest.json")]
    [InlineData("terms", "intern/zoektermen.json")]
    [InlineData("broken terms", "intern/zoektermen.json")]
    [InlineData("sources", "intern/bronnen.json")]
    [InlineData("inventory", "publicatie/inventarislijst.csv")]
    [InlineData("unlisted document", "publicatie/documenten/0099.txt")]
    [InlineData("named after a source", "publicatie/documenten/prive.txt")]
    [InlineData("names a source", "publicatie/documenten/0009.html")]
    [InlineData("no package", "publicatie")]
    public void Faults_of_structure_are_named(string fault, string file)
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var path = folder.File(file);
        switch (fault)
        {
            case "changed": File.AppendAllText(path, "\n"); break;
            case "stray" or "unlisted document" or "named after a source": File.WriteAllText(path, "x"); break;
            case "broken terms": File.WriteAllText(path, "{\"forms\": 3}"); break;
            case "names a source": File.AppendAllText(path, "<!-- bronnen/009.html -->"); break;
            case "no package": Directory.Delete(path, recursive: true); break;
            default: File.Delete(path); break;
        }

        var report = PackageVerifier.Verify(folder.Path);

        Assert.Equal(3, report.ExitCode);
        Assert.Contains(report.Findings, f => f.File == file);
    }

    [Theory]
    [InlineData("publicatie/manifest.json", """{"files": [3, null, {"path": 4}]}""")]
    [InlineData("publicatie/manifest.json", """{"files": {"path": "nota.pdf"}}""")]
    [InlineData("publicatie/manifest.json", "[]")]
    [InlineData("intern/bronnen.json", """[3, {"id": "0001", "public": "documenten/0001.pdf"}, {"id": 7, "public": [1, null]}]""")]
    [InlineData("intern/bronnen.json", "{}")]
    [InlineData("intern/zoektermen.json", """{"forms": [3]}""")]
    [InlineData("intern/zoektermen.json", """{"forms": [{"text": "x", "allowed": 4}]}""")]
    public void Lists_of_another_shape_never_break_the_check(string file, string content)
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        File.WriteAllText(folder.File(file), content);

        Assert.Equal(3, PackageVerifier.Verify(folder.Path).ExitCode);
    }

    [Theory]
    [InlineData("documenten/0001.pdf")]
    [InlineData("documenten/0003.docx")]
    [InlineData("documenten/0009.html")]
    public void Broken_files_never_break_the_check(string file)
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var bytes = File.ReadAllBytes(folder.File("publicatie", file));
        var random = new Random(7);
        for (var round = 0; round < 12; round++)
        {
            var broken = bytes[..random.Next(bytes.Length)];
            for (var i = 0; i < 40 && broken.Length > 0; i++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(folder.File("publicatie", file), broken);
            Assert.Equal(3, PackageVerifier.Verify(folder.Path).ExitCode);
        }
    }
}
