using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>A line of text, perhaps with a label before it.</summary>
internal sealed class LineStrip : Strip
{
    private readonly double baseline;
    private readonly List<(LineItem[] Items, double X)> parts = [];
    private readonly List<NoteLayout> notes = [];

    public LineStrip(LineItem[] items, double x, double size, double lineHeight)
    {
        parts.Add((items, x));
        var largest = size;
        var image = 0.0;
        foreach (var item in items)
        {
            if (item.Content is PlacedImage placed)
            {
                image = Math.Max(image, placed.Height);
            }
            else if (item.Style.Rise == 0 && item.Kind != LineItemKind.Gap)
            {
                largest = Math.Max(largest, item.Style.Size);
            }

            if (item.Content is NoteLayout note)
            {
                notes.Add(note);
            }
        }

        // Capitals (0.72 of the size in most fonts) stand in the middle of the line.
        var leading = largest * lineHeight;
        baseline = Math.Max((leading / 2) + (largest * 0.36), image);
        Height = baseline + (leading / 2) - (largest * 0.36);
    }

    public override IEnumerable<NoteLayout> Notes => notes;

    /// <summary>Puts a bullet or number before the line.</summary>
    public void AddLabel(LineItem[] items, double x) => parts.Insert(0, (items, x));

    public override void Paint(PageCanvas canvas, double left, double top)
    {
        foreach (var (items, x) in parts)
        {
            canvas.Text(items, left + x, top + baseline);
        }
    }
}
