using System.Collections.Immutable;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Syntax;
using WooPipeline.Documents;
using Block = WooPipeline.Documents.Block;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace WooPipeline.Templating;

/// <summary>Turns Markdown blocks into those of the tree.</summary>
internal sealed class MarkdownBlocks(MarkdownTreeOptions options)
{
    private const int MaxDepth = 60;

    public ImmutableArray<Block> Build(IEnumerable<Markdig.Syntax.Block> blocks, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new TemplateException($"De tekst heeft meer dan {MaxDepth} niveaus in elkaar. Maak de opbouw vlakker.");
        }

        var built = ImmutableArray.CreateBuilder<Block>();
        foreach (var block in blocks)
        {
            Add(block, depth, built);
        }

        return built.ToImmutable();
    }

    public ImmutableArray<Documents.Footnote> Notes(MarkdownDocument document) =>
    [
        .. document.OfType<FootnoteGroup>()
            .SelectMany(g => g.OfType<Markdig.Extensions.Footnotes.Footnote>())
            .OrderBy(n => n.Order)
            .Select(n => new Documents.Footnote(MarkdownInlines.NoteId(n), Build(n, 0))),
    ];

    private void Add(Markdig.Syntax.Block block, int depth, ImmutableArray<Block>.Builder built)
    {
        switch (block)
        {
            case HeadingBlock heading:
                built.Add(HeadingOf(heading));
                break;
            case ParagraphBlock paragraph when MarkdownInlines.Build(paragraph.Inline) is { Length: > 0 } content:
                built.Add(new Paragraph(content));
                break;
            case CodeBlock code:
                built.Add(CodeOf(code));
                break;
            case Markdig.Syntax.ListBlock list:
                built.Add(ListOf(list, depth));
                break;
            case QuoteBlock quote:
                built.Add(new Section(ZoneKind.QuotedReply, Build(quote, depth + 1)) { Level = 1 });
                break;
            case ThematicBreakBlock:
                built.Add(new ThematicBreak());
                break;
            case MarkdownTable table:
                built.Add(MarkdownTables.Build(table, cell => Build(cell, depth + 1)));
                break;
            case DefinitionList fields:
                built.Add(FieldsOf(fields, depth));
                break;
            case CustomContainer container:
                AddContainer(container, depth, built);
                break;
            case FootnoteGroup or LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock other:
                built.AddRange(Build(other, depth + 1));
                break;
            default:
                break;
        }
    }

    private static Heading HeadingOf(HeadingBlock heading)
    {
        var content = MarkdownInlines.Build(heading.Inline);
        if (content.Length == 0 || content[^1] is not TextRun last)
        {
            return new Heading(heading.Level, content);
        }

        var (text, attributes) = ContainerInfo.Split(last.Text);
        var anchor = attributes.Split(' ').FirstOrDefault(a => a.StartsWith('#'))?[1..];
        return anchor is null
            ? new Heading(heading.Level, content)
            : new Heading(heading.Level, content.SetItem(content.Length - 1, last with { Text = text })) { Anchor = anchor };
    }

    private static Paragraph CodeOf(CodeBlock code)
    {
        var inlines = new List<Documents.Inline>();
        foreach (var line in code.Lines.Lines.Take(code.Lines.Count))
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new LineBreak());
            }

            inlines.Add(new TextRun(line.Slice.ToString(), TextStyle.Monospace));
        }

        return new Paragraph([.. inlines]) { Preformatted = true };
    }

    private Documents.ListBlock ListOf(Markdig.Syntax.ListBlock list, int depth)
    {
        var items = list.OfType<ListItemBlock>().Select(item => new ListItem(Build(item, depth + 1)));
        var start = int.TryParse(list.OrderedStart, out var number) ? number : 1;
        return new Documents.ListBlock(list.IsOrdered, [.. items]) { Start = start };
    }

    private FieldList FieldsOf(DefinitionList list, int depth)
    {
        var fields = new List<Field>();
        foreach (var item in list.OfType<DefinitionItem>())
        {
            var terms = item.OfType<DefinitionTerm>().Select(t => PlainText.Of(MarkdownInlines.Build(t.Inline)));
            var values = Build(item.Where(b => b is not DefinitionTerm), depth + 1);
            fields.Add(new Field(string.Join(" / ", terms), OnOneLine(values)));
        }

        return new FieldList([.. fields]);
    }

    // A field holds lines, not blocks: each block of its value becomes a line.
    private static ImmutableArray<Documents.Inline> OnOneLine(ImmutableArray<Block> blocks)
    {
        var inlines = new List<Documents.Inline>();
        foreach (var block in blocks)
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new LineBreak());
            }

            if (block is Paragraph paragraph)
            {
                inlines.AddRange(paragraph.Content);
            }
            else
            {
                inlines.Add(new TextRun(PlainText.Of([block]).Trim().Replace('\n', ' ')));
            }
        }

        return [.. inlines];
    }

    private void AddContainer(CustomContainer container, int depth, ImmutableArray<Block>.Builder built)
    {
        var info = ContainerInfo.Of(container);
        switch (info.Name)
        {
            case "pagina":
                built.Add(new PageBreak());
                built.AddRange(Build(container, depth + 1));
                break;
            case "tabel":
                built.AddRange(Build(container, depth + 1).Select(b => b is Table table ? Captioned(table, info) : b));
                break;
            case "velden":
                built.AddRange(Build(container, depth + 1).Select(b => b is FieldList f ? f with { Small = info.Classes.Contains("klein"), Anchor = info.Anchor } : b));
                break;
            case "taal":
                built.Add(new Section(ZoneKind.Body, Build(container, depth + 1)) { Language = info.Argument, Anchor = info.Anchor });
                break;
            case "invoegen":
                built.AddRange(options.Insert(info.Argument) ?? throw Missing(info.Argument, container.Line));
                built.AddRange(Build(container, depth + 1));
                break;
            default:
                built.Add(new Section(ZoneKind.Body, Build(container, depth + 1)) { Name = info.Name.Length == 0 ? null : info.Name, Anchor = info.Anchor });
                break;
        }
    }

    private static TemplateException Missing(string name, int line) =>
        new($"Regel {line + 1}: '::: invoegen {name}' noemt een bron die er niet is. Controleer het pad, of voeg de bron toe aan bronnen/.");

    private static Table Captioned(Table table, ContainerInfo info) => table with
    {
        Caption = MarkdownTree.Line(info.Argument),
        Anchor = info.Anchor,
        Rows = info.Classes.Contains("rijkop") ? MarkdownTables.WithRowHeadings(table) : table.Rows,
    };
}
