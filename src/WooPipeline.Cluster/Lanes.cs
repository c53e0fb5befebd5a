using System.Collections.Concurrent;

namespace WooPipeline.Cluster;

/// <summary>
/// Lets tasks run beside each other, and one that came back alone: if it takes the process down with it, it takes no other along. Each lane
/// is a thread of its own that lives as long as the worker, since tasks keep buffers by thread.
/// </summary>
internal sealed class Lanes : IDisposable
{
    private readonly int count;
    private readonly SemaphoreSlim places;
    private readonly SemaphoreSlim lone = new(1);
    private readonly BlockingCollection<Action> work = [];

    public Lanes(int count)
    {
        this.count = count;
        places = new SemaphoreSlim(count);
        for (var i = 0; i < count; i++)
        {
            new Thread(Drive) { IsBackground = true, Name = "taken" }.Start();
        }
    }

    /// <summary>Does work in a lane.</summary>
    public async Task<T> RunAsync<T>(bool alone, Func<T> task)
    {
        if (!alone)
        {
            await places.WaitAsync().ConfigureAwait(false);
            return await InAsync(1, task).ConfigureAwait(false);
        }

        await lone.WaitAsync().ConfigureAwait(false);
        try
        {
            for (var i = 0; i < count; i++)
            {
                await places.WaitAsync().ConfigureAwait(false);
            }

            return await InAsync(count, task).ConfigureAwait(false);
        }
        finally
        {
            lone.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        work.CompleteAdding();
        places.Dispose();
        lone.Dispose();
    }

    private async Task<T> InAsync<T>(int taken, Func<T> task)
    {
        try
        {
            var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            work.Add(() =>
            {
                try
                {
                    done.SetResult(task());
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            });
            return await done.Task.ConfigureAwait(false);
        }
        finally
        {
            places.Release(taken);
        }
    }

    private void Drive()
    {
        foreach (var task in work.GetConsumingEnumerable())
        {
            task();
        }
    }
}
