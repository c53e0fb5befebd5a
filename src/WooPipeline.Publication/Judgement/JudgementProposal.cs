using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Publication;

/// <summary>The judgement that follows from decisions; a person's own judgement goes before it.</summary>
public static class JudgementProposal
{
    /// <summary>Proposes a document's state.</summary>
    /// <param name="decisions">Decisions on its passages.</param>
    /// <param name="quarantine">Why it couldn't be read; null where it could.</param>
    /// <param name="duplicateOf">Id of the document that it repeats; null where it repeats none.</param>
    /// <param name="byPerson">What a person set; null where none did. It never makes an unreadable file public.</param>
    public static DocumentState For(IEnumerable<Decision> decisions, Quarantined? quarantine = null, string? duplicateOf = null, DocumentState? byPerson = null)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var openedByPerson = byPerson is DocumentState.Public or DocumentState.PartlyPublic;
        if (quarantine is not null && (byPerson is null || openedByPerson))
        {
            return DocumentState.Quarantined;
        }

        // Public or partly public isn't a person's to choose between: it follows from what is removed.
        return openedByPerson ? FromPassages(decisions)
            : byPerson ?? (duplicateOf is not null ? DocumentState.Duplicate : FromPassages(decisions));
    }

    private static DocumentState FromPassages(IEnumerable<Decision> decisions) =>
        decisions.Any(d => d.Verdict == Verdict.Remove) ? DocumentState.PartlyPublic : DocumentState.Public;
}
