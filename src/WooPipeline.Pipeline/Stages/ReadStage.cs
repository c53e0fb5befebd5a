using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>Reads all sources into the workspace, in the order of their paths, and finds families, threads and duplicates.</summary>
internal sealed class ReadStage(DossierFolder dossier, Workspace workspace, SourceExpander expander, int parallelism, IRunObserver observer)
{
    /// <summary>All documents and all containers of a dossier.</summary>
    public (IReadOnlyList<DocumentRecord> Documents, IReadOnlyList<StoredUnit> Containers) Run()
    {
        var files = SourceFolder.Files(dossier);
        observer.StageStarted("Lezen", files.Count);
        var units = new ImmutableArray<StoredUnit>[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, i =>
        {
            units[i] = Read(files[i].FullPath, files[i].Path);
            observer.StepDone();
        });
        var all = units.SelectMany(u => u).ToList();
        return (Number([.. all.Where(u => u.Members is null)]), [.. all.Where(u => u.Members is not null)]);
    }

    private ImmutableArray<StoredUnit> Read(string fullPath, string path)
    {
        var key = Workspace.KeyOf(path, Hash(fullPath));
        if (workspace.Units(key) is { } known)
        {
            return known;
        }

        if (!workspace.Attempts.TryBegin(key))
        {
            return
            [
                new StoredUnit
                {
                    Path = path,
                    Sha256 = "",
                    Quarantine = new Quarantined("gestopt", $"Het lezen van dit bestand is {AttemptJournal.MaxAttempts} keer afgebroken. Beoordeel het met de hand, of zet het om naar PDF en probeer het opnieuw."),
                },
            ];
        }

        var units = workspace.Keep(key, expander.Expand(fullPath, path));
        workspace.Attempts.End(key);
        return units;
    }

    private static string Hash(string fullPath)
    {
        try
        {
            using var stream = File.OpenRead(fullPath);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The expander meets the same fault and tells it as a quarantine.
            return "";
        }
    }

    private static List<DocumentRecord> Number(List<StoredUnit> units)
    {
        var width = Math.Max(4, units.Count.ToString(CultureInfo.InvariantCulture).Length);
        var ids = units.Select((_, i) => (i + 1).ToString("D" + width, CultureInfo.InvariantCulture)).ToArray();
        var byPath = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < units.Count; i++)
        {
            byPath.TryAdd(units[i].Path, i);
        }

        var parents = units.Where(u => u.Parent is not null).Select(u => u.Parent!).ToHashSet(StringComparer.Ordinal);
        var threads = Threads.Of(units);
        var duplicates = Duplicates(units);
        var records = new List<DocumentRecord>(units.Count);
        for (var i = 0; i < units.Count; i++)
        {
            var head = Head(units, byPath, i);
            records.Add(new DocumentRecord
            {
                Id = ids[i],
                Unit = units[i],
                FamilyId = head != i || parents.Contains(units[i].Path) ? ids[head] : null,
                ThreadId = threads[head],
                DuplicateOf = duplicates[i] is { } first ? ids[first] : null,
                Deviations = units[i].Deviations,
            });
        }

        return records;
    }

    private static int Head(List<StoredUnit> units, Dictionary<string, int> byPath, int index)
    {
        // Parents come before their children, so this climbs and ends.
        while (units[index].Parent is { } parent && byPath.TryGetValue(parent, out var up) && up < index)
        {
            index = up;
        }

        return index;
    }

    private static int?[] Duplicates(List<StoredUnit> units)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new int?[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].TreeKey is not null && units[i].Sha256.Length > 0 && !first.TryAdd(units[i].Sha256, i))
            {
                result[i] = first[units[i].Sha256];
            }
        }

        return result;
    }
}
