using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Tasks that went together and came back go one by one: the one to blame is found and no task is tried more than three times.</summary>
public sealed class PartingTests : IDisposable
{
    private const int Count = 200;
    private const string Bad = "taak 3";
    private static readonly string Run = new('1', 32);
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);
    private readonly Store store;
    private readonly WorkDesk desk;
    private Func<string, Exception?> fault = _ => null;

    public PartingTests()
    {
        store = Store.Open(folder.Path, TimeSpan.FromSeconds(5));
        desk = new WorkDesk(store, Work, 2, WorkerTrial.None, _ => { });
    }

    [Fact]
    public void A_task_that_takes_its_worker_down_is_stopped_and_its_neighbours_are_done()
    {
        fault = text => text == Bad ? new DossierException("The worker fell over.") : null;
        var (results, messages) = Do();

        Assert.Equal(Expected(i => $"taak {i}" == Bad), results);
        Assert.Equal(3, tries[Bad]);
        Assert.All(tries.Values, t => Assert.InRange(t, 1, 3));
        Assert.InRange(messages, 60, Count);

        // The next run knows, tries nothing again and goes on with what was done one by one.
        var before = tries.ToDictionary();
        (results, messages) = Do();
        Assert.Equal(Expected(i => $"taak {i}" == Bad), results);
        Assert.Equal(before, tries.ToDictionary());
        Assert.Equal(0, messages);
    }

    [Fact]
    public void A_task_that_fails_is_tried_by_itself_and_its_neighbours_are_not_done_again()
    {
        fault = text => text == Bad && tries[text] < 3 ? new InvalidOperationException() : null;
        var (results, _) = Do();

        Assert.Equal(Expected(_ => false), results);
        Assert.Equal(3, tries[Bad]);
        Assert.All(tries.Where(t => t.Key != Bad), t => Assert.Equal(1, t.Value));
    }

    [Fact]
    public void What_was_taken_in_before_is_not_asked_for_and_the_rest_of_its_sheet_is_found()
    {
        var (results, messages) = Do();
        var (rest, again) = Do(isKnown: i => i % 3 == 0);

        Assert.True(messages > 0);
        Assert.Equal(0, again);
        Assert.Equal(results.Select((r, i) => i % 3 == 0 ? null : r), rest);
        Assert.All(tries.Values, t => Assert.Equal(1, t));
    }

    [Fact]
    public void Where_another_run_knew_some_the_others_are_done_and_no_more()
    {
        var (rest, _) = Do(isKnown: i => i % 3 == 0);

        Assert.Equal(Expected(i => i % 3 == 0), rest);
        Assert.Equal(Enumerable.Range(0, Count).Count(i => i % 3 != 0), tries.Count);
        Assert.All(tries.Values, t => Assert.Equal(1, t));
    }

    [Fact]
    public void What_is_heavy_goes_with_fewer_and_one_that_is_too_heavy_goes_alone()
    {
        long[] weights = [Slots.MostWeight / 2, Slots.MostWeight / 2, 1, 3 * Slots.MostWeight, 1];
        var batch = Batch([], null) with { Input = i => i < weights.Length ? new TaskInput([(byte)i], weights[i]) : null };
        using var layout = new Layout(batch);
        var ended = 0;
        var sheets = layout.Sheets(() => ended++, CancellationToken.None).Select(s => s.Numbers.ToArray()).ToList();

        Assert.Equal([[0, 1], [2], [3], [4]], sheets);
        Assert.Equal(Count - weights.Length, ended);
    }

    [Fact]
    public void What_the_broker_gave_up_before_the_run_came_to_it_goes_one_by_one()
    {
        var sheets = new ConcurrentQueue<TaskMessage>();
        using (var stop = new CancellationTokenSource())
        {
            using var first = new BatchRun(Batch([], null), store, new GivenUp(store), Run, (all, _) => Seen(all, stop), stop.Token);
            Assert.Throws<OperationCanceledException>(() => first.Run(1, () => { }));
        }

        var sheet = sheets.First(m => m.IsAll);
        new GivenUp(store).Note(sheet);
        var (results, _) = Do();

        Assert.Equal(Expected(_ => false), results);
        Assert.True(new GivenUp(store).IsParted(sheet.Task));
        Assert.False(store.HasResult(sheet.Task));

        Task Seen(IReadOnlyList<TaskMessage> all, CancellationTokenSource stop)
        {
            all.ToList().ForEach(sheets.Enqueue);
            stop.Cancel();
            return Task.CompletedTask;
        }
    }

    public void Dispose()
    {
        desk.Dispose();
        folder.Dispose();
    }

    private void Work(TaskCall call, ITaskFiles files, Stream output)
    {
        var text = Encoding.UTF8.GetString(call.Input);
        tries.AddOrUpdate(text, 1, (_, n) => n + 1);
        if (fault(text) is { } thrown)
        {
            throw thrown;
        }

        Crew.Echo(call, files, output);
    }

    /// <summary>Does a batch with a broker that hands out and gives up as the real one does; how many messages there were as well.</summary>
    private (string?[] Results, int Messages) Do(Func<int, bool>? isKnown = null)
    {
        var results = new string?[Count];
        var messages = 0;
        BatchRun? run = null;
        using var now = run = new BatchRun(Batch(results, isKnown), store, new GivenUp(store), Run, (all, stop) =>
        {
            Interlocked.Add(ref messages, all.Count);
            foreach (var message in all)
            {
                _ = Task.Run(() => HandOut(run!, message), stop);
            }

            return Task.CompletedTask;
        }, CancellationToken.None);
        run.Run(2, () => { });
        return (results, messages);
    }

    private async Task HandOut(BatchRun run, TaskMessage message)
    {
        for (var timesBack = 0; timesBack + message.Tried < Topology.MostDeliveries; timesBack++)
        {
            if (timesBack > 0 && desk.MustPart(message))
            {
                break;
            }

            try
            {
                await desk.DoAsync(message, timesBack + message.Tried > 0);
                run.Announce(message.Task);
                return;
            }
            catch (Exception e) when (e is DossierException or InvalidOperationException)
            {
                // Handed out again.
            }
        }

        run.GiveUp(message);
    }

    private static TaskBatch Batch(string?[] results, Func<int, bool>? isKnown) => new()
    {
        Stage = "proef",
        Shared = ImmutableArray<string>.Empty,
        Count = Count,
        Input = i => new TaskInput(Encoding.UTF8.GetBytes($"taak {i}"), 1, !(isKnown?.Invoke(i) ?? false)),
        Done = (i, result) => results[i] = result is null ? null : new StreamReader(result.Content).ReadToEnd(),
    };

    private static IEnumerable<string?> Expected(Func<int, bool> isNone) => Enumerable.Range(0, Count).Select(i => isNone(i) ? null : $"na taak {i}");
}
