using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Word;
using WooPipeline.Templating;

namespace WooPipeline.Publication;

/// <summary>
/// What an interested party is shown (Woo art. 4.4): the paragraphs with passages that concern it, its own data visible, everyone else's
/// removed as in the publication; and a letter with the term for its view.
/// </summary>
public static class ConsultationView
{
    /// <summary>The extract as a tree.</summary>
    public static DocumentTree Extract(Consultation consultation, IEnumerable<ConsultationDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(documents);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(TreeParts.Heading(1, "Passages waarover uw zienswijze wordt gevraagd"));
        foreach (var document in documents.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            TextSpan[] own = [.. consultation.Passages.Where(p => p.DocumentId == document.Id).Select(p => p.Span)];
            if (own.Length > 0)
            {
                blocks.Add(TreeParts.Heading(2, $"Document {document.Id}: {(document.Title.Length > 0 ? document.Title : "zonder titel")}"));
                blocks.AddRange(Passages(document, own));
            }
        }

        return new DocumentTree { Title = $"Uittreksel {consultation.Id}", Blocks = blocks.ToImmutable(), Kind = DocumentKind.Text };
    }

    /// <summary>Writes <c>intern/zienswijzen/ID/uittreksel.pdf</c>, <c>brief.pdf</c> and <c>brief.docx</c> into the staging folder.</summary>
    /// <exception cref="TemplateException">The template <c>zienswijze</c> can't be used.</exception>
    public static void Write(string staging, Consultation consultation, IEnumerable<ConsultationDocument> documents, PackageDossier dossier, TemplateHost host) =>
        WriteTo(Path.Combine(staging, "intern", "zienswijzen"), consultation, documents, dossier, host);

    /// <summary>Writes <c>ID/uittreksel.pdf</c>, <c>ID/brief.pdf</c> and <c>ID/brief.docx</c> into a folder.</summary>
    /// <exception cref="TemplateException">The template <c>zienswijze</c> can't be used.</exception>
    public static void WriteTo(string folder, Consultation consultation, IEnumerable<ConsultationDocument> documents, PackageDossier dossier, TemplateHost host)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(host);
        var files = new PackageFiles(folder);
        var letter = MarkdownTree.Parse(host.Render("zienswijze", Model(consultation, dossier))) with { Title = "Verzoek om een zienswijze" };
        foreach (var (name, tree) in new[] { ("uittreksel", Extract(consultation, documents)), ("brief", letter) })
        {
            var options = new PdfWriteOptions { Title = tree.Title, Language = dossier.Language };
            files.Write($"{consultation.Id}/{name}.pdf", output => PdfDocumentWriter.Write(tree, dossier.Style, options, output));
        }

        files.Write($"{consultation.Id}/brief.docx", output => DocxWriter.Write(letter, dossier.Style, new DocxWriteOptions { Title = letter.Title, Language = dossier.Language }, output));
    }

    /// <summary>The data of the template <c>zienswijze</c>.</summary>
    internal static TemplateObject Model(Consultation consultation, PackageDossier dossier) => new("zienswijze")
    {
        { "partij", consultation.Party },
        { "termijn", consultation.Term is null ? null : PackageDates.Iso(consultation.Term) },
        { "documenten", consultation.Passages.Select(p => p.DocumentId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(d => (object?)d).ToImmutableArray() },
        { "organisatie", dossier.Organisation },
        { "onderwerp", dossier.Subject },
        { "kenmerk", dossier.Reference },
    };

    /// <summary>The blocks that hold the party's passages, each redacted by itself with the spans moved along.</summary>
    private static IEnumerable<Block> Passages(ConsultationDocument document, TextSpan[] own)
    {
        var redactions = Redaction.From(document.Decisions.Where(d => !own.Any(o => o.Overlaps(d.Span))));
        var start = 0;
        foreach (var block in document.Tree.Blocks)
        {
            var alone = new DocumentTree { Blocks = [block], Language = document.Tree.Language };
            var span = TextSpan.At(start, TextView.Of(alone).BodyEnd);
            start = span.End;
            if (own.Any(o => o.Overlaps(span)))
            {
                var moved = redactions.Where(r => r.Span.Overlaps(span)).Select(r => r with { Span = Moved(r.Span.Intersect(span), span.Start) });
                foreach (var kept in TreeRedactor.Apply(alone, [.. moved]).Blocks)
                {
                    yield return kept;
                }
            }
        }
    }

    private static TextSpan Moved(TextSpan span, int by) => new(span.Start - by, span.End - by);
}
