using System.Collections.Immutable;

namespace WooPipeline.Formats;

/// <summary>All formats the house reads; frozen once made. Readers are asked in order, so the surer ones come first.</summary>
/// <param name="Readers">Readers of single documents.</param>
/// <param name="Containers">Readers of files with files in them.</param>
/// <param name="Redactors">Redactors in place.</param>
public sealed partial record FormatCatalog(
    ImmutableArray<IFormatReader> Readers,
    ImmutableArray<IContainerReader> Containers,
    ImmutableArray<INativeRedactor> Redactors)
{
    /// <summary>The reader for a file, or null.</summary>
    public IFormatReader? ReaderFor(SourceFile file) => Readers.FirstOrDefault(r => r.Recognises(file));

    /// <summary>The container reader for a file, or null.</summary>
    public IContainerReader? ContainerFor(string path, ReadOnlySpan<byte> head)
    {
        foreach (var container in Containers)
        {
            if (container.Recognises(path, head))
            {
                return container;
            }
        }

        return null;
    }

    /// <summary>The redactor in place for a file, or null where it is rebuilt.</summary>
    public INativeRedactor? RedactorFor(SourceFile file) => Redactors.FirstOrDefault(r => r.Handles(file));

    /// <summary>Reads a document; a format without a reader, an empty file and a failing reader end in quarantine.</summary>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        if (file.Content.Length == 0)
        {
            return new Quarantined("leeg", "Het bestand is leeg. Vraag het opnieuw op bij de bron.");
        }

        if (file.Content.Length > limits.MaxFileBytes)
        {
            return new Quarantined("te-groot", $"Het bestand is groter dan {limits.MaxFileBytes / 1024 / 1024} MB. Splits het of verhoog de grens in dossier.yaml.");
        }

        var reader = ReaderFor(file);
        if (reader is null)
        {
            return new Quarantined("niet-ondersteund", $"Voor dit bestandstype ({(file.Extension.Length > 0 ? file.Extension : "geen extensie")}) is er geen lezer. Zet het om naar PDF of docx, of beoordeel het met de hand.");
        }

        try
        {
            return reader.Read(file, limits.Started());
        }
        catch (ReadTimeException)
        {
            return ReadBudget.Exceeded(limits);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A reader's own fault must not stop the run nor print content: only the kind of exception is told.
            return new Quarantined("beschadigd", $"Het bestand kon niet als {reader.Format} worden gelezen ({e.GetType().Name}). Open het in het eigen programma en sla het opnieuw op.");
        }
    }
}
