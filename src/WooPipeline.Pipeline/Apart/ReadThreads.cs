using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace WooPipeline.Pipeline;

/// <summary>
/// Threads on which sources are read in the process of the run, so that one that never ends can be left. A thread can't be ended: one
/// that was left goes on until it would give its next document, or until the process ends.
/// </summary>
/// <param name="budget">What a source may take.</param>
/// <param name="available">Bytes of memory that this machine or its container has.</param>
internal sealed class ReadThreads(ApartReading budget, long available) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly ConcurrentBag<Lane> idle = [];

    /// <summary>Reads on one of the threads.</summary>
    /// <param name="read">Reads; calls what it is given after each document.</param>
    /// <param name="result">What it gave, where it was read.</param>
    /// <returns><see cref="ReadEnd.Read"/>; <see cref="ReadEnd.Time"/> where it was left; <see cref="ReadEnd.Memory"/> where it
    /// ended for want of memory; <see cref="ReadEnd.Starving"/> where it was left and goes on taking it.</returns>
    public ReadEnd Do<T>(Func<Action, T> read, out T? result)
    {
        var lane = idle.TryTake(out var free) ? free : new Lane();
        var before = 0L;
        T? value = default;
        lane.Begin(() => value = read(lane.Beat));
        while (!lane.Wait(Look))
        {
            before = before == 0 ? Environment.WorkingSet : before;
            if (lane.SinceBeat > budget.Time)
            {
                lane.Leave();
                result = default;
                return ReadEnd.Time;
            }

            if (IsTooMuch(before))
            {
                lane.Leave();
                result = default;
                return ReadEnd.Starving;
            }
        }

        idle.Add(lane);
        result = value;
        return lane.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryTake(out var lane))
        {
            lane.Dispose();
        }
    }

    /// <summary>True where this process grew by the budget of a source, and nears what the machine or its container has.</summary>
    private bool IsTooMuch(long before)
    {
        const double almostAll = 0.9;
        var now = Environment.WorkingSet;
        return now - before > budget.Memory && now > almostAll * available;
    }

    private sealed class Lane : IDisposable
    {
        private readonly SemaphoreSlim begin = new(0);

        // Reading takes longer than any spinning does.
        private readonly ManualResetEventSlim ended = new(initialState: false, spinCount: 0);
        private Action? work;
        private Exception? fault;
        private long last;
        private volatile bool isLeft;

        public Lane() => new Thread(Loop) { IsBackground = true, Name = "lezen" }.Start();

        public TimeSpan SinceBeat => Stopwatch.GetElapsedTime(Volatile.Read(ref last));

        public void Begin(Action read)
        {
            ended.Reset();
            Volatile.Write(ref last, Stopwatch.GetTimestamp());
            (work, fault) = (read, null);
            begin.Release();
        }

        /// <exception cref="OperationCanceledException">Nobody waits for what is read here any more.</exception>
        public void Beat()
        {
            if (isLeft)
            {
                throw new OperationCanceledException();
            }

            Volatile.Write(ref last, Stopwatch.GetTimestamp());
        }

        public bool Wait(TimeSpan time) => ended.Wait(time);

        /// <summary>How it ended; what went wrong goes on as if it had gone wrong here.</summary>
        public ReadEnd End()
        {
            if (fault is OutOfMemoryException)
            {
                return ReadEnd.Memory;
            }

            if (fault is not null)
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            return ReadEnd.Read;
        }

        public void Leave() => isLeft = true;

        /// <inheritdoc/>
        public void Dispose()
        {
            isLeft = true;
            begin.Release();
        }

        private void Loop()
        {
            while (true)
            {
                begin.Wait();
                if (isLeft)
                {
                    return;
                }

                Read();
                ended.Set();
                if (isLeft)
                {
                    return;
                }
            }
        }

        private void Read()
        {
            try
            {
                work!();
            }
            catch (Exception e)
            {
                // Told to who waits; on a thread that was left nobody does.
                fault = e;
            }

            work = null;
        }
    }
}
