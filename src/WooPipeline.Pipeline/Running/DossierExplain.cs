using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary><c>woo explain</c>: why a passage of a document goes or stays, and what would change that.</summary>
public static class DossierExplain
{
    /// <summary>The explanations of each place where the passage stands.</summary>
    /// <param name="options">The dossier.</param>
    /// <param name="document">Its number, its path, or the end of its path.</param>
    /// <param name="passage">The passage as it stands in the source.</param>
    /// <exception cref="DossierException">There is no such document, or more than one.</exception>
    public static ImmutableArray<Explanation> Run(RunOptions options, string document, string passage)
    {
        using var session = DossierSession.Open(options, new SilentObserver());
        var found = session.Documents.Where(d => Is(d, document)).ToList();
        if (found.Count != 1 || !found[0].HasText)
        {
            throw new DossierException(found.Count switch
            {
                0 => $"Er is geen document '{document}'. Geef het nummer (0001) of het pad (bronnen/001.eml).",
                1 => $"Document '{document}' staat in quarantaine en heeft geen leesbare tekst.",
                _ => $"'{document}' past op {found.Count} documenten. Geef het hele pad.",
            });
        }

        var persons = session.FindPersons(session.Texts.Draft());
        var view = TextView.Of(session.TreeOf(found[0].Unit));
        return session.Engine.Explain(found[0].ForPrivacy(view), persons, passage);
    }

    private static bool Is(DocumentRecord record, string document) =>
        record.Id == document || record.Unit.Path == document || record.Unit.Path.EndsWith("/" + document, StringComparison.Ordinal);
}
