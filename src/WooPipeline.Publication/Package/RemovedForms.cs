using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>Collects what was removed, with how often the same string rightly still stands where.</summary>
public static class RemovedForms
{
    /// <summary>
    /// All removed forms of a dossier. A form of several distinguishing words, or a number, may stand only where it was expressly kept;
    /// a single word may also stand where nothing was decided about it (<c>de bakker</c>). Counts come from the source minus the decisions,
    /// never from the redacted output, so that a fault of the redactor is found.
    /// </summary>
    /// <param name="texts">All texts, enumerated twice: sources, and rendered texts with what was removed from them.</param>
    public static ImmutableArray<RemovedForm> Collect(IEnumerable<RedactedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [];
    }
}
