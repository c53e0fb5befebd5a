using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>Writes tables and field lists.</summary>
internal sealed class DocxTables(DocxContext context, DocxBlocks blocks, DocxInlines inlines)
{
    public IEnumerable<XElement> Table(Table table, DocxPlace place)
    {
        if (table.Caption.Length > 0)
        {
            yield return M.E("p", M.E("pPr", M.Style("Caption")), inlines.Write(table.Caption, place.Language));
        }

        var grid = TableGrid.Of(table);
        if (grid.Columns == 0)
        {
            yield break;
        }

        var widths = Widths(table.ColumnWidths, grid.Columns, place);
        var header = Math.Min(table.HeaderRows, table.Rows.Length);
        yield return M.E("tbl",
            Properties(DocxStyles.TableStyle, header > 0, widths.Sum()),
            Grid(widths),
            grid.Rows.Select((row, r) => M.E("tr",
                r < header ? M.E("trPr", M.E("cantSplit"), M.E("tblHeader")) : null,
                row.Select(slot => Cell(slot, widths, r < header, place)))));
        yield return M.E("p", M.E("pPr", M.Style("TableText")));
    }

    public IEnumerable<XElement> Fields(FieldList fields, DocxPlace place)
    {
        if (fields.Fields.IsEmpty)
        {
            yield break;
        }

        var width = M.Twips(context.TextWidth);
        int[] widths = [width / 4, width - (width / 4)];
        var style = fields.Small ? "SmallText" : "TableText";
        yield return M.E("tbl",
            Properties("TableNormal", false, width, firstColumn: true),
            Grid(widths),
            fields.Fields.Select(field => M.E("tr",
                FieldCell(widths[0], M.E("p", M.E("pPr", M.Style(style)), M.Run(field.Label, M.Properties(TextStyle.Bold, place.Language)))),
                FieldCell(widths[1], M.E("p", M.E("pPr", M.Style(style)), inlines.Write(field.Value, place.Language))))));
        yield return M.E("p", M.E("pPr", M.Style("TableText")));
    }

    private XElement Cell(TableSlot slot, int[] widths, bool header, DocxPlace place)
    {
        var width = widths.Skip(slot.Column).Take(slot.Span).Sum();
        var properties = M.E("tcPr",
            M.E("tcW", M.A("w", width), M.A("type", "dxa")),
            slot.Span > 1 ? M.E("gridSpan", M.Val(slot.Span)) : null,
            slot.Merge is null ? null : M.E("vMerge", slot.Merge == true ? M.Val("restart") : null));
        var content = slot.Cell is null ? [] : blocks.Blocks(slot.Cell.Blocks, new DocxPlace("TableText", Language: place.Language)).ToList();
        if (slot.Cell is { IsHeader: true } && !header)
        {
            Embolden(content);
        }

        if (content.Count == 0 || content[^1].Name != W.P)
        {
            content.Add(M.E("p", M.E("pPr", M.Style("TableText"))));
        }

        return M.E("tc", properties, content);
    }

    private static void Embolden(List<XElement> content)
    {
        foreach (var run in content.SelectMany(c => c.DescendantsAndSelf(W.R)))
        {
            var properties = run.Element(W.RPr);
            if (properties is null)
            {
                run.AddFirst(M.E("rPr", M.E("b")));
            }
            else if (properties.Element(W.Main + "rStyle") is null && properties.Element(W.Main + "b") is null)
            {
                properties.AddFirst(M.E("b"));
            }
        }
    }

    private static XElement FieldCell(int width, XElement paragraph) =>
        M.E("tc", M.E("tcPr", M.E("tcW", M.A("w", width), M.A("type", "dxa"))), paragraph);

    private static XElement Properties(string style, bool header, int width, bool firstColumn = false) => M.E("tblPr",
        M.E("tblStyle", M.Val(style)),
        M.E("tblW", M.A("w", width), M.A("type", "dxa")),
        M.E("tblLayout", M.A("type", "fixed")),
        M.E("tblLook", M.Val(header ? "0020" : firstColumn ? "0080" : "0000"),
            M.A("firstRow", header ? 1 : 0), M.A("lastRow", 0), M.A("firstColumn", firstColumn ? 1 : 0), M.A("lastColumn", 0), M.A("noHBand", 1), M.A("noVBand", 1)));

    private static XElement Grid(int[] widths) => M.E("tblGrid", widths.Select(w => M.E("gridCol", M.A("w", w))));

    private int[] Widths(ImmutableArray<double> relative, int columns, DocxPlace place)
    {
        var whole = Math.Max(720, M.Twips(context.TextWidth) - place.Indent);
        var shares = Enumerable.Range(0, columns).Select(i => i < relative.Length && relative[i] > 0 ? relative[i] : 1.0).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(s => Math.Max(1, (int)Math.Floor(whole * s / sum)))];
    }
}
