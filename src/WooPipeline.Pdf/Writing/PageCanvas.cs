using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Writing;

/// <summary>
/// Draws one page: places go downward from its top, all text is marked with its structure element, all else as artifact.
/// </summary>
internal sealed class PageCanvas(int number, double pageHeight, DocumentMarks marks)
{
    private const double OutlineWidth = 0.6;
    private readonly ContentWriter content = new();
    private readonly List<StructureElement> owners = [];
    private readonly SortedSet<string> images = new(StringComparer.Ordinal);
    private StructureElement? open;
    private FontUse? font;
    private double size;
    private FlowColor color = FlowColor.Black;

    /// <summary>One based.</summary>
    public int Number { get; } = number;

    /// <summary>Owners of the page's marked content, by its number there.</summary>
    public IReadOnlyList<StructureElement> Owners => owners;

    /// <summary>Names of the images drawn.</summary>
    public IReadOnlyCollection<string> Images => images;

    /// <summary>Links, in reading order.</summary>
    public List<PageLink> Links { get; } = [];

    /// <summary>Fonts, in the order of their first use.</summary>
    public List<FontUse> Fonts { get; } = [];

    /// <summary>True while what is drawn stands elsewhere already.</summary>
    public bool IsRepeating { get; set; }

    /// <summary>The content stream; nothing may be drawn after it.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        Close();
        return content.Written;
    }

    /// <summary>Draws a strip and notes what points to it.</summary>
    public void Place(Strip strip, double left, double top)
    {
        if (!IsRepeating)
        {
            marks.Add(strip, Number, pageHeight - top);
        }

        strip.Paint(this, left, top);
    }

    /// <summary>Fills a rectangle as artifact.</summary>
    public void Rectangle(double x, double top, double width, double height, FlowColor fill)
    {
        Close();
        content.Raw("/Artifact BMC\n"u8);
        Box(x, top, width, height, fill);
        content.Raw("EMC\n"u8);
    }

    /// <summary>Draws an image.</summary>
    public void Image(StructureElement element, PlacedImage image, double x, double top)
    {
        Open(element);
        images.Add(image.Resource.Name);
        var bottom = pageHeight - top - image.Height;
        content.Raw("q "u8);
        foreach (var part in image.Resource.Matrix(x, bottom, image.Width, image.Height))
        {
            content.Number(part);
        }

        content.Raw("cm /"u8).Raw(image.Resource.Name).Raw(" Do Q\n"u8);
        if (!element.IsArtifact && !IsRepeating && element.Type == "Figure")
        {
            element.Attributes = FigureAttributes.Of(x, bottom, image.Width, image.Height);
        }
    }

    /// <summary>Draws items of a line.</summary>
    public void Text(LineItem[] items, double x, double baseline)
    {
        for (var i = 0; i < items.Length;)
        {
            var end = i + 1;
            while (end < items.Length && ReferenceEquals(items[end].Style, items[i].Style))
            {
                end++;
            }

            x = Stretch(items.AsSpan(i, end - i), x, baseline, isLast: end == items.Length);
            i = end;
        }
    }

    /// <summary>Draws items of one style and gives the place after them.</summary>
    private double Stretch(ReadOnlySpan<LineItem> items, double x, double baseline, bool isLast)
    {
        var style = items[0].Style;
        var seen = items.Length;
        while (isLast && seen > 0 && items[seen - 1].Kind == LineItemKind.Space)
        {
            seen--;
        }

        var width = 0.0;
        foreach (var item in items[..seen])
        {
            width += item.Width;
        }

        if (style.Fill is { } fill)
        {
            Rectangle(x, baseline - (style.Size * 0.93), width, style.Size * 1.2, fill);
        }

        if (style.Outline && width > 0)
        {
            Outline(x, baseline - (style.Size * 0.93), width, style.Size * 1.2);
        }

        var at = x;
        for (var i = 0; i < items.Length;)
        {
            i += Piece(items[i..], ref at, baseline - style.Rise);
        }

        Decorate(style, x, width, baseline);
        if (style.Link is { } link && width > 0 && !IsRepeating)
        {
            var height = items[0].Content is PlacedImage image ? image.Height : style.Size * 0.9;
            Links.Add(new PageLink(link, x, pageHeight - baseline - (style.Size * 0.25), width, height + (style.Size * 0.25)));
        }

        return at;
    }

    private void Outline(double x, double top, double width, double height)
    {
        Rectangle(x, top, width, OutlineWidth, FlowColor.Black);
        Rectangle(x, top + height - OutlineWidth, width, OutlineWidth, FlowColor.Black);
        Rectangle(x, top, OutlineWidth, height, FlowColor.Black);
        Rectangle(x + width - OutlineWidth, top, OutlineWidth, height, FlowColor.Black);
    }

    /// <summary>Draws as many items as go in one show operator, and gives their number.</summary>
    private int Piece(ReadOnlySpan<LineItem> items, ref double x, double baseline)
    {
        var first = items[0];
        if (first.Content is PlacedImage image)
        {
            Image(first.Style.Element, image, x, baseline - image.Height);
        }

        if (first.Font is null)
        {
            x += first.Width;
            return 1;
        }

        var count = 1;
        var isSimple = FontUse.Of(first).IsSimple;
        while (count < items.Length && items[count].Font == first.Font && items[count].Slant == first.Slant && FontUse.Of(items[count]).IsSimple == isSimple)
        {
            count++;
        }

        Show(items[..count], x, baseline);
        foreach (var item in items[..count])
        {
            x += item.Width;
            if (item.Content is NoteLayout note && !IsRepeating)
            {
                note.Element.Attach();
            }
        }

        return count;
    }

    private void Show(ReadOnlySpan<LineItem> items, double x, double baseline)
    {
        var first = items[0];
        var style = first.Style;
        Open(style.Element);
        SetColor(style.Color);
        content.Raw("BT "u8);
        var wanted = FontUse.Of(first);
        if (font != wanted || size != style.Size)
        {
            (font, size) = (wanted, style.Size);
            content.Raw("/"u8).Raw(wanted.ResourceName).Raw(" "u8).Number(size).Raw("Tf "u8);
            if (!Fonts.Contains(wanted))
            {
                Fonts.Add(wanted);
            }
        }

        content.Raw(first.Slant ? "1 0 0.2126 1 "u8 : "1 0 0 1 "u8).Number(x).Number(pageHeight - baseline).Raw("Tm ("u8);
        foreach (var item in items)
        {
            _ = wanted.IsSimple ? content.Code(wanted.Subset.CodeOf(item.Glyph)) : content.Code(item.Glyph);
        }

        content.Raw(") Tj ET\n"u8);
    }

    private void Decorate(RunStyle style, double x, double width, double baseline)
    {
        if (width <= 0)
        {
            return;
        }

        if (style.Underline)
        {
            Box(x, baseline + (style.Size * 0.13), width, style.Size * 0.06, style.Color);
        }

        if (style.Strike)
        {
            Box(x, baseline - (style.Size * 0.3), width, style.Size * 0.06, style.Color);
        }
    }

    private void Box(double x, double top, double width, double height, FlowColor fill)
    {
        SetColor(fill);
        content.Number(x).Number(pageHeight - top - height).Number(width).Number(height).Raw("re f\n"u8);
    }

    private void SetColor(FlowColor wanted)
    {
        if (color != wanted)
        {
            color = wanted;
            content.Number(wanted.Red / 255.0).Number(wanted.Green / 255.0).Number(wanted.Blue / 255.0).Raw("rg "u8);
        }
    }

    /// <summary>Begins marked content of an element, unless it is open already.</summary>
    private void Open(StructureElement element)
    {
        if (open == element)
        {
            return;
        }

        Close();
        open = element;
        if (element.IsArtifact || IsRepeating)
        {
            content.Raw("/Artifact BMC\n"u8);
            return;
        }

        if (element.Expansion is not null)
        {
            marks.AddRedaction(element, Number);
        }

        element.AddContent(Number, owners.Count);
        content.Raw("/"u8).Raw(element.Type).Raw(" <</MCID "u8).Number(owners.Count).Raw(">> BDC\n"u8);
        owners.Add(element);
    }

    private void Close()
    {
        if (open is not null)
        {
            content.Raw("EMC\n"u8);
            open = null;
        }
    }
}

/// <summary>A link on a page; measures from the bottom left.</summary>
internal sealed record PageLink(LinkTarget Target, double X, double Bottom, double Width, double Height);
