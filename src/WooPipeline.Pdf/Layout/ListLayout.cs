using System.Collections.Immutable;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Sets lists, and labels with values, which are lists to who hears them.</summary>
internal sealed class ListLayout(LayoutContext context, BlockLayout blocks)
{
    private const double LabelGap = 5;

    /// <summary>Sets a list.</summary>
    public void AddList(FlowList list, Frame frame, List<Strip> strips)
    {
        if (list.Items.IsEmpty)
        {
            return;
        }

        var element = NewList(frame, list.Ordered ? "Decimal" : "Disc");
        var rows = list.Items.Select(i => (Item: i, Element: element.AddChild("LI"))).ToList();
        var labels = rows.ConvertAll(r => Label(r.Item.Label, r.Element.AddChild("Lbl"), frame));
        var indent = Math.Max(11, Math.Min(labels.Max(Width) + LabelGap, frame.Width * 0.3));
        for (var r = 0; r < rows.Count; r++)
        {
            var body = frame.Indent(indent) with { Element = rows[r].Element.AddChild("LBody"), Tight = true };
            var item = new List<Strip>();
            blocks.AddAll(rows[r].Item.Blocks, body, item);
            if (frame.HasRoomFor(indent))
            {
                PutLabel(item, labels[r], frame.X, frame, context);
            }
            else
            {
                InsertLabel(item, labels[r], frame.X, frame, context);
            }

            item[0].SpaceBefore = frame.Size * (r == 0 ? 0.4 : 0.3);
            strips.AddRange(item);
        }
    }

    /// <summary>Sets labels with values.</summary>
    public void AddFields(FlowFields fields, Frame frame, List<Strip> strips)
    {
        if (fields.Fields.IsEmpty)
        {
            return;
        }

        var list = NewList(frame, "None");
        var inner = frame with { Size = Math.Max(LayoutContext.SmallestSize, frame.Size * (fields.Small ? 0.82 : 1)), Tight = true };
        inner = fields.Small ? inner with { Color = LayoutContext.QuietColor } : inner;
        var rows = fields.Fields.Select(f => (Field: f, Element: list.AddChild("LI"))).ToList();
        var widths = rows.Select(r => ContentWidths.OfText(context, r.Field.Label, inner.Size, bold: true)).Aggregate((a, b) => a.Or(b));
        var column = Math.Clamp(widths.Line + 10, frame.Width * 0.12, frame.Width * 0.32);
        column = Math.Max(column, Math.Min(widths.Word + 10, frame.Width * 0.42)); // a long label is one word, seldom
        for (var r = 0; r < rows.Count; r++)
        {
            strips.Add(FieldRow(rows[r].Field, rows[r].Element, inner, column));
            strips[^1].SpaceBefore = r == 0 ? frame.Size * 0.6 : 0;
            strips[^1].Bars = frame.Bars;
        }
    }

    /// <summary>Puts a bullet or number before the first line of an item, or on a line of its own where that is no line.</summary>
    public static void PutLabel(List<Strip> item, LineItem[] label, double x, Frame frame, LayoutContext context)
    {
        if (item.Count > 0 && item[0] is LineStrip line)
        {
            line.AddLabel(label, x);
        }
        else
        {
            InsertLabel(item, label, x, frame, context);
        }
    }

    private static void InsertLabel(List<Strip> item, LineItem[] label, double x, Frame frame, LayoutContext context)
    {
        item.Insert(0, new LineStrip(label, x, frame.Size, context.Style.LineHeight) { Bars = frame.Bars, KeepWithNext = item.Count > 0 });
    }

    private RowStrip FieldRow(FlowField field, StructureElement element, Frame frame, double column)
    {
        var label = new List<Strip>();
        blocks.AddAll([new FlowParagraph([new FlowText(field.Label, FlowFont.Bold)])], frame with { Element = element.AddChild("Lbl"), X = 0, Width = column - 8, Bars = [] }, label);
        var value = new List<Strip>();
        var body = frame with { Element = element.AddChild("LBody"), X = 0, Width = frame.Width - column, Bars = [] };
        blocks.AddAll([new FlowParagraph(field.Value)], body, value);
        ImmutableArray<RowCell> cells =
        [
            new RowCell(frame.X, column - 8, [.. label]),
            new RowCell(frame.X + column, frame.Width - column, [.. value]),
        ];
        return new RowStrip(cells, new RowLook(Padding: 0.8, Inset: 0, RuleBelow: false));
    }

    private static StructureElement NewList(Frame frame, string numbering)
    {
        var element = frame.Element.AddChild("L");
        element.Attributes = BlockLayout.Attributes("List", "ListNumbering", new PdfName(numbering));
        return element;
    }

    private LineItem[] Label(string text, StructureElement element, Frame frame) =>
        [.. InlineShaper.Shape(context, [new FlowText(text)], new RunStyle(element, frame.Size) { Color = frame.Color })];

    private static double Width(LineItem[] items) => items.Sum(i => i.Width);
}
