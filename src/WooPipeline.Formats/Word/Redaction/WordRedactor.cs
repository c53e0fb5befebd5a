using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>
/// Takes passages out of a Word document and keeps its look. Passages are replaced by marks with the ground's code; revisions become final,
/// comments, hidden text, properties, custom XML, macros and embedded files go. Fails closed: the result is read again and must say exactly
/// what the plan says, and no removed word may stand in any part.
/// </summary>
public sealed class WordRedactor : INativeRedactor
{
    private readonly WordReader reader = new();

    /// <inheritdoc/>
    public bool Handles(SourceFile file) => reader.Recognises(file);

    /// <inheritdoc/>
    public NativeRedaction Redact(SourceFile file, DocumentTree tree, IReadOnlyList<Documents.Redaction> redactions, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(redactions);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            var timed = limits.Started();
            using var package = OfficePackage.Open(file.Content, timed);
            return Redact(WordContent.Open(file, package), tree, redactions, timed);
        }
        catch (OfficeException e)
        {
            return new NativeRedaction(default, e.Problem);
        }
        catch (ReadTimeException)
        {
            return new NativeRedaction(default, ReadBudget.Exceeded(limits));
        }
    }

    private static NativeRedaction Redact(WordContent content, DocumentTree tree, IReadOnlyList<Documents.Redaction> redactions, ReadLimits limits)
    {
        var view = TextView.Of(content.Tree);
        if (!string.Equals(view.Text, TextView.Of(tree).Text, StringComparison.Ordinal))
        {
            return Failed("bron-gewijzigd", "Het document is sinds het lezen veranderd. Lees het dossier opnieuw in.");
        }

        var plan = NativePlan.Of(view, redactions, content.Natives, WordEditor.LineOf);
        var removed = RemovedWords.Of(view, redactions, plan.Expected);
        Describe(content, view, redactions);
        var links = DroppedLinks(content, view, redactions, plan);
        WordEditor.Apply(plan);
        var scrubber = new WordScrubber(content.Styles, links);
        var builder = new WordPackageBuilder(content, scrubber, new WordStyleScrubber(content.Package.Related(content.Main, "styles")?.Xml), removed);
        var bytes = builder.Build();
        if (builder.Leak is not null)
        {
            return Failed("niet-verwijderd", "Een weg te halen woord staat nog ergens in het document. Gebruik de PDF of beoordeel het met de hand.", builder.Leak);
        }

        return Says(bytes, plan.Expected, limits)
            ? new NativeRedaction(bytes)
            : Failed("niet-aangetoond", "Niet aantoonbaar is dat het bewerkte document precies de rest van de tekst bevat. Gebruik de PDF.");
    }

    /// <summary>Descriptions of images that a redaction touches go.</summary>
    private static void Describe(WordContent content, TextView view, IReadOnlyList<Documents.Redaction> redactions)
    {
        var images = TreeOrder.Of(content.Tree).Images;
        foreach (var holder in TouchedTails.Of(view, ZoneKind.AlternativeText, redactions).Select(i => content.Images[images[i]]))
        {
            foreach (var element in holder.DescendantsAndSelf())
            {
                element.Attributes().Where(a => a.Name.LocalName is "descr" or "title" or "alt" && a.Name.Namespace == XNamespace.None).Remove();
            }
        }
    }

    /// <summary>Links that name a mailbox or file, and those of which the target or a word of the text is removed.</summary>
    private static HashSet<XElement> DroppedLinks(WordContent content, TextView view, IReadOnlyList<Documents.Redaction> redactions, NativePlan plan)
    {
        var touched = TouchedTails.Of(view, ZoneKind.LinkTarget, redactions);
        var cut = plan.Pieces.SelectMany(p => p.Piece.Element.Ancestors(W.Main + "hyperlink")).ToHashSet();
        return [.. TreeOrder.Of(content.Tree).Links
            .Where((link, i) => touched.Contains(i) || cut.Contains(content.Links[link]) || !TouchedTails.IsPublic(link.Target)).Select(l => content.Links[l])];
    }

    private static bool Says(byte[] bytes, string expected, ReadLimits limits)
    {
        using var package = OfficePackage.Open(bytes, limits);
        var again = WordContent.Open(new SourceFile("a.docx", bytes), package);
        return string.Equals(NativePlan.Visible(TextView.Of(again.Tree), again.Natives), expected, StringComparison.Ordinal);
    }

    private static NativeRedaction Failed(string code, string reason, string? place = null) => new(default, new Quarantined(code, reason) { Place = place });
}
