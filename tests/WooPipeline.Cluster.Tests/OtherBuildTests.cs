using System.Diagnostics;
using WooPipeline.Pipeline;
using WooPipeline.Privacy;

namespace WooPipeline.Cluster;

/// <summary>Real processes that differ: a run and a worker of two builds, or of machines with other programs, say so and do nothing together.</summary>
[Collection(BrokerFixture.Collection)]
public sealed class OtherBuildTests(BrokerFixture fixture)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    [Fact]
    public void A_worker_of_another_build_does_nothing_for_a_run_and_both_say_so() => Refused(folder => (Other(folder), []));

    [Fact]
    public void A_worker_without_the_programs_of_the_run_does_nothing_for_it_and_both_say_so()
    {
        if (DossierTasks.Tools.Length == 0)
        {
            Console.WriteLine("skipped: neither tesseract nor LibreOffice is installed");
            return;
        }

        Refused(folder => (Path.Combine(AppContext.BaseDirectory, "woo.dll"), new(StringComparer.Ordinal) { ["PATH"] = Directory.CreateDirectory(folder.File("geen-programmas")).FullName }));
    }

    private void Refused(Func<TemporaryFolder, (string Program, Dictionary<string, string> Environment)> differs)
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var (program, environment) = differs(folder);
        var dossier = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier);
        string[] place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];
        using var worker = new WooProcess(Start(program, environment, ["worker", .. place]));
        using var run = new WooProcess(new Dictionary<string, string>(), ["run", dossier, "--out", folder.File("uit"), .. place]);

        for (var since = Stopwatch.StartNew(); !(Told(run) && Told(worker)) && since.Elapsed < Longest;)
        {
            Thread.Sleep(100);
        }

        Assert.True(Told(run), run.Text);
        Assert.True(Told(worker), worker.Text);
        Assert.Contains("een werker met een andere versie", run.Text, StringComparison.Ordinal);
        Assert.Contains("een run met een andere versie", worker.Text, StringComparison.Ordinal);
        Assert.False(run.HasExited);
        Assert.Equal(0, worker.Terminate());
        Assert.Contains("0 taken gedaan", worker.Text, StringComparison.Ordinal);
        run.Terminate();
        Assert.False(Directory.Exists(folder.File("uit")));
        Assert.False(Directory.Exists(folder.File("winkel/uit")));
    }

    private static bool Told(WooProcess process) => process.Text.Contains("Zet op alle machines dezelfde versie", StringComparison.Ordinal);

    /// <summary>This program as a build of other code would be: its identity is the only thing that tells two builds apart.</summary>
    private static string Other(TemporaryFolder folder)
    {
        var copy = folder.File("andere-bouw");
        FolderContent.Copy(AppContext.BaseDirectory, copy);
        var room = Path.Combine(copy, Path.GetFileName(typeof(PrivacyEngine).Assembly.Location));
        var code = File.ReadAllBytes(room);
        var place = code.AsSpan().IndexOf(typeof(PrivacyEngine).Module.ModuleVersionId.ToByteArray());
        Assert.True(place > 0);
        code[place] ^= 1;
        File.WriteAllBytes(room, code);
        return Path.Combine(copy, "woo.dll");
    }

    private static Process Start(string program, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
