using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;

namespace WooPipeline.Pipeline;

/// <summary>The tree of a draft: all of the text, with a line around what would go and its ground behind it. Walked in the order of the view's runs.</summary>
internal sealed class DraftTree
{
    private readonly TextView view;
    private readonly ImmutableArray<Decision> decisions;
    private readonly HashSet<Decision> named = [];
    private int run;

    private DraftTree(TextView view, ImmutableArray<Decision> decisions)
    {
        this.view = view;
        this.decisions = [.. decisions.Where(d => d.Verdict == Verdict.Remove).OrderBy(d => d.Span)];
    }

    /// <summary>The draft of a tree; what is never published isn't in it.</summary>
    public static DocumentTree Of(DocumentTree tree, TextView view, ImmutableArray<Decision> decisions)
    {
        var draft = new DraftTree(view, decisions);
        var blocks = draft.Blocks(tree.Blocks);
        var notes = tree.Footnotes.Select(n => n with { Blocks = draft.Blocks(n.Blocks) }).ToImmutableArray();
        return tree with { Title = "", Blocks = blocks, Footnotes = notes, FileName = "", Metadata = [] };
    }

    private ImmutableArray<Block> Blocks(ImmutableArray<Block> blocks) => [.. blocks.Select(Rewrite)];

    private Block Rewrite(Block block) => block switch
    {
        Heading heading => heading with { Content = Line(heading.Content) },
        Paragraph paragraph => paragraph with { Content = Line(paragraph.Content) },
        ListBlock list => list with { Items = [.. list.Items.Select(i => i with { Blocks = Blocks(i.Blocks) })] },
        Table table => table with { Caption = Line(table.Caption), Rows = [.. table.Rows.Select(r => new TableRow([.. r.Cells.Select(c => c with { Blocks = Blocks(c.Blocks) })]))] },
        FieldList fields => fields with { Fields = [.. fields.Fields.Select(f => f with { Value = Line(f.Value) })] },
        ImageBlock shown => Rewrite(shown),
        Section section => section with { Blocks = Blocks(section.Blocks) },
        _ => block,
    };

    private Section Rewrite(ImageBlock shown)
    {
        var (image, label) = Image(shown.Image);
        return new Section(ZoneKind.Body, label is null ? [shown with { Image = image }] : [shown with { Image = image }, new Paragraph([label])]);
    }

    private ImmutableArray<Inline> Line(ImmutableArray<Inline> inlines)
    {
        var result = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun text:
                    Add(text, view.Runs[run++].Span, result);
                    break;
                case LineBreak:
                    run++;
                    result.Add(inline);
                    break;
                case Link link:
                    result.AddRange(Line(link.Content));
                    break;
                case InlineImage shown:
                    var (image, label) = Image(shown.Image);
                    result.Add(new InlineImage(image));
                    if (label is not null)
                    {
                        result.Add(label);
                    }

                    break;
                default:
                    result.Add(inline);
                    break;
            }
        }

        return result.ToImmutable();
    }

    private void Add(TextRun text, TextSpan span, ImmutableArray<Inline>.Builder result)
    {
        var at = span.Start;
        foreach (var decision in decisions.Where(d => d.Span.Overlaps(span)))
        {
            var (start, end) = (Math.Max(at, decision.Span.Start), Math.Min(span.End, decision.Span.End));
            if (start >= end)
            {
                continue;
            }

            Keep(at, start, text.Style);
            Keep(start, end, text.Style | TextStyle.Outlined);
            if (end == decision.Span.End && named.Add(decision))
            {
                result.Add(Label(decision));
            }

            at = end;
        }

        Keep(at, span.End, text.Style);

        void Keep(int from, int to, TextStyle style)
        {
            if (from < to)
            {
                result.Add(text with { Text = view.Text[from..to], Style = style });
            }
        }
    }

    private (ImageContent Image, TextRun? Label) Image(ImageContent image)
    {
        var span = view.Runs[run++].Span;
        Decision[] here = [.. decisions.Where(d => d.Span.Overlaps(span))];
        PageArea[] areas = [.. here.Select(d => d.Area ?? new PageArea(0, 0, 0, 1, 1))];
        return here.Length == 0 ? (image, null) : (PictureAreas.Outline(image, areas) ?? image, Label(here[0]));
    }

    private static TextRun Label(Decision decision) =>
        new((decision.Ground ?? GroundCatalog.Privacy).Code + (decision.NeedsReview ? " (twijfel)" : ""), TextStyle.Superscript);
}
