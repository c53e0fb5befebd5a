using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Workers of this process with work that a test gives, and a run that has them do it.</summary>
internal sealed class Crew : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<(ClusterWorker Worker, Task Task)> workers = [];
    private readonly TemporaryFolder folder = new();
    private readonly TestBroker broker;

    public Crew(TestBroker broker)
    {
        this.broker = broker;
        Store = Directory.CreateDirectory(folder.File("winkel")).FullName;
    }

    public string Store { get; }

    /// <summary>What was said to people.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    public ClusterOptions Options(int jobs = 1) => new() { Broker = broker.Url, Store = Store, Jobs = jobs, Say = Said.Enqueue, Patience = TimeSpan.FromSeconds(30) };

    /// <summary>Adds a worker.</summary>
    public ClusterWorker Add(Action<TaskCall, ITaskFiles, Stream> work, TimeSpan delay = default, int jobs = 1)
    {
        var worker = new ClusterWorker(Options(jobs), work, new WorkerTrial(delay, null));
        workers.Add((worker, worker.RunAsync(stop.Token)));
        return worker;
    }

    /// <summary>Has tasks done; gives their results, null for one that was given up.</summary>
    public string?[] Run(int count, string stage = "proef", Func<int, string>? input = null, CancellationToken end = default)
    {
        using var runner = ClusterRunner.Open(Options(2), folder.Path, _ => { }, end);
        var results = new string?[count];
        runner.Run(new TaskBatch
        {
            Stage = stage,
            Shared = ImmutableArray<string>.Empty,
            Count = count,
            Input = i => new TaskInput(Encoding.UTF8.GetBytes(input?.Invoke(i) ?? $"taak {i}"), 1),
            Done = (i, result) => results[i] = result is null ? null : new StreamReader(result.Content).ReadToEnd(),
        }, end);
        runner.Complete();
        return results;
    }

    /// <summary>Ends all workers well.</summary>
    public void End()
    {
        stop.Cancel();
        Task.WaitAll([.. workers.Select(w => w.Task)], TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        End();
        workers.ForEach(w => w.Worker.Dispose());
        stop.Dispose();
        folder.Dispose();
    }

    /// <summary>Work that gives its input back.</summary>
    public static void Echo(TaskCall call, ITaskFiles files, Stream output)
    {
        output.Write("na "u8);
        output.Write(call.Input);
    }
}
