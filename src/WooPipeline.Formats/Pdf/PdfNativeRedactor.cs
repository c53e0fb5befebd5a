using System.Collections.Immutable;
using System.Globalization;
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
    /// <summary>What a box of safe width tells of a surname at most, in bits.</summary>
    private const double SafeBits = 1.5;

    /// <inheritdoc/>
    public bool Handles(SourceFile file) => new PdfReader().Recognises(file) || PicturePdf.IsPicture(file);

    /// <inheritdoc/>
    public NativeRedaction Redact(SourceFile file, DocumentTree tree, IReadOnlyList<Redaction> redactions, ReadLimits limits)
    {
        try
        {
            // A picture becomes a PDF, as a scan would: the words on it are found in the same places as when it was read.
            var source = PicturePdf.IsPicture(file) ? PicturePdf.Of(file, limits) : file.Content;
            if (source is not { } given)
            {
                return new NativeRedaction(default, PdfProblem.Quarantine("scan"));
            }

            var view = TextView.Of(tree);
            var finder = new MarkFinder(view, redactions);
            var redaction = Marked(given, finder, Options(tree, view, redactions), limits, isLayered: false, out var isScan);
            if (isScan)
            {
                if (ScannedPdf.WithText(given, limits) is not { } layered)
                {
                    return new NativeRedaction(default, PdfProblem.Quarantine("scan"));
                }

                finder = new MarkFinder(view, redactions);
                redaction = Marked(layered, finder, Options(tree, view, redactions), limits, isLayered: true, out _);
            }

            if (redaction is null || !finder.HasAll)
            {
                return new NativeRedaction(default, PdfProblem.Quarantine("niet-verwijderd"));
            }

            using var output = new MemoryStream();
            var report = redaction.Finish(output);
            return new NativeRedaction(output.ToArray()) { MarkPages = finder.FirstPages, Notes = Leaks(report) };
        }
        catch (PdfException problem)
        {
            return new NativeRedaction(default, PdfProblem.Quarantine(problem.Code));
        }
    }

    /// <summary>Reads a file and marks each page on the way; null where a run isn't as it was when the tree was read, or a page is a scan that has no layer yet.</summary>
    private static PdfRedaction? Marked(ReadOnlyMemory<byte> content, MarkFinder finder, PdfRedactionOptions options, ReadLimits limits, bool isLayered, out bool isScan)
    {
        isScan = false;
        var redaction = new PdfRedaction(PdfFile.Open(content, "", PdfProblem.Budget(limits)), options);
        foreach (var page in redaction.Pages(finder.Pages))
        {
            isScan = page.IsScan && !isLayered;
            if (isScan || finder.Find(page) is not { } marks)
            {
                return null;
            }

            foreach (var mark in marks)
            {
                redaction.Mark(mark);
            }
        }

        return redaction;
    }

    /// <summary>Pages whose boxes tell more of what they hide than a box of safe width does, each box with its bits.</summary>
    private static ImmutableArray<Deviation> Leaks(PdfRedactionReport report) =>
    [
        .. report.Boxes.Where(b => b.LeakBits > SafeBits).GroupBy(b => b.Page).OrderBy(g => g.Key).Select(g => new Deviation(
            "box-leak-bits",
            string.Create(CultureInfo.InvariantCulture, $"bladzijde {g.Key + 1}: ") + string.Join("; ", g.Select(b => b.LeakBits.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ','))))),
    ];

    private PdfRedactionOptions Options(DocumentTree tree, TextView view, IReadOnlyList<Redaction> redactions)
    {
        var forms = redactions.Where(r => r.Area is null).Select(r => view.Slice(r.Span).ToString()).Where(t => t.Trim().Length > 2).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return new PdfRedactionOptions
        {
            Mode = mode,
            RemovedForms = forms,
            Outline = [.. OutlineTitles.Of(view, redactions)],
            Language = tree.Language,
        };
    }
}
