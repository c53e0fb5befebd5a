using System.Collections.Immutable;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Columns side by side: a row of a table, or a label with its value.</summary>
internal sealed class RowStrip : Strip
{
    private readonly ImmutableArray<RowCell> cells;
    private readonly RowLook look;

    public RowStrip(ImmutableArray<RowCell> cells, RowLook look)
    {
        (this.cells, this.look) = (cells, look);
        Height = (2 * look.Padding) + cells.Max(c => HeightOf(c.Strips));
    }

    public override IEnumerable<NoteLayout> Notes => cells.SelectMany(c => c.Strips).SelectMany(s => s.Notes);

    public static double HeightOf(IEnumerable<Strip> strips)
    {
        var height = 0.0;
        foreach (var strip in strips)
        {
            height += (height > 0 ? strip.SpaceBefore : 0) + strip.Height;
        }

        return height;
    }

    public override (Strip First, Strip Second)? Split(double height)
    {
        var room = height - (2 * look.Padding);
        var parts = cells.Select(c => c.Split(room)).ToList();
        if (parts.Any(p => p.First.Strips.Length == 0 && p.Second.Strips.Length > 0) || parts.All(p => p.Second.Strips.Length == 0))
        {
            return null;
        }

        var first = new RowStrip([.. parts.Select(p => p.First)], look with { RuleBelow = false })
        {
            SpaceBefore = SpaceBefore,
            Anchors = Anchors,
            Heading = Heading,
            Bars = Bars,
            Header = Header,
        };
        var rest = new RowStrip([.. parts.Select(p => p.Second)], look) { Bars = Bars, Header = Header, KeepWithNext = KeepWithNext, Ends = Ends };
        return (first, rest);
    }

    public override void Paint(PageCanvas canvas, double left, double top)
    {
        foreach (var cell in cells)
        {
            if (cell.Fill is { } fill)
            {
                canvas.Rectangle(left + cell.X - look.Inset, top, cell.Width + (2 * look.Inset), Height, fill);
            }
        }

        foreach (var cell in cells)
        {
            if (look.RuleBelow && cell.EndsHere)
            {
                canvas.Rectangle(left + cell.X - look.Inset, top + Height - 0.25, cell.Width + (2 * look.Inset), 0.5, LayoutContext.RuleColor);
            }
        }

        foreach (var cell in cells)
        {
            var at = top + look.Padding;
            for (var s = 0; s < cell.Strips.Length; s++)
            {
                var strip = cell.Strips[s];
                at += s > 0 ? strip.SpaceBefore : 0;
                foreach (var bar in strip.Bars)
                {
                    canvas.Rectangle(left + cell.X + bar, at, LayoutContext.BarWidth, strip.Height, LayoutContext.RuleColor);
                }

                canvas.Place(strip, left + cell.X, at);
                at += strip.Height;
            }
        }
    }
}

/// <summary>How a row looks.</summary>
/// <param name="Padding">Space above and below the text.</param>
/// <param name="Inset">Space left and right of the text.</param>
/// <param name="RuleBelow">True for a line below.</param>
internal sealed record RowLook(double Padding, double Inset, bool RuleBelow);

/// <summary>A cell of a row.</summary>
/// <param name="X">Left of its text, from the left of the row.</param>
/// <param name="Width">Width of its text.</param>
/// <param name="Strips">What it holds.</param>
internal sealed record RowCell(double X, double Width, ImmutableArray<Strip> Strips)
{
    public FlowColor? Fill { get; init; }

    /// <summary>False for a cell that goes on in the next row.</summary>
    public bool EndsHere { get; init; } = true;

    /// <summary>The strips that fit in a height, and the rest.</summary>
    public (RowCell First, RowCell Second) Split(double height)
    {
        var used = 0.0;
        for (var s = 0; s < Strips.Length; s++)
        {
            var strip = Strips[s];
            var space = s > 0 ? strip.SpaceBefore : 0;
            if (used + space + strip.Height <= height + 0.01)
            {
                used += space + strip.Height;
                continue;
            }

            if (strip.Split(height - used - space) is { } parts)
            {
                return (this with { Strips = [.. Strips[..s], parts.First] }, this with { Strips = [parts.Second, .. Strips[(s + 1)..]] });
            }

            return (this with { Strips = Strips[..s] }, this with { Strips = Strips[s..] });
        }

        return (this, this with { Strips = [] });
    }
}
