namespace WooPipeline.Cluster;

/// <summary>Lets tasks run beside each other, and one that came back alone: if it takes the process down with it, it takes no other along.</summary>
internal sealed class Lanes(int count) : IDisposable
{
    private readonly SemaphoreSlim places = new(count);
    private readonly SemaphoreSlim lone = new(1);

    /// <summary>Does work in a lane.</summary>
    public async Task<T> RunAsync<T>(bool alone, Func<T> work)
    {
        if (!alone)
        {
            await places.WaitAsync().ConfigureAwait(false);
            return await InAsync(1, work).ConfigureAwait(false);
        }

        await lone.WaitAsync().ConfigureAwait(false);
        try
        {
            for (var i = 0; i < count; i++)
            {
                await places.WaitAsync().ConfigureAwait(false);
            }

            return await InAsync(count, work).ConfigureAwait(false);
        }
        finally
        {
            lone.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        places.Dispose();
        lone.Dispose();
    }

    private async Task<T> InAsync<T>(int taken, Func<T> work)
    {
        try
        {
            return await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            places.Release(taken);
        }
    }
}
