using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>A story being built: the body, a page header, a note, a comment, a text box. Paragraphs, and tables of paragraphs in a table.</summary>
internal sealed class StoryBuilder
{
    private const int MaxCells = 1_000_000;
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly List<TableRow> rows = [];
    private readonly List<TableCell> cells = [];
    private readonly List<Block> cell = [];
    private readonly List<Inline> inlines = [];
    private readonly List<Block> hanging = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder hidden = new();
    private TextStyle style;
    private int headers;
    private int count;

    /// <summary>Heading level of the paragraph at hand; 0 for none.</summary>
    public int Level { get; set; }

    /// <summary>True where the paragraph at hand stands in a table.</summary>
    public bool InTable { get; set; }

    /// <summary>True where the row at hand is repeated on each page.</summary>
    public bool IsHeaderRow { get; set; }

    /// <summary>Pieces of the paragraph at hand.</summary>
    public int Mark()
    {
        FlushText();
        return inlines.Count;
    }

    public void Append(string added, TextStyle look, bool isHidden)
    {
        if (isHidden)
        {
            hidden.Append(added);
            return;
        }

        if (look != style)
        {
            FlushText();
            style = look;
        }

        text.Append(added);
    }

    public void Add(Inline inline)
    {
        FlushText();
        inlines.Add(inline);
    }

    /// <summary>Makes a link of what stands behind a mark.</summary>
    public void Link(int mark, string target)
    {
        FlushText();
        if (mark <= inlines.Count)
        {
            var content = inlines.GetRange(mark, inlines.Count - mark).ToImmutableArray();
            inlines.RemoveRange(mark, inlines.Count - mark);
            inlines.Add(new Link(target, content));
        }
    }

    /// <summary>A block that hangs on the paragraph at hand.</summary>
    public void Hang(Block block) => hanging.Add(block);

    public void EndParagraph()
    {
        FlushText();
        var place = InTable ? cell : null;
        if (place is null)
        {
            EndTable();
        }

        while (inlines.Count > 0 && inlines[^1] is LineBreak)
        {
            inlines.RemoveAt(inlines.Count - 1);
        }

        if (inlines is [InlineImage image])
        {
            Put(new ImageBlock(image.Image), place);
        }
        else if (inlines.Exists(i => i is not TextRun run || !string.IsNullOrWhiteSpace(run.Text)))
        {
            Put(Level > 0 ? new Heading(Level, [.. inlines]) : new Paragraph([.. inlines]), place);
        }

        inlines.Clear();
        if (hidden.Length > 0)
        {
            Put(new Section(ZoneKind.Hidden, [Paragraph.Of(hidden.ToString())]), place);
            hidden.Clear();
        }

        hanging.ForEach(b => Put(b, place));
        hanging.Clear();
    }

    /// <exception cref="OfficeException">More cells than can be.</exception>
    public void EndCell()
    {
        InTable = true;
        EndParagraph();
        if (++count > MaxCells)
        {
            throw new OfficeException("te-groot", $"De tabellen hebben meer dan {MaxCells} cellen. Splits het bestand.");
        }

        cells.Add(new TableCell([.. cell]));
        cell.Clear();
    }

    public void EndRow()
    {
        if (cells.Count > 0)
        {
            headers += IsHeaderRow && headers == rows.Count ? 1 : 0;
            rows.Add(new TableRow([.. cells]));
            cells.Clear();
        }

        IsHeaderRow = false;
    }

    public ImmutableArray<Block> Finish()
    {
        InTable &= cell.Count > 0;
        EndParagraph();
        EndTable();
        return blocks.ToImmutable();
    }

    private void EndTable()
    {
        if (cell.Count > 0)
        {
            cells.Add(new TableCell([.. cell]));
            cell.Clear();
        }

        EndRow();
        if (rows.Count > 0)
        {
            blocks.Add(new Table([.. rows], headers == rows.Count ? 0 : headers));
            rows.Clear();
        }

        headers = 0;
    }

    private void Put(Block block, List<Block>? place)
    {
        if (place is null)
        {
            blocks.Add(block);
        }
        else
        {
            place.Add(block);
        }
    }

    private void FlushText()
    {
        if (text.Length > 0)
        {
            inlines.Add(new TextRun(text.ToString(), style));
            text.Clear();
        }
    }
}
