using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>Takes passages out of a PDF in place, or out of a picture, which becomes one: glyphs, pixels and drawings go, everything else that can hold text is rebuilt or dropped.</summary>
/// <param name="mode">What becomes of the width of what is removed.</param>
public sealed class PdfNativeRedactor(PdfWidthMode mode = PdfWidthMode.Safe) : INativeRedactor
{
    /// <inheritdoc/>
    public bool Handles(SourceFile file) => new PdfReader().Recognises(file) || PicturePdf.IsPicture(file);

    /// <inheritdoc/>
    public NativeRedaction Redact(SourceFile file, DocumentTree tree, IReadOnlyList<Redaction> redactions, ReadLimits limits)
    {
        try
        {
            // A picture becomes a PDF, as a scan would: the words on it are found in the same places as when it was read.
            var source = PicturePdf.IsPicture(file) ? PicturePdf.Of(file, limits) : file.Content;
            if (source is not { } given || ScannedPdf.WithText(given, limits) is not { } content)
            {
                return new NativeRedaction(default, PdfProblem.Quarantine("scan"));
            }

            var pdf = PdfFile.Open(content, "", PdfProblem.Budget(limits));
            var view = TextView.Of(tree);
            var finder = new MarkFinder(view, redactions);
            var marks = finder.Find(PdfRedactor.Pages(pdf));
            if (marks is null)
            {
                return new NativeRedaction(default, PdfProblem.Quarantine("niet-verwijderd"));
            }

            using var output = new MemoryStream();
            PdfRedactor.Redact(PdfFile.Open(content, "", PdfProblem.Budget(limits)), marks, Options(tree, view, redactions), output);
            return new NativeRedaction(output.ToArray()) { MarkPages = finder.FirstPages };
        }
        catch (PdfException problem)
        {
            return new NativeRedaction(default, PdfProblem.Quarantine(problem.Code));
        }
    }

    private PdfRedactionOptions Options(DocumentTree tree, TextView view, IReadOnlyList<Redaction> redactions)
    {
        var forms = redactions.Select(r => view.Slice(r.Span).ToString()).Where(t => t.Trim().Length > 2).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return new PdfRedactionOptions
        {
            Mode = mode,
            RemovedForms = forms,
            Outline = [.. OutlineTitles.Of(view, redactions)],
            Language = tree.Language,
        };
    }
}
