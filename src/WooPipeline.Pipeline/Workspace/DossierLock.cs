namespace WooPipeline.Pipeline;

/// <summary>One writer at a time on a dossier; the lock goes with the process, however it ends.</summary>
internal sealed class DossierLock : IDisposable
{
    private readonly FileStream stream;

    private DossierLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="DossierException">Another run holds it, or the dossier can't be written to.</exception>
    public static DossierLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new DossierLock(new FileStream(Path.Combine(folder, "slot"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DossierException("In het dossier noch naast de uitvoermap kan een werkmap worden gemaakt. Geef uzelf schrijfrechten of kies een andere uitvoermap met --out.", e);
        }
        catch (IOException e)
        {
            throw new DossierException("Er loopt al een run of review op dit dossier, of de schijf is vol of alleen-lezen. Wacht tot die klaar is, of sluit het andere venster.", e) { IsBusy = true };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
