using System.Collections.Immutable;
using System.Text.Json;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>
/// Reads sources so that none takes the run down: here where nothing is known against it, and in a process of its own where an earlier
/// run began it and never ended, where it is large, and where it took too much here.
/// </summary>
internal sealed class ReadGuard : IDisposable
{
    private const int HeadLength = 8192;
    private readonly DossierFolder dossier;
    private readonly Workspace workspace;
    private readonly FormatCatalog catalog;
    private readonly ApartReading budget;
    private readonly IRunObserver observer;
    private readonly ReadThreads threads;
    private readonly ApartProcess process;
    private readonly string results;
    private readonly SemaphoreSlim places;
    private readonly CancellationToken stop;

    public ReadGuard(DossierFolder dossier, Workspace workspace, FormatCatalog catalog, ApartReading budget, IRunObserver observer, CancellationToken stop)
    {
        (this.dossier, this.workspace, this.catalog, this.budget, this.observer) = (dossier, workspace, catalog, budget, observer);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        threads = new ReadThreads(budget, available);

        // As many at once as there is memory for, so that they don't take each other down.
        places = new SemaphoreSlim((int)Math.Clamp(available / budget.Memory, 1, Environment.ProcessorCount));
        this.stop = stop;
        process = new ApartProcess(budget, stop);
        results = Path.Combine(workspace.Folder, "apart");
        Clear();
    }

    private AttemptJournal Attempts => workspace.Attempts;

    /// <summary>The units of a source.</summary>
    /// <param name="fullPath">Where it lies.</param>
    /// <param name="path">Its path in the dossier.</param>
    /// <param name="key">Its key in the workspace.</param>
    /// <param name="here">Reads it into the workspace in this process, and calls what it is given after each document.</param>
    /// <exception cref="DossierException">A person must act before the run can go on.</exception>
    /// <exception cref="OperationCanceledException">The run was asked to end.</exception>
    public ImmutableArray<StoredUnit> Read(string fullPath, string path, string key, Func<Action, ImmutableArray<StoredUnit>> here)
    {
        if (Attempts.SetAsideFor(key) is { } overrun && overrun.Holds(budget))
        {
            return ReadStage.SetAside(path, overrun.Reason);
        }

        if (Attempts.OpenAttempts(key) > 0 || Attempts.SetAsideFor(key) is not null || IsLarge(fullPath, path))
        {
            return ReadApart(path, key);
        }

        Attempts.TryBegin(key);
        switch (threads.Do(here, out var units))
        {
            case ReadEnd.Read:
                Attempts.End(key);
                return [.. units.Select(u => u.WithoutPassages())];
            case ReadEnd.Starving:
                // The try stays open, so that the next run reads it apart.
                throw new DossierException($"Het lezen van '{path}' neemt zoveel geheugen dat de computer vast zou lopen. De run is daarom gestopt; er is niets gepubliceerd en wat al gedaan was, is bewaard. Met hetzelfde commando gaat de run verder: dit bestand wordt dan in een eigen proces gelezen.");
            default:
                return ReadApart(path, key);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        threads.Dispose();
        places.Dispose();
        Clear();
    }

    private ImmutableArray<StoredUnit> ReadApart(string path, string key)
    {
        places.Wait(stop);
        try
        {
            return TryApart(path, key);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Tries a source until it was read, took too much, or has used up its tries.</summary>
    private ImmutableArray<StoredUnit> TryApart(string path, string key)
    {
        while (Attempts.TryBegin(key))
        {
            observer.ReadApart();
            var result = Path.Combine(results, key);
            Directory.CreateDirectory(results);
            switch (process.Run(new ApartCall(dossier.Root, path, result)))
            {
                case ReadEnd.Read when Import(result) is { } units:
                    Attempts.End(key);
                    return units;
                case ReadEnd.Time:
                    return SetAside(path, key, new Overrun(Overrun.Time, (long)Math.Ceiling(budget.Time.TotalSeconds)));
                case ReadEnd.Memory:
                    return SetAside(path, key, new Overrun(Overrun.Memory, budget.Memory));
                case ReadEnd.Stopped:
                    Attempts.Withdraw(key);
                    throw new OperationCanceledException();
                case ReadEnd.NotWritten:
                    Attempts.Withdraw(key);
                    throw new DossierException($"De schijf is vol: er is geen ruimte voor wat in '{path}' is gelezen. Er is niets gepubliceerd. Maak ruimte vrij en geef hetzelfde commando opnieuw: wat al gedaan was, is bewaard.");
            }
        }

        return ReadStage.Stopped(path);
    }

    private ImmutableArray<StoredUnit> SetAside(string path, string key, Overrun overrun)
    {
        Attempts.SetAside(key, overrun);
        return ReadStage.SetAside(path, overrun.Reason);
    }

    /// <summary>Puts what was read in the workspace as if it had been read here; null where the file isn't whole.</summary>
    private ImmutableArray<StoredUnit>? Import(string result)
    {
        try
        {
            using var file = File.OpenRead(result);
            return ReadResultFile.Read(file).KeepIn(workspace, file);
        }
        catch (Exception e) when (e is EndOfStreamException or FileNotFoundException or InvalidDataException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>True for a large document; a large container is made of small ones, and what it holds needn't go through a file.</summary>
    private bool IsLarge(string fullPath, string path)
    {
        try
        {
            var info = new FileInfo(fullPath);
            if (!info.Exists || info.LinkTarget is not null || info.Length < budget.LargeDocument || SourceExpander.IsSystemFile(path))
            {
                return false;
            }

            using var stream = info.OpenRead();
            var head = new byte[(int)Math.Min(HeadLength, info.Length)];
            stream.ReadExactly(head);
            return catalog.ContainerFor(path, head) is null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it meets the same fault and tells it as a quarantine.
            return false;
        }
    }

    /// <summary>Throws away what a killed run left.</summary>
    private void Clear()
    {
        try
        {
            if (Directory.Exists(results))
            {
                Directory.Delete(results, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process of a killed run still holds a file; the next run finds it.
            return;
        }
    }
}
