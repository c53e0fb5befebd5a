using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>Reads one source into a file: what the process does that a run starts for it.</summary>
public static class ApartReader
{
    /// <summary>Exit code where the source was read; quarantined is read too.</summary>
    internal const int Read = 0;

    /// <summary>Exit code where memory ran out.</summary>
    internal const int OutOfMemory = 81;

    /// <summary>Exit code where the file could not be written.</summary>
    internal const int NotWritten = 82;

    /// <summary>Reads it.</summary>
    /// <param name="call">The source.</param>
    /// <param name="beat">Hears of every document in it that has been read.</param>
    /// <returns>The exit code of the process.</returns>
    /// <exception cref="DossierException">The folder is no dossier, or the source isn't one of its sources.</exception>
    public static int Execute(ApartCall call, Action beat)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(beat);
        var dossier = DossierFolder.Open(call.Dossier);
        var fullPath = Path.GetFullPath(Path.Combine(dossier.Root, call.Source));
        if (!fullPath.StartsWith(dossier.Sources + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new DossierException($"'{call.Source}' staat niet in 'bronnen'.");
        }

        try
        {
            using var output = new FileStream(call.Result, FileMode.Create, FileAccess.Write, FileShare.None);
            var writer = new ReadResultWriter(output, null);
            using var workspace = Workspace.Over(writer);
            var expander = new SourceExpander(Catalogs.For(dossier.Settings), ReadLimits.Default);
            workspace.Keep(Workspace.KeyOf(call.Source, ReadStage.Hash(fullPath)), Beating(expander.Expand(fullPath, call.Source), beat));
            writer.Close();
            return Read;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            return NotWritten;
        }
    }

    /// <summary>The units, with a beat after each and at the end.</summary>
    internal static IEnumerable<SourceUnit> Beating(IEnumerable<SourceUnit> units, Action beat)
    {
        foreach (var unit in units)
        {
            beat();
            yield return unit;
        }

        beat();
    }
}
