using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Pipeline;

/// <summary>One document as it would be published now, for a reviewer's eyes: the same writers as a run, unchecked.</summary>
public static class ReviewPublication
{
    /// <summary>The public PDF of a document.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="document">A document that has text.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="decisions">What holds for it.</param>
    /// <returns>The PDF; empty where rectangles on its pages can't be cleared, so that a run would publish none.</returns>
    public static ReadOnlyMemory<byte> Pdf(ReviewDossier dossier, ReviewDocument document, DocumentTree tree, ImmutableArray<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tree);
        var redactions = Redaction.From(decisions);
        if (tree.Kind is DocumentKind.Pdf or DocumentKind.Image && dossier.Content(document) is { IsEmpty: false } content)
        {
            var file = new SourceFile(document.Source, content);
            var inPlace = new PdfNativeRedactor(dossier.Folder.Settings.WidthMode).Redact(file, tree, redactions, ReadLimits.Default);
            if (inPlace.Problem is null)
            {
                return inPlace.Content;
            }
        }

        if (redactions.Any(r => r.Area is { IsOnPicture: false }))
        {
            return default;
        }

        using var output = new MemoryStream();
        PdfDocumentWriter.Write(TreeRedactor.Apply(tree, redactions, PictureAreas.Paint), dossier.Style, new PdfWriteOptions
        {
            Title = $"Document {document.Id}",
            DocumentNumber = document.Id,
            Date = tree.Date,
            Language = tree.Language,
        }, output);
        return output.ToArray();
    }

    /// <summary>A draft of a document for colleagues, as a PDF: lines around what would go, and a stamp on every page. Not fit to publish.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="document">A document that has text.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="decisions">What holds for it.</param>
    /// <param name="remarks">What colleagues said of it, for the end.</param>
    public static ReadOnlyMemory<byte> Draft(ReviewDossier dossier, ReviewDocument document, DocumentTree tree, ImmutableArray<Decision> decisions, ImmutableArray<string> remarks)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(document);
        var view = TextView.Of(tree);
        var stamp = $"CONCEPT – niet publiceren – {document.Id}";
        if (document.ShowsPages && PdfDraft.Of(new SourceFile(document.Source, dossier.Content(document)), view, Redaction.From(decisions), stamp, ReadLimits.Default) is { IsEmpty: false } onPages)
        {
            return onPages;
        }

        var draft = DraftTree.Of(tree, view, decisions);
        if (!remarks.IsEmpty)
        {
            draft = draft with { Blocks = [.. draft.Blocks, new Heading(2, [new TextRun("Opmerkingen")]), .. remarks.Select(r => (Block)Paragraph.Of(r))] };
        }

        using var output = new MemoryStream();
        PdfDocumentWriter.Write(draft, dossier.Style, new PdfWriteOptions { Title = stamp, DocumentNumber = document.Id, Language = tree.Language }, output);
        var written = output.ToArray();
        return PdfDraft.Of(new SourceFile("concept.pdf", written), TextView.OfText(""), [], stamp, ReadLimits.Default) is { IsEmpty: false } stamped ? stamped
            : throw new InvalidOperationException("The draft could not be stamped.");
    }

    /// <summary>The PDF on whose pages a document is reviewed: the source itself, or the one that a picture becomes; empty for other kinds.</summary>
    public static ReadOnlyMemory<byte> Original(ReviewDossier dossier, ReviewDocument document)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(document);
        return document.ShowsPages && dossier.Content(document) is { IsEmpty: false } content
            ? PdfPlacement.Shown(new SourceFile(document.Source, content), ReadLimits.Default) : default;
    }

    /// <summary>Where a PDF shows its text; empty for other kinds.</summary>
    public static ImmutableArray<PlacedPage> Places(ReviewDossier dossier, ReviewDocument document, TextView view)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(document);
        var content = Original(dossier, document);
        return content.IsEmpty ? [] : PdfPlacement.Of(content, view, ReadLimits.Default);
    }
}
