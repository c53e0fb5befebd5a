namespace WooPipeline.Cluster;

/// <summary>A run by workers in processes of their own: the bytes of one process, and nothing of a document on the way.</summary>
[Collection(BrokerFixture.Collection)]
public sealed class RunTests(BrokerFixture fixture)
{
    private const int Workers = 4;
    private static readonly Dictionary<string, string> Plain = [];

    [Fact]
    public void Four_workers_give_the_bytes_of_one_process_and_tell_no_name()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var dossier = Planted(folder);
        var here = folder.File("hier");
        Assert.True(Woo.Run("run", dossier, "--out", here).ExitCode is 0 or 1);
        Directory.Delete(Path.Combine(dossier, ".woo"), recursive: true);
        string[] place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];
        var workers = Enumerable.Range(0, Workers).Select(_ => new WooProcess(Plain, ["worker", .. place, "--jobs", "1"])).ToList();
        using var run = new WooProcess(Plain, ["run", dossier, "--out", folder.File("daar"), .. place]);
        var code = run.Wait(TimeSpan.FromMinutes(4));
        var ends = workers.Select(w => w.Terminate()).ToList();

        Assert.True(code is 0 or 1, run.Text + string.Join('\n', workers.Select(w => w.Text)));
        Assert.Equal(FolderContent.Hashes(here), FolderContent.Hashes(folder.File("daar")));
        Assert.All(ends, e => Assert.Equal(0, e));
        Assert.All(workers, w => Assert.Contains("taken gedaan", w.Text, StringComparison.Ordinal));
        Assert.NotEmpty(Tokens.FilesWith(folder.File("winkel")));
        Assert.Empty(Tokens.FilesWith(broker.Folder));
        Assert.All(workers.Select(w => w.Text).Append(run.Text), t => Assert.DoesNotContain(Tokens.All, token => t.Contains(token, StringComparison.OrdinalIgnoreCase)));
        workers.ForEach(w => w.Dispose());
    }

    /// <summary>A dossier whose texts, names and paths all hold a word that stands nowhere else.</summary>
    private static string Planted(TemporaryFolder folder)
    {
        var dossier = folder.File("dossier-" + Tokens.InPath);
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier);
        File.WriteAllText(Path.Combine(dossier, "bronnen", Tokens.InPath + ".eml"), $"""
            From: {Tokens.Name} Achternaamse <{Tokens.Name}@voorbeeld.example>
            To: postbus@voorbeeld.example
            Subject: Over {Tokens.Word}
            Date: Mon, 3 Mar 2025 10:00:00 +0100
            Message-ID: <{Tokens.Word}@voorbeeld.example>
            Content-Type: text/plain; charset=utf-8

            Geachte mevrouw {Tokens.Name} Achternaamse,

            Dit gaat over {Tokens.Word}.
            """.ReplaceLineEndings("\r\n"));
        return dossier;
    }
}
