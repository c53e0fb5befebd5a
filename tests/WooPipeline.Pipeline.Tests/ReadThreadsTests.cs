using System.Diagnostics;

namespace WooPipeline.Pipeline.Tests;

public sealed class ReadThreadsTests
{
    private static readonly ApartReading Budget = new() { Program = _ => new ProcessStartInfo(), Time = TimeSpan.FromSeconds(2) };

    [Fact]
    public void What_ends_is_given_and_what_goes_wrong_goes_wrong_here()
    {
        using var threads = new ReadThreads(Budget, long.MaxValue);

        Assert.Equal(ReadEnd.Read, threads.Do(_ => "gelezen", out var result));
        Assert.Equal("gelezen", result);
        Assert.Throws<FormatException>(() => threads.Do<string>(_ => throw new FormatException(), out _));
        Assert.Equal(ReadEnd.Memory, threads.Do<string>(_ => throw new InsufficientMemoryException(), out _));
    }

    [Fact]
    public void One_that_never_ends_is_left_and_gives_nothing_later()
    {
        using var threads = new ReadThreads(Budget, long.MaxValue);
        using var goOn = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        Exception? late = null;

        var end = threads.Do(
            beat =>
            {
                goOn.Wait();
                late = Record.Exception(beat);
                ended.Set();
                return "te laat";
            },
            out var result);

        Assert.Equal(ReadEnd.Time, end);
        Assert.Null(result);
        Assert.Equal(ReadEnd.Read, threads.Do(_ => "volgende", out _));
        goOn.Set();
        Assert.True(ended.Wait(TimeSpan.FromSeconds(10)));
        Assert.IsType<OperationCanceledException>(late);
    }

    [Fact]
    public void A_container_may_take_its_time_for_each_document()
    {
        using var threads = new ReadThreads(Budget, long.MaxValue);

        var end = threads.Do(
            beat =>
            {
                for (var i = 0; i < 8; i++)
                {
                    Thread.Sleep(400);
                    beat();
                }

                return 8;
            },
            out var read);

        Assert.Equal((ReadEnd.Read, 8), (end, read));
    }

    [Fact]
    public void One_that_takes_the_memory_of_the_machine_is_told()
    {
        using var threads = new ReadThreads(Budget with { Time = TimeSpan.FromMinutes(1), Memory = 8L * 1024 * 1024 }, available: 1);
        using var enough = new ManualResetEventSlim();
        var taken = new List<byte[]>();

        var end = threads.Do(
            _ =>
            {
                while (taken.Count < 400 && !enough.Wait(20))
                {
                    var block = new byte[1024 * 1024];
                    block.AsSpan().Fill(1);
                    taken.Add(block);
                }

                return taken.Count;
            },
            out var count);
        enough.Set();

        Assert.Equal((ReadEnd.Starving, 0), (end, count));
    }
}
