using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace WooPipeline.Pipeline;

/// <summary>
/// The process that reads a source. It is ended, with all it started, when it takes too long or too much, and ends itself when this
/// process does, since that closes its input. Each byte that it writes says that one more document was read; what the bytes are goes nowhere.
/// </summary>
internal sealed class ApartProcess(ApartReading budget, CancellationToken stop)
{
    /// <summary>Where it fell over with this part of its memory in use, it is taken to have run out.</summary>
    private const double AlmostAll = 0.8;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it to its end.</summary>
    public ReadEnd Run(ApartCall call)
    {
        using var child = Start(call);
        if (child is null)
        {
            return ReadEnd.Died;
        }

        var watch = new Watch();
        var output = watch.Follow(child.StandardOutput.BaseStream);
        var error = Drain(child.StandardError.BaseStream);
        try
        {
            return WaitFor(child, watch);
        }
        finally
        {
            Kill(child);

            // Pipes that break with the process are no fault, and one that a child of it still holds isn't waited for.
            Task.WhenAny(Task.WhenAll(output, error), Task.Delay(Look)).Wait();
        }
    }

    private Process? Start(ApartCall call)
    {
        var start = budget.Program(call);
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DOTNET_GCHeapHardLimit"] = budget.Memory.ToString("X", CultureInfo.InvariantCulture);
        try
        {
            return Process.Start(start);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            throw new DossierException("Een bestand moet apart worden gelezen, maar het programma daarvoor kon niet worden gestart. Controleer of WooPipeline volledig is geïnstalleerd en of er genoeg geheugen vrij is.");
        }
    }

    private ReadEnd WaitFor(Process child, Watch watch)
    {
        var most = 0L;
        while (!child.WaitForExit(Look))
        {
            if (stop.IsCancellationRequested)
            {
                return ReadEnd.Stopped;
            }

            if (watch.SinceBeat > budget.Time)
            {
                return ReadEnd.Time;
            }

            most = Math.Max(most, MemoryOf(child));
            if (most > 2 * budget.Memory)
            {
                return ReadEnd.Memory;
            }
        }

        return child.ExitCode switch
        {
            ApartReader.Read => ReadEnd.Read,
            ApartReader.OutOfMemory => ReadEnd.Memory,
            ApartReader.NotWritten => ReadEnd.NotWritten,
            _ when stop.IsCancellationRequested => ReadEnd.Stopped,

            // The runtime itself found no memory, and could not say so.
            _ => most > AlmostAll * budget.Memory ? ReadEnd.Memory : ReadEnd.Died,
        };
    }

    private static long MemoryOf(Process child)
    {
        try
        {
            child.Refresh();
            return child.HasExited ? 0 : child.WorkingSet64;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended between the question and the answer.
            return 0;
        }
    }

    private static void Kill(Process child)
    {
        try
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
                child.WaitForExit();
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime; a child of it that can't be ended is bounded by its own clock.
            child.WaitForExit(Look);
        }
    }

    private static async Task Drain(Stream stream)
    {
        await using (stream.ConfigureAwait(false))
        {
            await stream.CopyToAsync(Stream.Null).ConfigureAwait(false);
        }
    }

    /// <summary>When the last document was read.</summary>
    private sealed class Watch
    {
        private long last = Stopwatch.GetTimestamp();

        public TimeSpan SinceBeat => Stopwatch.GetElapsedTime(Volatile.Read(ref last));

        public async Task Follow(Stream beats)
        {
            var buffer = new byte[256];
            while (await beats.ReadAsync(buffer).ConfigureAwait(false) > 0)
            {
                Volatile.Write(ref last, Stopwatch.GetTimestamp());
            }
        }
    }
}
