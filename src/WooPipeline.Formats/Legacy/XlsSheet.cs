using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Sheet;

namespace WooPipeline.Formats.Legacy;

/// <summary>Reads the records of one sheet.</summary>
internal sealed class XlsSheet(XlsWorkbook workbook)
{
    private const int NoteObject = 0x19;
    private readonly Dictionary<(int Row, int Column), string> cells = [];
    private readonly Dictionary<(int Row, int Column), (int Rows, int Columns)> spans = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly bool[] hiddenColumns = new bool[CsvReader.MaxColumns];
    private readonly ImmutableArray<Block>.Builder after = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Block>.Builder comments = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Block>.Builder pages = ImmutableArray.CreateBuilder<Block>();
    private (int Row, int Column) formula;
    private int objectType;
    private int depth;

    /// <summary>What the sheet shows, and what it hides.</summary>
    public ImmutableArray<Block> Read(string name, long start)
    {
        foreach (var record in XlsRecord.From(workbook.Stream, start, workbook.Limits))
        {
            // A chart on a sheet is a stream of its own within it.
            depth += record.Type is 0x0809 or 0x0409 ? 1 : record.Type == 0x000A ? -1 : 0;
            if (depth <= 0)
            {
                break;
            }

            Take(record);
        }

        var grid = cells.OrderBy(c => c.Key).Select(c => new GridCell(c.Key.Row, c.Key.Column, c.Value)).ToList();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(2, [new TextRun(name)]));
        blocks.AddRange(SheetTables.Of(SpanOf, grid.Where(IsShown), _ => null));
        blocks.AddRange(after);
        blocks.AddRange(pages);
        Add(ZoneKind.Hidden, SheetTables.Of(SpanOf, grid.Where(c => !IsShown(c)), _ => null), blocks);
        Add(ZoneKind.Comment, comments.ToImmutable(), blocks);
        return blocks.ToImmutable();
    }

    private static void Add(ZoneKind kind, ImmutableArray<Block> content, ImmutableArray<Block>.Builder blocks)
    {
        if (content.Length > 0)
        {
            blocks.Add(new Section(kind, content));
        }
    }

    private bool IsShown(GridCell cell) => !hiddenRows.Contains(cell.Row) && !hiddenColumns[cell.Column];

    private (int Rows, int Columns) SpanOf(int row, int column) => spans.GetValueOrDefault((row, column), (1, 1));

    private void Take(XlsRecord record)
    {
        switch (record.Type)
        {
            case 0x0208: // Row
                if ((record.Word(12) & 0x20) != 0)
                {
                    hiddenRows.Add(record.Word(0));
                }

                break;
            case 0x007D when (record.Word(8) & 1) != 0: // ColInfo
                var first = Math.Min(record.Word(0), hiddenColumns.Length);
                hiddenColumns.AsSpan(first, Math.Clamp(record.Word(2) - first + 1, 0, hiddenColumns.Length - first)).Fill(true);
                break;
            case 0x00E5: // MergeCells
                for (var i = 0; i < record.Word(0) && 2 + ((i + 1) * 8) <= record.Data.Length; i++)
                {
                    var at = 2 + (i * 8);
                    spans[(record.Word(at), record.Word(at + 4))] = (record.Word(at + 2) - record.Word(at) + 1, record.Word(at + 6) - record.Word(at + 4) + 1);
                }

                break;
            case 0x0014 or 0x0015: // Header, Footer
                var text = record.Data.Length > 0 ? PageText.Shown(workbook.TextOf(record, 0)) : "";
                Add(record.Type == 0x14 ? ZoneKind.PageHeader : ZoneKind.PageFooter, text.Length > 0 ? [Paragraph.Of(text)] : [], pages);
                break;
            case 0x005D: // Obj
                objectType = record.Word(4);
                break;
            case 0x01B6: // TxO
                TextObject(record);
                break;
            case 0x001C: // Note
                Note(record);
                break;
            case 0x01B8: // HLink
                Link(record);
                break;
            case 0x100D when workbook.TextOf(record, 2, shortCount: true) is { Length: > 0 } label: // SeriesText of a chart
                after.Add(new Section(ZoneKind.Body, [Paragraph.Of(label.ReplaceLineEndings(" "))]) { Name = "tekening" });
                break;
            default:
                Cell(record);
                break;
        }
    }

    private void Cell(XlsRecord record)
    {
        switch (record.Type)
        {
            case 0x00FD: // LabelSst
                Put(record, workbook.Shared((int)Math.Min(int.MaxValue, record.Long(6))));
                break;
            case 0x0204 or 0x00D6: // Label, RString
                Put(record, workbook.TextOf(record, 6));
                break;
            case 0x0203: // Number
                Put(record, workbook.Shown(record.Number(6), record.Word(4)));
                break;
            case 0x027E: // RK
                Put(record, workbook.Shown(Rk(record.Long(6)), record.Word(4)));
                break;
            case 0x00BD: // MulRk
                for (var i = 0; 4 + ((i + 1) * 6) <= record.Data.Length - 2; i++)
                {
                    Put(record.Word(0), record.Word(2) + i, workbook.Shown(Rk(record.Long(6 + (i * 6))), record.Word(4 + (i * 6))));
                }

                break;
            case 0x0006 or 0x0206 or 0x0406: // Formula
                Formula(record);
                break;
            case 0x0207: // String: what the formula before it gives
                Put(formula.Row, formula.Column, workbook.TextOf(record, 0));
                break;
            case 0x0205: // BoolErr
                Put(record, record.Data.Length > 7 && record.Data.Span[7] == 0 ? (record.Data.Span[6] == 1 ? "WAAR" : "ONWAAR") : "#FOUT");
                break;
            default:
                break;
        }
    }

    private void Formula(XlsRecord record)
    {
        formula = (record.Word(0), record.Word(2));
        if (record.Word(12) != 0xFFFF)
        {
            Put(record, workbook.Shown(record.Number(6), record.Word(4)));
        }
        else if (record.Data.Length > 8 && record.Data.Span[6] == 1)
        {
            Put(record, record.Data.Span[8] == 1 ? "WAAR" : "ONWAAR");
        }
    }

    // A number in four bytes: the upper part of a double or a whole number, perhaps a hundredth (MS-XLS §2.5.198).
    private static double Rk(uint value)
    {
        var number = (value & 2) != 0 ? (int)value >> 2 : BitConverter.Int64BitsToDouble((long)(value & 0xFFFFFFFC) << 32);
        return (value & 1) != 0 ? number / 100 : number;
    }

    private void TextObject(XlsRecord record)
    {
        var count = record.Word(10);
        if (count == 0 || record.More.Count == 0)
        {
            return;
        }

        var lines = new XlsText(record, workbook.Encoding).ReadContinued(count).ReplaceLineEndings("\n").Split('\n');
        var paragraph = new Paragraph(Text.TextBlocks.Lines(lines));
        if (objectType == NoteObject)
        {
            comments.Add(paragraph);
        }
        else
        {
            after.Add(new Section(ZoneKind.Body, [paragraph]) { Name = "tekening" });
        }
    }

    private void Note(XlsRecord record)
    {
        if (workbook.IsOld && record.Word(4) is > 0 and var length)
        {
            comments.Add(Paragraph.Of(workbook.Encoding.GetString(record.Data.Span[6..Math.Min(record.Data.Length, 6 + length)]).ReplaceLineEndings(" ")));
        }
        else if (!workbook.IsOld && record.Data.Length > 11)
        {
            comments.Add(Paragraph.Of(workbook.TextOf(record, 8))); // who wrote it
        }
    }

    /// <summary>The address of a link stands in UTF-16 behind the id of the URL moniker (MS-OSHARED §2.3.7.6).</summary>
    private void Link(XlsRecord record)
    {
        ReadOnlySpan<byte> moniker = [0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0x00, 0xAA, 0x00, 0x4B, 0xA9, 0x0B];
        var at = record.Data.Span.IndexOf(moniker);
        if (at < 0 || at + 20 > record.Data.Length)
        {
            return;
        }

        var length = (int)Math.Min(record.Long(at + 16), record.Data.Length - at - 20);
        var target = Encoding.Unicode.GetString(record.Data.Span.Slice(at + 20, length & ~1)).Split('\0')[0];
        if (Uri.TryCreate(target, UriKind.Absolute, out _))
        {
            after.Add(new Paragraph([new Link(target, [])]));
        }
    }

    private void Put(XlsRecord record, string text) => Put(record.Word(0), record.Word(2), text);

    private void Put(int row, int column, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (column >= hiddenColumns.Length)
        {
            throw new OfficeException("te-groot", $"Een werkblad heeft meer dan {CsvReader.MaxColumns} kolommen. Splits het bestand.");
        }

        workbook.CountCell();
        cells[(row, column)] = text;
    }
}
