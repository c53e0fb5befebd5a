namespace WooPipeline.Cluster;

/// <summary>Tasks run beside each other; one that came back runs alone.</summary>
public sealed class LanesTests
{
    [Fact]
    public async Task What_came_back_runs_with_nothing_beside_it()
    {
        using var lanes = new Lanes(4);
        var (running, most, beside) = (0, 0, 0);
        var tasks = Enumerable.Range(0, 60).Select(i => lanes.RunAsync(i % 10 == 9, () =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (i % 10 == 9)
            {
                InterlockedMax(ref beside, now);
            }

            Thread.Sleep(5);
            if (i % 10 == 9)
            {
                InterlockedMax(ref beside, Volatile.Read(ref running));
            }

            return Interlocked.Decrement(ref running);
        }));
        await Task.WhenAll(tasks);

        Assert.InRange(most, 2, 4);
        Assert.Equal(1, beside);
    }

    [Fact]
    public async Task A_failure_gives_its_place_back()
    {
        using var lanes = new Lanes(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.RunAsync<int>(true, () => throw new InvalidOperationException()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.RunAsync<int>(false, () => throw new InvalidOperationException()));

        Assert.Equal(3, await lanes.RunAsync(false, () => 3));
    }

    private static void InterlockedMax(ref int place, int value)
    {
        for (var known = Volatile.Read(ref place); value > known; known = Volatile.Read(ref place))
        {
            Interlocked.CompareExchange(ref place, value, known);
        }
    }
}
