using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>The first pass over one document.</summary>
internal static class PersonScan
{
    /// <summary>Who is seen in it; null where a fault keeps that from being seen.</summary>
    public static DocumentFacts? Of(PrivacyEngine engine, DocumentRecord record, Func<DocumentTree> tree)
    {
        try
        {
            return engine.Scan(record.ForPrivacy(TextView.Of(tree())));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or IOException))
        {
            // The same fault comes up again when this document is decided on, and is told there.
            return null;
        }
    }
}
