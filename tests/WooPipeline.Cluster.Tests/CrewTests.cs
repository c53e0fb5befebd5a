using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Queue, workers and run with small tasks: speed, faults, and what people are told.</summary>
[Collection(BrokerFixture.Collection)]
public sealed class CrewTests(BrokerFixture fixture)
{
    [Fact]
    public void With_every_task_waiting_200_ms_eight_workers_do_at_least_seven_times_what_one_does()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        const int Each = 20;
        var one = Time(broker, 1, Each);
        var eight = Time(broker, 8, 8 * Each);
        var times = 8 * one.TotalSeconds / eight.TotalSeconds;
        Console.WriteLine($"eight workers did {times:0.00} times what one does ({one.TotalSeconds:0.00} s for {Each}, {eight.TotalSeconds:0.00} s for {8 * Each})");

        Assert.True(times >= 7, $"{times:0.00}");
    }

    [Fact]
    public void A_task_that_always_fails_is_given_up_after_three_tries_and_its_neighbours_are_done()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var crew = new Crew(broker);
        var tries = new ConcurrentDictionary<string, int>();
        void Work(TaskCall call, ITaskFiles files, Stream output)
        {
            var text = Encoding.UTF8.GetString(call.Input);
            tries.AddOrUpdate(text, 1, (_, n) => n + 1);
            if (text == "taak 7")
            {
                throw new InvalidOperationException("Quirijntje staat hier");
            }

            Crew.Echo(call, files, output);
        }

        crew.Add(Work, jobs: 2);
        crew.Add(Work, jobs: 2);
        var results = crew.Run(20);

        Assert.Equal(3, tries["taak 7"]);
        Assert.All(tries.Where(t => t.Key != "taak 7"), t => Assert.Equal(1, t.Value));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i == 7 ? null : $"na taak {i}"), results);
        Assert.DoesNotContain(crew.Said, s => s.Contains("Quirijntje", StringComparison.Ordinal));

        // The next run knows, and doesn't try again.
        Assert.Null(crew.Run(20)[7]);
        Assert.Equal(3, tries["taak 7"]);
    }

    [Fact]
    public void What_the_store_holds_is_not_done_again()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var crew = new Crew(broker);
        var worker = crew.Add(Crew.Echo, jobs: 2);
        var first = crew.Run(30);
        var done = worker.Done;
        var again = crew.Run(40);

        Assert.Equal(30, done);
        Assert.Equal(40, worker.Done);
        Assert.Equal(first, again.Take(30));
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_where_it_was()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var crew = new Crew(broker);
        var tries = new ConcurrentDictionary<string, int>();
        using var end = new CancellationTokenSource();
        void Work(TaskCall call, ITaskFiles files, Stream output)
        {
            if (tries.AddOrUpdate(Encoding.UTF8.GetString(call.Input), 1, (_, n) => n + 1) > 0 && tries.Count == 15)
            {
                end.Cancel();
            }

            Crew.Echo(call, files, output);
        }

        crew.Add(Work, TimeSpan.FromMilliseconds(10));
        Assert.Throws<OperationCanceledException>(() => crew.Run(60, end: end.Token));
        var results = crew.Run(60);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"na taak {i}"), results);
        Assert.All(tries.Values, t => Assert.Equal(1, t));
    }

    [Fact]
    public void A_result_that_is_not_whole_is_made_again()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var crew = new Crew(broker);
        crew.Add(Crew.Echo);
        var results = crew.Run(3);
        foreach (var file in Directory.GetFiles(Path.Combine(crew.Store, "uit"), "*", SearchOption.AllDirectories))
        {
            using var cut = new FileStream(file, FileMode.Open);
            cut.SetLength(cut.Length - 5);
        }

        Assert.Equal(results, crew.Run(3));
    }

    [Fact]
    public void Asked_to_stop_a_worker_ends_what_it_has_in_hand()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var crew = new Crew(broker);
        using var begun = new ManualResetEventSlim();
        var worker = crew.Add(
            (call, files, output) =>
            {
                begun.Set();
                Thread.Sleep(500);
                Crew.Echo(call, files, output);
            }, jobs: 2);
        using var end = new CancellationTokenSource();
        var run = Task.Run(() => crew.Run(50, end: end.Token), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        crew.End();

        var results = Directory.GetFiles(Path.Combine(crew.Store, "uit"), "*", SearchOption.AllDirectories);
        Assert.InRange(worker.Done, 1, 4);
        Assert.Equal(worker.Done, results.Length);
        end.Cancel();
        Assert.Throws<OperationCanceledException>(() => run.GetAwaiter().GetResult());
    }

    [Fact]
    public async Task A_worker_whose_store_was_emptied_says_so_and_ends()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var worker = new ClusterWorker(new ClusterOptions { Broker = broker.Url, Store = folder.Path, Jobs = 1 });
        var run = worker.RunAsync(TestContext.Current.CancellationToken);
        File.Delete(folder.File("winkel.id"));

        var fault = await Assert.ThrowsAsync<DossierException>(() => run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains("--store", fault.Message, StringComparison.Ordinal);
    }

    private static TimeSpan Time(TestBroker broker, int workers, int tasks)
    {
        using var crew = new Crew(broker);
        for (var i = 0; i < workers; i++)
        {
            crew.Add(Crew.Echo, TimeSpan.FromMilliseconds(200));
        }

        // All are there, and all code has run once.
        crew.Run(workers * 2, "begin");
        var since = Stopwatch.StartNew();
        var results = crew.Run(tasks);
        Assert.Equal(Enumerable.Range(0, tasks).Select(i => $"na taak {i}"), results);
        return since.Elapsed;
    }
}
