using System.Diagnostics;

namespace WooPipeline.Pipeline.Tests;

public sealed class ReadThreadsTests
{
    private static readonly ApartReading Budget = new() { Program = _ => new ProcessStartInfo(), Time = TimeSpan.FromSeconds(2) };

    [Fact]
    public void What_ends_is_given_and_what_goes_wrong_goes_wrong_here()
    {
        using var threads = new ReadThreads(Budget);

        Assert.Equal(ReadEnd.Read, threads.Do(_ => "gelezen", out var result));
        Assert.Equal("gelezen", result);
        Assert.Throws<FormatException>(() => threads.Do<string>(_ => throw new FormatException(), out _));
        Assert.Equal(ReadEnd.Memory, threads.Do<string>(_ => throw new InsufficientMemoryException(), out _));
    }

    [Fact]
    public void One_that_never_ends_is_left_and_gives_nothing_later()
    {
        using var threads = new ReadThreads(Budget);
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
        using var threads = new ReadThreads(Budget);

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
}
