using System.Text;

namespace WooPipeline.Pdf.Text;

/// <summary>The rows at the head and the foot of a page, by what they say (numbers aside) and where: those that come back on a neighbouring page are page headers and footers.</summary>
internal sealed class EdgeRows
{
    private const int Rows = 5;
    private readonly List<(string Text, double Baseline)> head = [];
    private readonly List<(string Text, double Baseline)> foot = [];

    public EdgeRows(PageContent content, List<List<TextLine>> rows)
    {
        for (var i = 0; i < Math.Min(Rows, rows.Count); i++)
        {
            head.Add(Signature(content, rows[i]));
            foot.Add(Signature(content, rows[rows.Count - 1 - i]));
        }
    }

    /// <summary>How many rows at the head come back on another page.</summary>
    public int SharedHead(IEnumerable<EdgeRows> others) => others.Select(o => Shared(head, o.head)).DefaultIfEmpty(0).Max();

    /// <summary>How many rows at the foot come back on another page.</summary>
    public int SharedFoot(IEnumerable<EdgeRows> others) => others.Select(o => Shared(foot, o.foot)).DefaultIfEmpty(0).Max();

    private static int Shared(List<(string Text, double Baseline)> own, List<(string Text, double Baseline)> other)
    {
        var count = 0;
        while (count < own.Count && count < other.Count && own[count].Text == other[count].Text && Math.Abs(own[count].Baseline - other[count].Baseline) < 3)
        {
            count++;
        }

        return count;
    }

    private static (string Text, double Baseline) Signature(PageContent content, List<TextLine> row)
    {
        var text = new StringBuilder();
        foreach (var glyph in row.SelectMany(l => l.Words).SelectMany(w => w.Glyphs))
        {
            var said = content.GlyphSpan[glyph].Text;
            text.Append(said.Length == 1 && char.IsDigit(said[0]) ? (text.Length > 0 && text[^1] == '#' ? "" : "#") : said);
        }

        return (text.ToString(), row[0].Baseline);
    }
}
