using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>Where a passage, or a person, is seen.</summary>
internal static class Sightings
{
    private const int ShortestText = 2;

    /// <summary>All places of a passage in a document: those of its person, and the same text in whole words.</summary>
    /// <param name="desk">The document.</param>
    /// <param name="text">Its text.</param>
    /// <param name="passage">The passage's text.</param>
    /// <param name="person">The person that it names; null where it names none.</param>
    public static IEnumerable<TextSpan> In(DocumentDesk desk, string text, string passage, string? person)
    {
        var ofPerson = person is null ? [] : desk.Document.Passages.Where(p => p.Decision.Evidence?.PersonId == person).Select(p => p.Decision.Span).ToList();
        var same = passage.Trim().Length < ShortestText ? [] : DossierSearch.For(passage, whole: true).In(text);

        // Within a passage about someone else (Jansen in Piet Jansen) the text isn't a sighting of its own.
        return ofPerson.Concat(same.Where(s => !ofPerson.Exists(o => o.Overlaps(s))
            && !desk.Document.Passages.Any(p => p.Decision.Span.Overlaps(s) && p.Decision.Evidence?.PersonId is { } other && person is not null && other != person)));
    }

    /// <summary>The passages of a person in all documents.</summary>
    public static IEnumerable<(DocumentDesk Desk, ReviewPassage Passage)> Of(IEnumerable<DocumentDesk> desks, string person) =>
        desks.SelectMany(d => d.Document.Passages.Where(p => p.Decision.Evidence?.PersonId == person).Select(p => (d, p)));
}
