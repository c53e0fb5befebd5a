using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Turns the inlines of one paragraph into the items that lines are made of.</summary>
internal sealed class InlineShaper
{
    private const double MarkPadding = 2;
    private const double NoteGap = 0.12;
    private const double MarkMargin = 1.2;
    private readonly LayoutContext context;
    private readonly double width;
    private readonly LineItems items;

    private InlineShaper(LayoutContext context, double width, bool preformatted, int expected) =>
        (this.context, this.width, items) = (context, width, new LineItems(context, preformatted, expected));

    /// <summary>The items of a paragraph.</summary>
    /// <param name="context">The document's.</param>
    /// <param name="content">The inlines.</param>
    /// <param name="style">Their style where they have none of their own.</param>
    /// <param name="width">Width of the column, which no image exceeds; 0 for that of the page's text.</param>
    /// <param name="preformatted">True to keep spaces.</param>
    public static List<LineItem> Shape(LayoutContext context, ImmutableArray<FlowInline> content, RunStyle style, double width = 0, bool preformatted = false)
    {
        var shaper = new InlineShaper(context, width > 0 ? width : context.TextWidth, preformatted, Length(content));
        shaper.Add(content, style);
        return shaper.items.All;
    }

    private static int Length(ImmutableArray<FlowInline> content)
    {
        var length = 0;
        foreach (var inline in content)
        {
            length += inline switch { FlowText text => text.Text.Length, FlowLink link => Length(link.Content), _ => 6 };
        }

        return length;
    }

    private void Add(ImmutableArray<FlowInline> content, RunStyle style)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case FlowText text:
                    items.AddText(text.Text, Styled(style, text.Font));
                    break;
                case FlowLineBreak:
                    items.AddBreak(style);
                    break;
                case FlowLink link:
                    AddLink(link, style);
                    break;
                case FlowMark mark:
                    AddMark(mark, style);
                    break;
                case FlowNoteReference reference:
                    AddNote(reference, style);
                    break;
                case FlowPageReference reference:
                    items.AddText(context.PageOf(reference.Anchor), style);
                    break;
                case FlowInlineImage image:
                    AddImage(image.Image, style);
                    break;
                default:
                    break;
            }
        }
    }

    private static RunStyle Styled(RunStyle style, FlowFont font)
    {
        if (font == FlowFont.Regular)
        {
            return style;
        }

        var raised = font.HasFlag(FlowFont.Superscript);
        var lowered = font.HasFlag(FlowFont.Subscript);
        return style with
        {
            Bold = style.Bold || font.HasFlag(FlowFont.Bold),
            Italic = style.Italic || font.HasFlag(FlowFont.Italic),
            Underline = style.Underline || font.HasFlag(FlowFont.Underline),
            Outline = style.Outline || font.HasFlag(FlowFont.Outlined),
            Strike = style.Strike || font.HasFlag(FlowFont.Strikethrough),
            Size = style.Size * (raised || lowered ? 0.7 : font.HasFlag(FlowFont.Small) ? 0.85 : 1),
            Rise = raised ? style.Size * 0.33 : lowered ? style.Size * -0.15 : style.Rise,
        };
    }

    private void AddLink(FlowLink link, RunStyle style)
    {
        if (style.Link is not null || !context.CanLink(link.Target))
        {
            Add(link.Content, style);
            return;
        }

        var element = style.Element.NewChild("Link");
        var shown = PlainText(link.Content);
        var target = new LinkTarget(link.Target, link.Target is ['#', ..] && shown.Length > 0 ? shown : link.Target, element);
        Add(link.Content, style with { Element = element, Link = target, Color = LayoutContext.LinkColor, Underline = true });
    }

    private void AddMark(FlowMark mark, RunStyle style)
    {
        var element = style.Element.NewChild("Span");
        element.Expansion = mark.Spoken;
        var inside = style with
        {
            Element = element,
            Fill = context.Style.MarkFill,
            Color = context.Style.MarkText.ReadableOn(context.Style.MarkFill),
            Size = style.Size * 0.9,
            Bold = false,
            Italic = false,
            Underline = false,
            Strike = false,
            Link = null,
        };
        items.AddGap(MarkMargin, style);
        items.AddGap(MarkPadding, inside);
        items.AddText(mark.Text, inside);
        items.AddGap(MarkPadding, inside);
        items.AddGap(MarkMargin, style);
    }

    private void AddNote(FlowNoteReference reference, RunStyle style)
    {
        var note = context.Notes.Find(reference.NoteId, style.Element);
        if (note is null)
        {
            context.Problems.Add("note-missing", "note reference");
            return;
        }

        var element = style.Element.NewChild("Reference");
        var raised = style with { Element = element, Size = style.Size * 0.7, Rise = style.Size * 0.33, Underline = false };
        items.AddGap(style.Size * NoteGap, style);
        var first = items.All.Count;
        items.AddText(note.Number, raised);
        if (items.All.Count > first)
        {
            items.All[first] = items.All[first] with { Content = note };
        }
    }

    private void AddImage(FlowImage image, RunStyle style)
    {
        var placed = context.Images.Place(image, width, context.TextHeight * LayoutContext.HighestInRow);
        if (placed is null)
        {
            items.AddText(context.Images.Placeholder(image), style with { Italic = true });
            return;
        }

        var element = image.AlternativeText.Length > 0 ? style.Element.NewChild("Figure") : StructureElement.NewArtifact();
        element.Alternative = image.AlternativeText;
        items.All.Add(new LineItem
        {
            Style = style with { Element = element, Underline = false },
            Kind = LineItemKind.Image,
            Width = placed.Width,
            Content = placed,
            BreakAfter = true,
        });
    }

    /// <summary>The words of inlines, without looks.</summary>
    public static string PlainText(ImmutableArray<FlowInline> content)
    {
        var text = new StringBuilder();
        foreach (var inline in content)
        {
            text.Append(inline switch
            {
                FlowText run => Characters.Clean(run.Text),
                FlowLineBreak => " ",
                FlowLink link => PlainText(link.Content),
                FlowMark mark => mark.Text,
                _ => "",
            });
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
