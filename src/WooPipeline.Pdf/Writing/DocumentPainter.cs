using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Pdf.Layout;

namespace WooPipeline.Pdf.Writing;

/// <summary>A document drawn: pages with their content, structure, and where things came to stand.</summary>
internal sealed record PaintedDocument(IReadOnlyList<PageCanvas> Pages, StructureElement Root, DocumentMarks Marks);

/// <summary>Lays a document out and draws its pages.</summary>
internal static class DocumentPainter
{
    private const double FurnitureSize = 7.5;

    public static PaintedDocument Paint(FlowDocument document, LayoutContext context)
    {
        var root = StructureElement.NewRoot();
        var frame = new Frame(root, 0, context.TextWidth, document.Style.FontSize);
        var strips = new BlockLayout(context).Lay(document.Blocks, frame);
        var layouts = Paginator.Paginate(strips, document.Style);
        var marks = new DocumentMarks();
        var pages = new List<PageCanvas>();
        foreach (var layout in layouts)
        {
            var canvas = new PageCanvas(pages.Count + 1, document.Style.PageHeight, marks);
            PaintHead(canvas, document, context);
            PaintBody(canvas, layout, document.Style);
            PaintNotes(canvas, layout, document.Style);
            PaintFoot(canvas, document, context, layouts.Count);
            pages.Add(canvas);
        }

        return new PaintedDocument(pages, root, marks);
    }

    private static void PaintBody(PageCanvas canvas, PageLayout layout, FlowStyle style)
    {
        ImmutableArray<double> above = [];
        foreach (var placed in layout.Body)
        {
            foreach (var bar in placed.Strip.Bars)
            {
                var space = above.Contains(bar) ? placed.Space : 0; // a bar goes on through the space between lines
                canvas.Rectangle(style.MarginLeft + bar, placed.Top - space, LayoutContext.BarWidth, space + placed.Strip.Height, LayoutContext.RuleColor);
            }

            above = placed.Strip.Bars;
            canvas.IsRepeating = placed.IsRepeated;
            canvas.Place(placed.Strip, style.MarginLeft, placed.Top);
            canvas.IsRepeating = false;
        }
    }

    private static void PaintNotes(PageCanvas canvas, PageLayout layout, FlowStyle style)
    {
        if (layout.Notes.Count == 0)
        {
            return;
        }

        var top = style.PageHeight - style.MarginBottom - layout.NoteHeight;
        canvas.Rectangle(style.MarginLeft, top + 5, 110, 0.5, LayoutContext.RuleColor);
        top += Paginator.NoteGap;
        for (var n = 0; n < layout.Notes.Count; n++)
        {
            top += n > 0 ? layout.Notes[n].SpaceBefore : 0;
            canvas.Place(layout.Notes[n], style.MarginLeft, top);
            top += layout.Notes[n].Height;
        }
    }

    private static void PaintHead(PageCanvas canvas, FlowDocument document, LayoutContext context)
    {
        var baseline = document.Style.MarginTop * 0.52;
        Furniture(canvas, context, document.HeaderLeft, baseline, alignRight: false);
        Furniture(canvas, context, document.HeaderRight, baseline, alignRight: true);
    }

    private static void PaintFoot(PageCanvas canvas, FlowDocument document, LayoutContext context, int pages)
    {
        if (document.FooterFormat.Length > 0)
        {
            var text = string.Format(CultureInfo.InvariantCulture, document.FooterFormat, canvas.Number, pages);
            Furniture(canvas, context, text, document.Style.PageHeight - (document.Style.MarginBottom * 0.5), alignRight: true);
        }
    }

    private static void Furniture(PageCanvas canvas, LayoutContext context, string text, double baseline, bool alignRight)
    {
        if (text.Length == 0)
        {
            return;
        }

        var style = new RunStyle(StructureElement.NewArtifact(), FurnitureSize) { Color = LayoutContext.QuietColor };
        var items = InlineShaper.Shape(context, [new FlowText(text)], style);
        var (start, end) = LineBreaker.Break(items, context.TextWidth)[0];
        var line = items.GetRange(start, end - start).ToArray();
        var left = context.Style.MarginLeft + (alignRight ? context.TextWidth - line.Sum(i => i.Width) : 0);
        canvas.Text(line, left, baseline);
    }
}
