using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>
/// Rebuild redaction: gives a tree from which passages are gone, so that nothing made from it can hold them. What is never
/// published (hidden text, comments, properties, the file name) is dropped as well. A rectangle on a picture is painted where the caller
/// gives the means; else the whole picture goes. Rectangles on pages are no business of a tree.
/// </summary>
public sealed class TreeRedactor
{
    private readonly TextLayout layout;
    private readonly IReadOnlyList<Redaction> redactions;
    private readonly Func<ImageContent, IReadOnlyList<PageArea>, ImageContent?>? paint;
    private readonly HashSet<(Redaction, int)> marked = [];
    private int slot;
    private int link;
    private int description;
    private int line;
    private bool published = true;

    private TreeRedactor(DocumentTree tree, IReadOnlyList<Redaction> redactions, Func<ImageContent, IReadOnlyList<PageArea>, ImageContent?>? paint)
    {
        layout = new TextLayout(tree);
        this.redactions = [.. redactions.Where(r => !r.Span.IsEmpty).OrderBy(r => r.Span)];
        this.paint = paint;
    }

    /// <summary>The public form of a tree.</summary>
    /// <param name="tree">The tree as read.</param>
    /// <param name="redactions">Passages in the units of <see cref="TextView.Of"/> of that very tree.</param>
    public static DocumentTree Apply(DocumentTree tree, IReadOnlyList<Redaction> redactions) => Apply(tree, redactions, null);

    /// <summary>The public form of a tree.</summary>
    /// <param name="tree">The tree as read.</param>
    /// <param name="redactions">Passages in the units of <see cref="TextView.Of"/> of that very tree.</param>
    /// <param name="paint">Gives a picture with rectangles painted over, or null where that can't be done; then the picture goes.</param>
    public static DocumentTree Apply(DocumentTree tree, IReadOnlyList<Redaction> redactions, Func<ImageContent, IReadOnlyList<PageArea>, ImageContent?>? paint) =>
        new TreeRedactor(tree, redactions, paint).Run(tree);

    private DocumentTree Run(DocumentTree tree)
    {
        var blocks = Blocks(tree.Blocks);
        var notes = tree.Footnotes.Select(n => n with { Blocks = Blocks(n.Blocks) }).ToImmutableArray();
        return tree with { Title = "", Blocks = blocks, Footnotes = notes, FileName = "", Metadata = [] };
    }

    private ImmutableArray<Block> Blocks(ImmutableArray<Block> blocks)
    {
        var result = ImmutableArray.CreateBuilder<Block>(blocks.Length);
        foreach (var block in blocks)
        {
            if (block is ImageBlock image)
            {
                result.AddRange(Rewrite(image));
            }
            else if (Rewrite(block) is { } kept)
            {
                result.Add(kept);
            }
        }

        return result.ToImmutable();
    }

    private Block? Rewrite(Block block) => block switch
    {
        Heading heading => heading with { Content = Line(heading.Content) },
        Paragraph paragraph => paragraph with { Content = Line(paragraph.Content) },
        ListBlock list => list with { Items = [.. list.Items.Select(i => i with { Blocks = Blocks(i.Blocks) })] },
        Table table => Rewrite(table),
        FieldList fields => fields with { Fields = [.. fields.Fields.Select(f => f with { Value = Line(f.Value) })] },
        Section section => Rewrite(section),
        _ => block,
    };

    private Table Rewrite(Table table)
    {
        var caption = table.Caption.Length > 0 ? Line(table.Caption) : table.Caption;
        var rows = table.Rows.Select(r => new TableRow([.. r.Cells.Select(c => c with { Blocks = Blocks(c.Blocks) })]));
        return table with { Caption = caption, Rows = [.. rows] };
    }

    private Block? Rewrite(Section section)
    {
        var outer = published;
        published = outer && section.Kind is not (ZoneKind.Hidden or ZoneKind.Comment or ZoneKind.Metadata);
        var blocks = Blocks(section.Blocks);
        var kept = published ? section with { Blocks = blocks } : null;
        published = outer;
        return kept;
    }

    private IEnumerable<Block> Rewrite(ImageBlock image)
    {
        line++;
        var (kept, marks) = Rewrite(image.Image);
        return kept is null ? [new Paragraph(marks)] : marks.IsEmpty ? [image with { Image = kept }] : [image with { Image = kept }, new Paragraph(marks)];
    }

    private ImmutableArray<Inline> Line(ImmutableArray<Inline> inlines)
    {
        line++;
        return Inlines(inlines);
    }

    private ImmutableArray<Inline> Inlines(ImmutableArray<Inline> inlines)
    {
        var result = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    Cut(run, result);
                    break;
                case LineBreak:
                    if (Covering(layout.Slots[slot++]) is null)
                    {
                        result.Add(inline);
                    }

                    break;
                case Link target:
                    Rewrite(target, result);
                    break;
                case InlineImage image:
                    var (kept, marks) = Rewrite(image.Image);
                    if (kept is not null)
                    {
                        result.Add(new InlineImage(kept));
                    }

                    result.AddRange(marks);
                    break;
                default:
                    result.Add(inline);
                    break;
            }
        }

        return result.ToImmutable();
    }

    private void Rewrite(Link target, ImmutableArray<Inline>.Builder result)
    {
        var touched = Covering(layout.LinkSlots[link++]) is not null;
        var first = slot;
        var content = Inlines(target.Content);
        for (var s = first; s < slot && !touched; s++)
        {
            touched = Covering(layout.Slots[s]) is not null;
        }

        if (touched || target.Target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || target.Target.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            // A target that shares a word with what was removed would give it back.
            result.AddRange(content);
        }
        else
        {
            result.Add(target with { Content = content });
        }
    }

    /// <summary>The picture as it may be shown (null for none), and the marks that stand for what went of it.</summary>
    private (ImageContent? Kept, ImmutableArray<Inline> Marks) Rewrite(ImageContent image)
    {
        Redaction[] here = [.. Touching(layout.Slots[slot++])];
        var silent = Covering(layout.DescriptionSlots[description++]) is not null;
        var kept = silent ? image with { AlternativeText = "" } : image;
        if (here.Length == 0)
        {
            return (kept, []);
        }

        PageArea[] areas = [.. here.Where(r => r.Area is { IsOnPicture: true }).Select(r => r.Area!)];
        return areas.Length == here.Length && paint?.Invoke(kept, areas) is { } painted
            ? (painted, [.. here.Select(Mark)])
            : (null, [Mark(here.FirstOrDefault(r => r.Area is null) ?? here[0])]);
    }

    private void Cut(TextRun run, ImmutableArray<Inline>.Builder result)
    {
        var span = layout.Slots[slot++];
        var position = span.Start;
        foreach (var redaction in Touching(span))
        {
            var shared = redaction.Span.Intersect(span);
            Keep(run, span, new TextSpan(position, shared.Start), result);
            if (marked.Add((redaction, line)))
            {
                result.Add(Mark(redaction));
            }

            position = shared.End;
        }

        Keep(run, span, new TextSpan(position, span.End), result);
    }

    private static void Keep(TextRun run, TextSpan slot, TextSpan kept, ImmutableArray<Inline>.Builder result)
    {
        if (!kept.IsEmpty)
        {
            result.Add(run with { Text = run.Text[(kept.Start - slot.Start)..(kept.End - slot.Start)], Origin = null });
        }
    }

    private static RedactionMark Mark(Redaction redaction) => new(redaction.MarkText, redaction.Ground, redaction.Label);

    private Redaction? Covering(TextSpan span) => Touching(span).FirstOrDefault();

    private IEnumerable<Redaction> Touching(TextSpan span)
    {
        var low = 0;
        var high = redactions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (redactions[middle].Span.End <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (var i = low; i < redactions.Count && redactions[i].Span.Start < span.End; i++)
        {
            yield return redactions[i];
        }
    }
}
