using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Walks the blocks of a story (body, header, note, comment, text box): paragraphs, lists, tables.</summary>
internal sealed class WordWalker(WordContent content, OfficePart part)
{
    private readonly HashSet<XElement> code = [.. WordFields.Of(content.TextRoot(part)).SelectMany(f => f.Code)];

    /// <summary>The blocks of a container.</summary>
    public ImmutableArray<Block> Story(XElement container)
    {
        var lists = new WordListBuilder();
        Children(container, lists, deleted: false);
        return lists.ToBlocks();
    }

    private void Children(XElement container, WordListBuilder output, bool deleted)
    {
        foreach (var child in container.Elements())
        {
            content.Package.Limits.Check();
            if (child.Name == W.P)
            {
                AddParagraph(child, output, deleted);
            }
            else if (child.Name == W.Tbl)
            {
                AddTable(child, output);
            }
            else if (child.Name == W.Main + "del" || child.Name == W.Main + "moveFrom")
            {
                Children(child, output, deleted: true);
            }
            else if (child.IsMain() && child.Name.LocalName is "ins" or "moveTo" or "txbxContent")
            {
                Children(child, output, deleted);
            }
            else if (child.Name == W.Math + "oMathPara" || child.Name == W.Math + "oMath")
            {
                AddLine(child, output);
            }
            else if (child.Element(W.R) is not null)
            {
                AddParagraph(child, output, deleted); // an element that isn't in the standard, with runs: read as a paragraph
            }
        }
    }

    private void AddLine(XElement element, WordListBuilder output)
    {
        var line = new WordLine(content, part, code, null, this);
        line.Read([element], deleted: false);
        output.Add(new Paragraph(line.Shown));
    }

    private void AddParagraph(XElement paragraph, WordListBuilder output, bool deleted)
    {
        var properties = paragraph.Element(W.PPr);
        var label = content.Numbering.Next(properties);
        var line = new WordLine(content, part, code, properties, this);
        line.Read(paragraph.Elements(), deleted);
        var shown = line.Shown;
        var level = content.Styles.HeadingLevel(properties);
        if (shown is [InlineImage image])
        {
            output.Add(new ImageBlock(image.Image));
        }
        else if (shown.Length > 0 && level > 0)
        {
            var number = label is { IsOrdered: true } ? [new TextRun(label.Text + " ")] : ImmutableArray<Inline>.Empty;
            output.Add(new Heading(level, [.. number, .. shown]));
        }
        else if (shown.Length > 0)
        {
            output.Add(new Paragraph(shown), label);
        }
        else if (line.HasPageBreak)
        {
            output.Add(new PageBreak());
        }

        output.AddRange(line.After);
    }

    private void AddTable(XElement table, WordListBuilder output)
    {
        var rows = Unwrapped(table, W.Tr).ToList();
        var grid = new WordTableGrid();
        var made = ImmutableArray.CreateBuilder<TableRow>();
        var gone = ImmutableArray.CreateBuilder<Block>();
        var header = 0;
        foreach (var row in rows)
        {
            var properties = row.Element(W.Main + "trPr");
            if (properties?.Element(W.Main + "del") is not null)
            {
                gone.AddRange(content.ReadUnseen(() => [.. Unwrapped(row, W.Tc).SelectMany(cell => Story(cell))]));
                continue;
            }

            var cells = Unwrapped(row, W.Tc).Select(cell => (cell, Blocks: Story(cell))).ToList();

            grid.StartRow(properties);
            header += properties.Toggle("tblHeader") == true && header == made.Count ? 1 : 0;
            made.Add(new TableRow([.. cells.Select(c => grid.Add(c.cell.Element(W.Main + "tcPr"), c.Blocks)).OfType<TableCell>()]));
        }

        if (made.Count > 0)
        {
            var whole = grid.Finish(made.ToImmutable());
            output.Add(new Table(whole, header == whole.Length ? 0 : Math.Max(header, WordTableGrid.BoldHeader(whole))));
        }

        if (gone.Count > 0)
        {
            output.Add(new Section(ZoneKind.Hidden, gone.ToImmutable()));
        }
    }

    /// <summary>Children of a name, also within wrappers of revisions.</summary>
    private static IEnumerable<XElement> Unwrapped(XElement parent, XName name) => parent.Elements().SelectMany(e =>
        e.Name == name ? [e] : e.IsMain() && e.Name.LocalName is "ins" or "moveTo" or "del" or "moveFrom" ? Unwrapped(e, name) : []);
}
