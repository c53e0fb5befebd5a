using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>
/// What the check still found in the text of a document goes too, for a person to look at, so that one missed spelling doesn't keep a
/// whole dossier from being published. What it found anywhere else (names, metadata, streams) is never mended here: that is a fault.
/// </summary>
internal static class RepairStage
{
    /// <summary>Digits of a Dutch number behind its trunk or country prefix.</summary>
    private const int SubscriberLength = 9;

    /// <summary>In a dossier this small, half of the documents says nothing.</summary>
    private const int FewDocuments = 10;

    /// <summary>The longest first, so that each number has one.</summary>
    private static readonly string[] Prefixes = ["0031", "310", "31", "0"];

    /// <summary>The public paths to mend, each with the forms found in it.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Forms(VerifyReport report, ImmutableArray<string> removed) =>
        report.Findings
            .Where(f => f.Kind == VerifyKind.Leak && f.Form > 0 && f.Form <= removed.Length)
            .GroupBy(f => f.File.StartsWith("publicatie/", StringComparison.Ordinal) ? f.File["publicatie/".Length..] : f.File, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.Select(f => removed[f.Form - 1]).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Documents in whose files forms are still found go to quarantine, and their files out of the package.</summary>
    /// <param name="documents">All documents.</param>
    /// <param name="found">Public paths with the forms found in them.</param>
    /// <param name="publication">The staged <c>publicatie/</c>.</param>
    public static DocumentRecord[] SetAside(DocumentRecord[] documents, ImmutableDictionary<string, ImmutableArray<string>> found, string publication) =>
        [.. documents.Select(d => d.PublicFiles.Any(found.ContainsKey) ? SetAside(d, publication) : d)];

    /// <summary>True where one form is found in more than half of a dossier's documents: then it is no fault of theirs, and setting all of them aside would only hide which form it is.</summary>
    public static bool IsInMost(IReadOnlyList<DocumentRecord> documents, ImmutableDictionary<string, ImmutableArray<string>> found)
    {
        var files = documents.SelectMany(d => d.PublicFiles).ToHashSet(StringComparer.Ordinal);
        var most = found.Where(f => files.Contains(f.Key)).SelectMany(f => f.Value).CountBy(f => f, StringComparer.Ordinal).Select(f => f.Value).DefaultIfEmpty().Max();
        return most > FewDocuments && most > files.Count / 2;
    }

    private static DocumentRecord SetAside(DocumentRecord record, string publication)
    {
        foreach (var file in record.PublicFiles)
        {
            File.Delete(Path.Combine(publication, file));
        }

        return record with
        {
            State = DocumentState.Quarantined,
            Title = "",
            PublicFiles = [],
            MarkPages = [],
            Unit = record.Unit with
            {
                Quarantine = new Quarantined("niet-schoon", "In het gelakte document vond de controle nog iets dat elders in dit dossier is weggehaald. Beoordeel het met de hand: zet het woord in registers/altijd.csv (altijd weg) of registers/nooit.csv (mag blijven) en geef het commando opnieuw."),
            },
        };
    }

    /// <summary>A telephone number with and without its country, as the check looks for it; anything else is its own only spelling.</summary>
    private static IEnumerable<string> Spellings(string form)
    {
        yield return form;
        var digits = string.Concat(form.Where(char.IsAsciiDigit));
        if (form.Any(char.IsLetter))
        {
            yield break;
        }

        foreach (var prefix in Prefixes)
        {
            if (digits.StartsWith(prefix, StringComparison.Ordinal) && digits.Length == prefix.Length + SubscriberLength)
            {
                foreach (var other in Prefixes.Where(o => o != prefix))
                {
                    yield return other + digits[prefix.Length..];
                }

                yield break;
            }
        }
    }

    /// <summary>The decisions of a text with those added that remove the forms found in it.</summary>
    public static ImmutableArray<Decision> Extend(TextView view, ImmutableArray<Decision> decisions, IEnumerable<string> forms)
    {
        var search = new CompactSearch(view.Text);
        var added = new List<Decision>();
        foreach (var span in forms.SelectMany(Spellings).SelectMany(search.Find))
        {
            // A passage that a person kept, or that is gone already, is left as it is.
            if (!decisions.Any(d => d.Span.Overlaps(span)) && !added.Any(d => d.Span.Overlaps(span)))
            {
                added.Add(new Decision
                {
                    Span = span,
                    Label = Label.Other,
                    Verdict = Verdict.Remove,
                    Ground = GroundCatalog.Privacy,
                    MarkText = GroundCatalog.Privacy.Code,
                    Reason = "elders in dit dossier verwijderd",
                    Evidence = new Evidence("sweep.verify"),
                    NeedsReview = true,
                });
            }
        }

        return added.Count == 0 ? decisions : [.. decisions.Concat(added).OrderBy(d => d.Span)];
    }
}
