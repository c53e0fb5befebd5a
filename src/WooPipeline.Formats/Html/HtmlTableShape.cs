using System.Collections.Immutable;
using AngleSharp.Dom;

namespace WooPipeline.Formats.Html;

/// <summary>A row of a table with its cells.</summary>
internal sealed record HtmlRow(bool InHead, ImmutableArray<IElement> Cells);

/// <summary>Rows, caption and strays of a table; tells data tables from layout.</summary>
internal sealed record HtmlTableShape(ImmutableArray<HtmlRow> Rows, int HeaderRows, IElement? Caption, ImmutableArray<INode> Strays)
{
    /// <summary>
    /// True where a table only places things on the page: it says so, has one column, or holds headings, lists or tables
    /// without a heading cell of its own (newsletters, mail templates).
    /// </summary>
    public static bool IsLayout(IElement table)
    {
        var role = table.GetAttribute("role");
        if (role is "presentation" or "none")
        {
            return true;
        }

        var shape = Of(table);
        if (shape.Caption is not null || shape.Rows.Any(r => r.Cells.Any(c => c.LocalName == "th")))
        {
            return false;
        }

        return shape.Rows.All(r => r.Cells.Length <= 1)
            || shape.Rows.Any(r => r.Cells.Any(c => c.QuerySelector("table,h1,h2,h3,h4,h5,h6,ul,ol,hr") is not null));
    }

    public static HtmlTableShape Of(IElement table)
    {
        var rows = ImmutableArray.CreateBuilder<HtmlRow>();
        var strays = ImmutableArray.CreateBuilder<INode>();
        IElement? caption = null;
        foreach (var child in table.ChildNodes)
        {
            if (child is not IElement element)
            {
                strays.Add(child);
            }
            else if (element.LocalName == "caption")
            {
                caption ??= element;
            }
            else if (element.LocalName == "tr")
            {
                rows.Add(Row(element, false));
            }
            else if (element.LocalName is "thead" or "tbody" or "tfoot")
            {
                foreach (var part in element.ChildNodes)
                {
                    if (part is IElement { LocalName: "tr" } row)
                    {
                        rows.Add(Row(row, element.LocalName == "thead"));
                    }
                    else
                    {
                        strays.Add(part);
                    }
                }
            }
            else
            {
                strays.Add(child);
            }
        }

        var full = rows.Where(r => r.Cells.Length > 0).ToImmutableArray();
        var header = full.TakeWhile(r => r.InHead || r.Cells.All(c => c.LocalName == "th")).Count();
        return new HtmlTableShape(full, header == full.Length ? 0 : header, caption, strays.ToImmutable());
    }

    private static HtmlRow Row(IElement row, bool inHead) =>
        new(inHead, [.. row.Children.Where(c => c.LocalName is "td" or "th")]);
}
