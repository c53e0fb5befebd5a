using System.Security.Cryptography;

namespace WooPipeline.Pipeline;

/// <summary>
/// The decisions of a dossier that several reviewers may write: who saves says which state was changed, and is refused where someone
/// else was first. A save is on disk when it returns.
/// </summary>
/// <param name="folder">The folder <c>besluiten/</c>.</param>
public sealed class SharedDecisions(string folder)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly DecisionStore store = new(folder);

    /// <summary>The decisions on a source (null where there are none) and the state they are in.</summary>
    /// <exception cref="DossierException">The file is no decision file.</exception>
    public (DocumentDecisions? Decisions, string Version) Load(string source)
    {
        var version = VersionOf(source);
        while (true)
        {
            var decisions = store.Load(source);
            var after = VersionOf(source);
            if (after == version)
            {
                return (decisions, version);
            }

            version = after;
        }
    }

    /// <summary>The state of a source's decisions; empty where there are none.</summary>
    public string VersionOf(string source)
    {
        var path = store.PathOf(source);
        if (!File.Exists(path))
        {
            return "";
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }

    /// <summary>
    /// A stamp that changes when a source's file is written again: time and size, cheap enough to ask for every document of a dossier.
    /// Saving never trusts it.
    /// </summary>
    public (DateTime Time, long Size) StampOf(string source)
    {
        var file = new FileInfo(store.PathOf(source));
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    /// <summary>Saves the decisions of one or more sources in one go, if each is still in the state that was changed.</summary>
    /// <param name="changes">The new decisions, each with the state that was changed.</param>
    /// <returns>The new states by source; null where someone else was first, and then nothing was written.</returns>
    public IReadOnlyDictionary<string, string>? Save(IReadOnlyList<(DocumentDecisions Decisions, string Version)> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using var alone = Enter();
        if (changes.Any(c => VersionOf(c.Decisions.Source) != c.Version))
        {
            return null;
        }

        // Each waits for the disk; together they wait once.
        Parallel.ForEach(changes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, c => store.Save(c.Decisions));

        return changes.ToDictionary(c => c.Decisions.Source, c => VersionOf(c.Decisions.Source), StringComparer.Ordinal);
    }

    /// <summary>The time between look and write belongs to one writer, of whatever process.</summary>
    private FileStream Enter()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".slot");
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(5))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < Patience)
            {
                Thread.Sleep(5);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new DossierException("De map besluiten/ kan niet worden beschreven. Geef uzelf schrijfrechten op het dossier.", e);
            }
        }
    }
}
