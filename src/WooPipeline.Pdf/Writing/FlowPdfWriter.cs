using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Writing;

/// <summary>Sets a flow document on pages and writes it as a tagged PDF 1.7 after PDF/A-2a and PDF/UA-1.</summary>
public static class FlowPdfWriter
{
    /// <summary>Page references settle in two passes; one more for those that shift a page by a digit more.</summary>
    private const int MostPasses = 4;

    /// <summary>Writes a document. The same document gives the same bytes.</summary>
    public static FlowReport Write(FlowDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        document = document with { Style = document.Style.Sound() };
        var anchors = AnchorIndex.Of(document);
        IReadOnlyDictionary<string, int> known = ImmutableDictionary<string, int>.Empty;
        for (var pass = 1; ; pass++)
        {
            var problems = new FlowProblems();
            var fonts = new FontStack(FontLibrary.Families(document.Style, problems), problems);
            var images = new ImageStore(document.ImagePlaceholder, problems);
            var context = new LayoutContext(document, known, anchors, fonts, images, problems);
            var painted = DocumentPainter.Paint(document, context);
            var found = painted.Marks.Anchors.ToDictionary(a => a.Key, a => a.Value.Page, StringComparer.Ordinal);
            if (pass == MostPasses || !context.UsesPageNumbers || found.All(f => known.GetValueOrDefault(f.Key) == f.Value))
            {
                DocumentAssembler.Write(document, context, painted, output);
                return new FlowReport(painted.Pages.Count, found.ToImmutableDictionary(StringComparer.Ordinal), problems.All)
                {
                    EndPages = painted.Marks.Ends.ToImmutableDictionary(StringComparer.Ordinal),
                    MarkPages = [.. painted.Marks.Redactions],
                };
            }

            known = found;
        }
    }
}

/// <summary>What writing gave.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="AnchorPages">Page of each anchor, one based.</param>
/// <param name="Problems">What could not be shown as asked for.</param>
public sealed record FlowReport(int Pages, ImmutableDictionary<string, int> AnchorPages, ImmutableArray<FlowProblem> Problems)
{
    /// <summary>Page on which the block of each anchor ends, one based.</summary>
    public ImmutableDictionary<string, int> EndPages { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Page of each redaction mark, one based, in the order in which they stand.</summary>
    public ImmutableArray<int> MarkPages { get; init; } = [];
}
