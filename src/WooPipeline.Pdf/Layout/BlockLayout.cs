using System.Collections.Immutable;
using System.Runtime.InteropServices;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Sets blocks as strips, top to bottom, and makes their structure.</summary>
internal sealed class BlockLayout(LayoutContext context)
{
    /// <summary>Beyond this depth blocks are no longer set in, so that deep nesting neither runs off the page nor out of stack.</summary>
    private const int DeepestIndent = 8;
    private const int DeepestNesting = 64;

    /// <summary>Largest size of a heading in a cell or an item, as a part of its text's.</summary>
    public const double TightHeading = 1.2;

    private readonly List<string> waiting = [];
    private int lastLevel;
    private bool afterHeading;

    /// <summary>Sets blocks.</summary>
    public List<Strip> Lay(ImmutableArray<FlowBlock> blocks, Frame frame)
    {
        var strips = new List<Strip>();
        AddAll(blocks, frame, strips);
        if (strips.Count > 0 && waiting.Count > 0)
        {
            strips[^1].Anchors = [.. strips[^1].Anchors, .. waiting];
            waiting.Clear();
        }

        return strips;
    }

    /// <summary>Sets blocks behind those that are there.</summary>
    public void AddAll(ImmutableArray<FlowBlock> blocks, Frame frame, List<Strip> strips)
    {
        if (frame.Depth > DeepestNesting)
        {
            context.Problems.Add("nesting-too-deep", "blocks nested deeper than 64");
            frame = frame with { Depth = 0 };
            blocks = Flattened.Paragraphs(blocks);
        }

        foreach (var block in blocks)
        {
            var first = strips.Count;
            Add(block, frame, strips);
            afterHeading = strips.Count == first ? afterHeading : block is FlowHeading;
            if (block.Anchor is not null)
            {
                waiting.Add(block.Anchor);
            }

            if (block.Anchor is not null && strips.Count > first)
            {
                strips[^1].Ends = [.. strips[^1].Ends, block.Anchor];
            }

            if (waiting.Count > 0 && strips.Count > first)
            {
                strips[first].Anchors = [.. strips[first].Anchors, .. waiting];
                waiting.Clear();
            }
        }
    }

    private void Add(FlowBlock block, Frame frame, List<Strip> strips)
    {
        switch (block)
        {
            case FlowHeading heading:
                AddHeading(heading, frame, strips);
                break;
            case FlowParagraph paragraph:
                AddParagraph(paragraph, frame, strips);
                break;
            case FlowList list:
                new ListLayout(context, this).AddList(list, frame, strips);
                break;
            case FlowFields fields:
                new ListLayout(context, this).AddFields(fields, frame, strips);
                break;
            case FlowTable table:
                new TableLayout(context, this).Add(table, frame, strips);
                break;
            case FlowImageBlock image:
                AddImage(image.Image, frame, strips);
                break;
            case FlowGroup group:
                AddGroup(group, frame, strips);
                break;
            case FlowRule:
                strips.Add(new RuleStrip(frame.X, frame.Width) { Bars = frame.Bars });
                break;
            case FlowPageBreak:
                strips.Add(new PageBreakStrip());
                break;
            default:
                break;
        }
    }

    private void AddHeading(FlowHeading heading, Frame frame, List<Strip> strips)
    {
        var title = InlineShaper.PlainText(heading.Content);
        if (title.Length == 0)
        {
            return;
        }

        // A level may not be skipped on the way down (ISO 14289-1 §7.4.2).
        var level = Math.Clamp(heading.Level, 1, Math.Min(lastLevel + 1, 6));
        lastLevel = level;
        var sizes = context.Style.HeadingSizes;
        var size = heading.Level - 1 < sizes.Length ? sizes[Math.Max(0, heading.Level - 1)] : context.Style.FontSize;
        size = frame.Tight ? Math.Min(size, frame.Size * TightHeading) : size * frame.Size / context.Style.FontSize;
        var element = frame.Element.AddChild("H" + level.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var style = new RunStyle(element, size) { Bold = true, Color = context.Style.HeadingColor };
        var first = strips.Count;
        AddLines(InlineShaper.Shape(context, heading.Content, style, frame.Width), frame, strips, size, Math.Min(1.25, context.Style.LineHeight));
        for (var s = first; s < strips.Count; s++)
        {
            strips[s].KeepWithNext = true;
        }

        strips[first].SpaceBefore = frame.Tight ? size * 0.3 : size * (heading.Level == 1 ? 1.3 : 1.1);
        strips[first].Heading = new HeadingEntry(level, title);
    }

    private void AddParagraph(FlowParagraph paragraph, Frame frame, List<Strip> strips)
    {
        var element = frame.Element.NewChild("P");
        var style = new RunStyle(element, frame.Size) { Bold = frame.Bold, Color = frame.Color };
        var items = InlineShaper.Shape(context, paragraph.Content, style, frame.Width, paragraph.Preformatted);
        TrimEnd(items);
        if (items.Count == 0)
        {
            return;
        }

        if (!frame.Element.IsArtifact)
        {
            element.Settle();
        }

        var first = strips.Count;
        AddLines(items, frame, strips, frame.Size, context.Style.LineHeight);
        strips[first].SpaceBefore = frame.Size * (frame.Tight || afterHeading ? 0.25 : 0.65);
        KeepLinesTogether(strips, first);
        strips[^1].KeepWithNext |= items[^1].CodePoint == ':'; // what it announces stands with it
    }

    private static void TrimEnd(List<LineItem> items)
    {
        var end = items.Count;
        while (end > 0 && items[end - 1].Kind is LineItemKind.Space or LineItemKind.Break)
        {
            end--;
        }

        items.RemoveRange(end, items.Count - end);
    }

    /// <summary>No first line alone at the foot of a page, no last line alone at the head of the next.</summary>
    private static void KeepLinesTogether(List<Strip> strips, int first)
    {
        if (strips.Count - first > 1)
        {
            strips[first].KeepWithNext = true;
            strips[^2].KeepWithNext = true;
        }
    }

    private static void AddLines(List<LineItem> items, Frame frame, List<Strip> strips, double size, double lineHeight)
    {
        foreach (var (start, end) in LineBreaker.Break(items, frame.Width))
        {
            var line = CollectionsMarshal.AsSpan(items)[start..end].ToArray();
            Bidi.Reorder(line);
            PartFromNextLine(line);
            strips.Add(new LineStrip(line, frame.X, size, lineHeight) { Bars = frame.Bars });
        }
    }

    private static void PartFromNextLine(LineItem[] line)
    {
        var last = Array.FindLastIndex(line, i => i.Kind is not (LineItemKind.Space or LineItemKind.Gap));
        if (last >= 0 && line[last].Font is { } font && line[last].CodePoint == '-')
        {
            line[last].Glyph = font.WithSpace(line[last].Glyph);
        }
    }

    private void AddImage(FlowImage image, Frame frame, List<Strip> strips)
    {
        var placed = context.Images.Place(image, frame.Width, context.TextHeight * (frame.Tight ? LayoutContext.HighestInRow : 0.9));
        if (placed is null)
        {
            AddParagraph(new FlowParagraph([new FlowText(context.Images.Placeholder(image), FlowFont.Italic)]), frame, strips);
            return;
        }

        var element = image.AlternativeText.Length > 0 ? frame.Element.AddChild("Figure") : StructureElement.NewArtifact();
        element.Alternative = image.AlternativeText;
        strips.Add(new ImageStrip(placed, element, frame.X) { Bars = frame.Bars, SpaceBefore = frame.Size * 0.7 });
    }

    private void AddGroup(FlowGroup group, Frame frame, List<Strip> strips)
    {
        var element = frame.Element.AddChild(group.Quoted ? "BlockQuote" : "Sect");
        element.Language = group.Language;
        var inner = frame with { Element = element, Color = group.Quiet ? LayoutContext.QuietColor : frame.Color, Depth = frame.Depth + 1 };
        if (group.Quoted && frame.Depth < DeepestIndent)
        {
            inner = (inner with { Bars = [.. frame.Bars, frame.X] }).Indent(10) with { Depth = frame.Depth + 1 };
        }

        var first = strips.Count;
        AddAll(group.Blocks, inner, strips);
        if (group.Quoted && strips.Count > first)
        {
            strips[first].SpaceBefore = Math.Max(strips[first].SpaceBefore, frame.Size);
        }
    }

    /// <summary>An attribute object (ISO 32000-1 §14.7.5).</summary>
    public static PdfDictionary Attributes(string owner, string key, PdfObject value) => new() { { "O", owner }, { key, value } };
}
