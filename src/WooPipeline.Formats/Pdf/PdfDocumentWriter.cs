using WooPipeline.Documents;
using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Formats.Pdf;

/// <summary>
/// Writes a tree as a tagged PDF after PDF/A-2a and PDF/UA-1. What is never published (hidden text, comments, properties) is
/// left out; the same tree gives the same bytes.
/// </summary>
public static class PdfDocumentWriter
{
    private const int ColumnsUpright = 8;

    /// <summary>Writes a document.</summary>
    /// <param name="tree">What it says; redaction marks show their text in a box.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="options">What it says of itself.</param>
    /// <param name="output">Where to; need not be able to seek.</param>
    public static PdfWriteReport Write(DocumentTree tree, HouseStyle style, PdfWriteOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(options);
        var labels = PdfLabels.Dutch;
        var flow = new FlowDocument
        {
            Title = options.Title,
            Language = options.Language.Length > 0 ? options.Language : tree.Language,
            Date = options.Date,
            HeaderLeft = style.Organisation,
            HeaderRight = options.DocumentNumber ?? "",
            FooterFormat = labels.Footer,
            ImagePlaceholder = labels.Image,
            Style = IsWide(tree) ? Turned(Style(style)) : Style(style),
            Blocks = TreeFlow.Blocks(tree),
            Notes = TreeFlow.Notes(tree),
        };
        var report = FlowPdfWriter.Write(flow, output);
        return new PdfWriteReport
        {
            Pages = report.Pages,
            AnchorPages = report.AnchorPages,
            EndPages = report.EndPages,
            MarkPages = report.MarkPages,
            Deviations = [.. report.Problems.Select(p => new Deviation("pdf-" + p.Code, p.Place))],
        };
    }

    /// <summary>Spreadsheets with many columns are set on pages turned on their side.</summary>
    private static bool IsWide(DocumentTree tree) =>
        tree.Kind == DocumentKind.Spreadsheet
        && tree.Blocks.SelectMany(b => b is Section section ? section.Blocks : [b]).OfType<Table>()
            .SelectMany(t => t.Rows).Any(r => r.Cells.Length > ColumnsUpright);

    private static FlowStyle Turned(FlowStyle style) => style with { PageWidth = style.PageHeight, PageHeight = style.PageWidth };

    private static FlowStyle Style(HouseStyle style) => new()
    {
        Fonts = style.Fonts,
        FontFolder = style.FontFolder,
        FontSize = style.FontSize,
        LineHeight = style.LineHeight,
        HeadingSizes = style.HeadingSizes,
        PageWidth = style.PageWidth,
        PageHeight = style.PageHeight,
        MarginLeft = style.MarginLeft,
        MarginRight = style.MarginRight,
        MarginTop = style.MarginTop,
        MarginBottom = style.MarginBottom,
        HeadingColor = FlowColor.Parse(style.HeadingColor, new FlowStyle().HeadingColor),
        MarkFill = FlowColor.Parse(style.MarkFill, new FlowStyle().MarkFill),
        MarkText = FlowColor.Parse(style.MarkText, FlowColor.Black),
    };
}
