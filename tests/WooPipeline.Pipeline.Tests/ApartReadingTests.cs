using System.Diagnostics;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline.Tests;

/// <summary>Programs that stand in for the one that reads, each with its own way to fail; the real one is tried end to end.</summary>
public sealed class ApartReadingTests : IDisposable
{
    private const string Source = "bronnen/b.txt";
    private readonly TemporaryFolder folder = new();
    private readonly Counter counter = new();

    public ApartReadingTests()
    {
        Directory.CreateDirectory(folder.File("bronnen"));
        foreach (var name in new[] { "a.txt", "b.txt", "c.eml" })
        {
            File.WriteAllText(folder.File("bronnen", name), $"From: a@example.nl\nSubject: {name}\n\nEen bericht van de afdeling.\n");
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_process_that_dies_is_tried_three_times_in_all_and_the_rest_is_read()
    {
        SkipWithoutShell();
        Plant(1);

        var documents = Read(Shell("kill -9 $$"));

        Assert.Equal("gestopt", documents[1].Unit.Quarantine!.Code);
        Assert.Contains("3 keer", documents[1].Unit.Quarantine!.Reason, StringComparison.Ordinal);
        Assert.Equal([null, "gestopt", null], documents.Select(d => d.Unit.Quarantine?.Code));
        Assert.Equal(2, counter.Apart);
        Assert.Equal(3, Journal(j => j.OpenAttempts(Key)));

        Read(Shell("kill -9 $$"));
        Assert.Equal(2, counter.Apart);
    }

    [Fact]
    public void A_process_that_takes_too_long_is_ended_with_its_children_and_not_tried_again_with_no_more_time()
    {
        SkipWithoutShell();
        Plant(1);
        var mark = folder.File("kind");
        var slow = Shell($"(while :; do echo . >> {mark}; sleep 0.1; done) & wait") with { Time = TimeSpan.FromSeconds(1) };
        var clock = Stopwatch.StartNew();

        var documents = Read(slow);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        Assert.Equal("tijd", documents[1].Unit.Quarantine!.Code);
        Assert.Contains("1 seconden", documents[1].Unit.Quarantine!.Reason, StringComparison.Ordinal);
        Assert.Equal((0, new Overrun("tijd", 1)), Journal(j => (j.OpenAttempts(Key), j.SetAsideFor(Key)!)));
        var written = new FileInfo(mark).Length;
        Thread.Sleep(500);
        Assert.Equal(written, new FileInfo(mark).Length);

        Assert.Equal("tijd", Read(slow)[1].Unit.Quarantine!.Code);
        Assert.Equal("tijd", Read(null)[1].Unit.Quarantine!.Code);
        Assert.Equal(1, counter.Apart);

        Read(slow with { Time = TimeSpan.FromSeconds(2) });
        Assert.Equal(2, counter.Apart);
    }

    [Fact]
    public void A_process_that_goes_on_giving_documents_isnt_ended()
    {
        SkipWithoutShell();
        Plant(2);

        Read(Shell("for i in 1 2 3 4 5 6 7 8; do sleep 0.4; printf .; done; exit 81") with { Time = TimeSpan.FromSeconds(2) });

        Assert.Equal("geheugen", Journal(j => j.SetAsideFor(Key)!.Code));
    }

    [Fact]
    public void A_process_that_holds_twice_its_memory_is_ended()
    {
        SkipWithoutShell();
        Plant(1);

        // Reading from nothing, the shell's text grows without end.
        var documents = Read(Shell("x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done") with { Memory = 16L * 1024 * 1024 });

        Assert.Equal("geheugen", documents[1].Unit.Quarantine!.Code);
        Assert.Contains("16 MB", documents[1].Unit.Quarantine!.Reason, StringComparison.Ordinal);
        Assert.Equal((0, new Overrun("geheugen", 16L * 1024 * 1024)), Journal(j => (j.OpenAttempts(Key), j.SetAsideFor(Key)!)));
    }

    [Fact]
    public void A_process_that_says_it_read_and_left_nothing_whole_counts_as_dead()
    {
        SkipWithoutShell();
        Plant(2);

        Assert.Equal("gestopt", Read(Shell("printf halverwege > \"$0\""))[1].Unit.Quarantine!.Code);
        Assert.Empty(Directory.Exists(folder.File(".woo", "apart")) ? Directory.GetFiles(folder.File(".woo", "apart")) : []);
    }

    [Fact]
    public async Task Asked_to_stop_the_run_ends_the_process_and_its_try_counts_for_nothing()
    {
        SkipWithoutShell();
        Plant(2);
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(500);

        await Task.Run(() => Assert.ThrowsAny<OperationCanceledException>(() => Read(Shell("sleep 600"), stop.Token)));

        Assert.Equal(2, Journal(j => j.OpenAttempts(Key)));
    }

    [Fact]
    public void A_full_disk_is_told_and_counts_for_nothing()
    {
        SkipWithoutShell();
        Plant(2);

        Assert.Contains("schijf is vol", Assert.Throws<DossierException>(() => Read(Shell("exit 82"))).Message, StringComparison.Ordinal);
        Assert.Equal(2, Journal(j => j.OpenAttempts(Key)));
    }

    [Fact]
    public void Large_documents_are_read_apart_from_the_start_and_nothing_else_is()
    {
        SkipWithoutShell();
        Read(Shell("exit 81") with { LargeDocument = 1000 });
        Assert.Equal(0, counter.Apart);

        File.AppendAllText(folder.File(Source), new string('x', 2000));
        Assert.Equal("geheugen", Read(Shell("exit 81") with { LargeDocument = 1000 })[1].Unit.Quarantine!.Code);
        Assert.Equal(1, counter.Apart);
    }

    [Fact]
    public void What_is_read_apart_is_what_is_read_here()
    {
        using var there = new TemporaryFolder();
        Directory.CreateDirectory(there.File("bronnen"));
        using var files = TemporaryArchive();
        foreach (var root in new[] { folder, there })
        {
            File.Copy(files.File("z.zip"), root.File("bronnen", "z.zip"));
        }

        var result = there.File("resultaat");
        var beats = 0;
        Assert.Equal(0, ApartReader.Execute(new ApartCall(there.Path, "bronnen/z.zip", result), () => beats++));
        Assert.True(beats > 3);
        using var file = File.OpenRead(result);
        var list = ReadResultFile.Read(file);

        var documents = Read(null);
        using var workspace = Workspace.Open(DossierFolder.Open(folder.Path), folder.File("uit"));
        var read = documents.Where(d => d.Unit.Container == "bronnen/z.zip").ToList();
        Assert.Equal(3, read.Count);
        Assert.All(read, d => Assert.Equal(workspace.Get(Workspace.TreeKind, d.Unit.TreeKey!)!, ReadResultFile.Bytes(file, list.Trees.Single(t => t.Key == d.Unit.TreeKey).Tree)));
        Assert.Equal(read.Select(d => d.Unit.Sha256), list.Units.Where(u => u.Members is null).Select(u => u.Sha256));
    }

    [Fact]
    public void Only_a_source_of_the_dossier_is_read_apart() =>
        Assert.Throws<DossierException>(() => ApartReader.Execute(new ApartCall(folder.Path, "bronnen/../../buiten.txt", folder.File("resultaat")), () => { }));

    private string Key => Workspace.KeyOf(Source, ReadStage.Hash(folder.File(Source)));

    private TemporaryFolder TemporaryArchive()
    {
        var files = new TemporaryFolder();
        System.IO.Compression.ZipFile.CreateFromDirectory(folder.File("bronnen"), files.File("z.zip"));
        File.Delete(folder.File("bronnen", "a.txt"));
        return files;
    }

    private static void SkipWithoutShell() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");

    /// <summary>A script in place of the program; its <c>$0</c> is where the result goes.</summary>
    private static ApartReading Shell(string script) => new() { Program = call => new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", script, call.Result } } };

    /// <summary>Leaves the tries of earlier runs that began the source and never ended.</summary>
    private void Plant(int tries)
    {
        Directory.CreateDirectory(folder.File(".woo"));
        File.WriteAllLines(folder.File(".woo", "pogingen.log"), Enumerable.Repeat("+" + Key, tries));
    }

    private T Journal<T>(Func<AttemptJournal, T> ask)
    {
        using var journal = AttemptJournal.Open(folder.File(".woo"));
        return ask(journal);
    }

    private IReadOnlyList<DocumentRecord> Read(ApartReading? apart, CancellationToken stop = default)
    {
        var dossier = DossierFolder.Open(folder.Path);
        using var workspace = Workspace.Open(dossier, folder.File("uit"));
        using var guard = apart is null ? null : new ReadGuard(dossier, workspace, FormatCatalog.Default, apart, counter, stop);
        return new ReadStage(dossier, workspace, new SourceExpander(Catalogs.For(dossier.Settings), ReadLimits.Default), new Workers(2, counter, stop), null, guard).Run().Documents;
    }

    private sealed class Counter : IRunObserver
    {
        private int apart;

        public int Apart => apart;

        public void StageStarted(string name, int total)
        {
        }

        public void StepDone()
        {
        }

        public void ReadApart() => Interlocked.Increment(ref apart);
    }
}
