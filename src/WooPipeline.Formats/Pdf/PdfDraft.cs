using WooPipeline.Documents;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Formats.Pdf;

/// <summary>
/// Makes a draft of a PDF for colleagues: what would go stands there with a line around it and its ground above, and every page says that
/// it is a draft. Nothing is removed but what no reader sees.
/// </summary>
public static class PdfDraft
{
    /// <summary>The draft; empty where the file can't be read again or a passage isn't found in it.</summary>
    /// <param name="file">A PDF, or a picture that is published as one.</param>
    /// <param name="view">The view of the tree that was read from it.</param>
    /// <param name="redactions">What would go.</param>
    /// <param name="stamp">What stands on every page.</param>
    /// <param name="limits">Bounds.</param>
    public static ReadOnlyMemory<byte> Of(SourceFile file, TextView view, IReadOnlyList<Redaction> redactions, string stamp, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentException.ThrowIfNullOrEmpty(stamp);
        try
        {
            return PdfPlacement.Shown(file, limits) is { IsEmpty: false } shown && ScannedPdf.WithText(shown, limits) is { } content
                ? Marked(content, new MarkFinder(view, redactions), stamp, limits) : default;
        }
        catch (PdfException)
        {
            return default;
        }
    }

    private static ReadOnlyMemory<byte> Marked(ReadOnlyMemory<byte> content, MarkFinder finder, string stamp, ReadLimits limits)
    {
        var drawing = new PdfRedaction(PdfFile.Open(content, "", PdfProblem.Budget(limits)), new PdfRedactionOptions { DraftStamp = stamp, Title = stamp });
        foreach (var page in drawing.Pages(finder.Pages))
        {
            if (finder.Find(page) is not { } marks)
            {
                return default;
            }

            foreach (var mark in marks)
            {
                drawing.Mark(mark);
            }
        }

        if (!finder.HasAll)
        {
            return default;
        }

        using var output = new MemoryStream();
        drawing.Finish(output);
        return output.ToArray();
    }
}
