using System.Text;

namespace WooPipeline.Pipeline.Tests;

public sealed class WorkspaceTests
{
    [Fact]
    public void What_is_put_is_there_before_and_after_closing()
    {
        using var folder = new TemporaryFolder();
        using (var store = WorkspaceStore.Open(folder.Path))
        {
            for (var i = 0; i < 1000; i++)
            {
                store.Put("k", i.ToString("D4", System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes("w" + i));
            }

            Assert.Equal("w999", Encoding.UTF8.GetString(store.Get("k", "0999")!));
            Assert.Equal("w1", Encoding.UTF8.GetString(store.Get("k", "0001")!));
        }

        using var again = WorkspaceStore.Open(folder.Path);
        Assert.Equal("w500", Encoding.UTF8.GetString(again.Get("k", "0500")!));
        Assert.Null(again.Get("k", "onbekend"));
        Assert.Null(again.Get("ander", "0500"));
    }

    [Fact]
    public void A_damaged_store_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("werk.db"), "dit is geen database maar een lange regel met gewone tekst, niets meer");
        using var store = WorkspaceStore.Open(folder.Path);
        store.Put("k", "a", [1]);

        Assert.Equal([1], store.Get("k", "a"));
    }

    [Fact]
    public void A_source_that_takes_three_runs_down_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        for (var run = 0; run < 3; run++)
        {
            using var journal = AttemptJournal.Open(folder.Path);
            Assert.True(journal.TryBegin("kwaad"));
            Assert.True(journal.TryBegin("goed"));
            journal.End("goed");
        }

        using var last = AttemptJournal.Open(folder.Path);
        Assert.False(last.TryBegin("kwaad"));
        Assert.True(last.TryBegin("goed"));
    }

    [Fact]
    public void A_second_run_on_the_same_dossier_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (DossierLock.Take(folder.Path))
        {
            Assert.Throws<DossierException>(() => DossierLock.Take(folder.Path));
        }

        DossierLock.Take(folder.Path).Dispose();
    }
}
