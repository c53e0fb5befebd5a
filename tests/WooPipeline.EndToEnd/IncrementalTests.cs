namespace WooPipeline.EndToEnd;

/// <summary>One source changed: a second run gives the bytes of a full one, and only its files and the lists that speak of it are others.</summary>
public sealed class IncrementalTests
{
    private const string Dossier = "vuurwerk-marktplaatsen";

    [Fact]
    public void A_changed_source_changes_its_files_and_the_lists_that_mention_it()
    {
        using var folder = new TemporaryFolder();
        var (first, again) = (folder.File("eerst"), folder.File("opnieuw"));
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", Dossier), first);
        var output = folder.File("uit");
        Assert.True(Woo.Run("run", first, "--out", output).ExitCode is 0 or 1);
        var before = FolderContent.Hashes(output);

        var source = Path.Combine(first, "bronnen", "m05.eml");
        File.WriteAllText(source, File.ReadAllText(source).Replace("Hoi Sietske", "Dag Sietske", StringComparison.Ordinal));
        Assert.True(Woo.Run("run", first, "--out", output).ExitCode is 0 or 1);
        var after = FolderContent.Hashes(output);

        FolderContent.Copy(first, again);
        var whole = folder.File("geheel");
        Assert.True(Woo.Run("run", again, "--out", whole).ExitCode is 0 or 1);

        Assert.Equal(FolderContent.Hashes(whole), after);
        var changed = after.Where(f => before[f.Key] != f.Value).Select(f => f.Key).ToList();
        var document = Assert.Single(changed, f => f.StartsWith("publicatie/documenten/", StringComparison.Ordinal));
        var id = Path.GetFileNameWithoutExtension(document);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(changed, f => Assert.True(f == document || f.Contains(id, StringComparison.Ordinal) || IsList(f), f));
    }

    private static bool IsList(string path) => Path.GetFileName(path) is "manifest.json" or "gpp-woo.json" or "bronnen.json" || path.StartsWith("intern/lakverantwoording", StringComparison.Ordinal);
}
