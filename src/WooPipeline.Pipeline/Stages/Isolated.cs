using WooPipeline.Formats;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>Runs a stage over one document so that a fault in it quarantines that document and nothing else.</summary>
internal static class Isolated
{
    /// <summary>The stage's result, or the record in quarantine. The kind of fault is told, never its message: that can quote the document.</summary>
    public static Func<DocumentRecord, DocumentRecord> Stage(Func<DocumentRecord, DocumentRecord> stage) => record =>
    {
        try
        {
            return stage(record);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or DossierException or IOException or UnauthorizedAccessException))
        {
            return Fail(record, e);
        }
    };

    private static DocumentRecord Fail(DocumentRecord record, Exception fault) => SetAside(
        record, new Quarantined("verwerking", $"Dit document kon niet worden verwerkt ({fault.GetType().Name}). Beoordeel het met de hand en meld de fout met het nummer van het document."));

    /// <summary>The record in quarantine, with nothing of it in the package.</summary>
    public static DocumentRecord SetAside(DocumentRecord record, Quarantined reason) => record with
    {
        Unit = record.Unit with
        {
            TreeKey = null,
            Quarantine = reason,
        },
        Packed = default,
        RemovedTexts = [],
        PublicFiles = [],
        State = DocumentState.Quarantined,
    };
}
