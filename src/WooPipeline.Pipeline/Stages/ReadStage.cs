using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using WooPipeline.Formats;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Pipeline;

/// <summary>Reads all sources into the workspace, in the order of their paths, and finds families, threads and duplicates.</summary>
internal sealed class ReadStage(DossierFolder dossier, Workspace workspace, SourceExpander expander, Workers workers, RemoteStages? remote = null, ReadGuard? guard = null)
{
    /// <summary>All documents and all containers of a dossier.</summary>
    public (IReadOnlyList<DocumentRecord> Documents, IReadOnlyList<StoredUnit> Containers) Run()
    {
        var files = SourceFolder.Files(dossier);
        var units = remote?.Read(files, Read) ?? workers.Each("Lezen", files, f => Read(f.FullPath, f.Path), (f, u) => (Length(f.FullPath), TroubleOf(u)));
        Join(files, units);
        var all = units.SelectMany(u => u).ToList();
        return (Number([.. all.Where(u => u.Members is null)]), [.. all.Where(u => u.Members is not null)]);
    }

    /// <summary>Adds the messages whose pieces lie in several files, each behind the file with its first piece.</summary>
    private void Join(IReadOnlyList<(string FullPath, string Path)> files, ImmutableArray<StoredUnit>[] units)
    {
        var pieces = expander.Pieces();
        for (var i = 0; i < files.Count; i++)
        {
            if (units[i] is [{ Members: null } first, ..] && first.Deviations.Any(d => d.Code == "mime-partial"))
            {
                pieces.Add(files[i].Path, File.ReadAllBytes(files[i].FullPath));
            }
        }

        foreach (var joined in pieces.Join())
        {
            var place = Enumerable.Range(0, files.Count).First(i => files[i].Path == joined.Pieces[0]);
            var key = Workspace.KeyOf(joined.Pieces[0] + "/samengevoegd.eml", Convert.ToHexStringLower(SHA256.HashData(joined.Content.Span)));
            units[place] = units[place].AddRange(workspace.Units(key) ?? [.. workspace.Keep(key, expander.ExpandJoined(joined)).Select(u => u.WithoutPassages())]);
        }
    }

    private ImmutableArray<StoredUnit> Read(string fullPath, string path)
    {
        var key = Workspace.KeyOf(path, Hash(fullPath));
        if (workspace.Units(key) is { } known)
        {
            return known;
        }

        if (guard is not null)
        {
            return guard.Read(fullPath, path, key, beat => workspace.Keep(key, ApartReader.Beating(expander.Expand(fullPath, path), beat)));
        }

        if (workspace.Attempts.SetAsideFor(key) is { } overrun)
        {
            return SetAside(path, overrun.Reason);
        }

        if (!workspace.Attempts.TryBegin(key))
        {
            return Stopped(path);
        }

        var units = workspace.Keep(key, expander.Expand(fullPath, path));
        workspace.Attempts.End(key);
        return [.. units.Select(u => u.WithoutPassages())];
    }

    /// <summary>The unit of a source whose reading never ended.</summary>
    internal static ImmutableArray<StoredUnit> Stopped(string path) => SetAside(
        path, new Quarantined("gestopt", $"Het lezen van dit bestand is {AttemptJournal.MaxAttempts} keer afgebroken. Beoordeel het met de hand, of zet het om naar PDF en probeer het opnieuw."));

    /// <summary>The unit of a source that is left unread.</summary>
    internal static ImmutableArray<StoredUnit> SetAside(string path, Quarantined reason) => [new StoredUnit { Path = path, Sha256 = "", Quarantine = reason }];

    /// <summary>Code of what kept a source from being read; null where nothing did.</summary>
    internal static string? TroubleOf(ImmutableArray<StoredUnit> units) => units.FirstOrDefault(x => x.Quarantine is not null && !x.IsSystemFile)?.Quarantine!.Code;

    internal static long Length(string fullPath)
    {
        var file = new FileInfo(fullPath);
        return file.Exists ? file.Length : 0;
    }

    internal static string Hash(string fullPath)
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

    private List<DocumentRecord> Number(List<StoredUnit> units)
    {
        var width = Math.Max(4, units.Count.ToString(CultureInfo.InvariantCulture).Length);
        var ids = units.Select((_, i) => (i + 1).ToString("D" + width, CultureInfo.InvariantCulture)).ToArray();
        var byPath = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < units.Count; i++)
        {
            byPath.TryAdd(units[i].Path, ids[i]);
        }

        var attached = units.Select((u, i) => (u.Parent, Id: ids[i])).Where(a => a.Parent is not null).ToLookup(a => a.Parent!, a => a.Id, StringComparer.Ordinal);
        var places = ThreadBuilder.Build([.. units.Select((u, i) => new ThreadItem(ids[i], u.Message, u.Parent is null ? null : byPath.GetValueOrDefault(u.Parent)))]);
        var heads = places.GroupBy(p => p.Family).Where(f => f.Count() > 1).ToDictionary(f => f.Key, f => f.First().Id);
        DuplicateCandidate[] candidates = [.. units.Select((u, i) => new DuplicateCandidate(ids[i], u.TreeKey is null ? ids[i] : u.Sha256) { Message = u.Message, Thread = places[i].Thread, PassageSource = () => workspace.PassagesOf(u) })];
        var duplicates = new DuplicateMemory(workspace).Find(candidates, units.Select(u => u.TreeKey ?? u.Path))
            .ToLookup(d => d.Id, StringComparer.Ordinal);
        return [.. units.Select((unit, i) => new DocumentRecord
        {
            Id = ids[i],
            Unit = unit,
            Attachments = [.. attached[unit.Path]],
            FamilyId = heads.GetValueOrDefault(places[i].Family),
            ThreadId = places[i].Thread > 0 ? places[i].Thread.ToString(CultureInfo.InvariantCulture) : null,
            DuplicateOf = duplicates[ids[i]].FirstOrDefault(d => d.Kind == DuplicateKind.SameBytes)?.Of,
            Related = [.. duplicates[ids[i]].Where(d => d.Kind != DuplicateKind.SameBytes).Select(d => d.Of)],
            Deviations = unit.Deviations,
        })];
    }
}
