using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>
/// Turns the XML of official publications into blocks. The vocabulary differs between years, so unknown elements are walked into and their
/// text is kept; only the metadata element is left out.
/// </summary>
internal sealed class OfficialTree
{
    private static readonly ImmutableHashSet<string> Headings =
        ["titel", "tussenkop", "kop", "stuktitel", "kamervraagomschrijving", "omschr", "nr", "kamervraagnummer", "vraagnummer", "ondernummer"];

    private static readonly ImmutableHashSet<string> Containers =
    [
        "officiele-publicatie", "kamervragen", "kamervraagkop", "kamerstuk", "kamerstukkop", "stuk", "dossier", "dossiernummer", "algemeen",
        "vrije-tekst", "tekst", "al-groep", "vraag", "antwoord", "vraagdoc", "vragen", "tekstblok", "structuurtekst", "divisie", "kamervraagopmerking",
        "toelichting", "toelicht", "ondertekening", "slotondertekening", "bijlage", "handelingen", "item", "groep", "noten", "tussenkop-groep",
    ];

    private readonly List<Footnote> notes = [];

    /// <summary>The notes met so far.</summary>
    public ImmutableArray<Footnote> Notes => [.. notes];

    /// <summary>The blocks of an element's content.</summary>
    public ImmutableArray<Block> Blocks(XElement parent)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var loose = new List<XNode>();
        foreach (var node in parent.Nodes())
        {
            if (node is XElement element && IsBlock(element))
            {
                Flush(loose, blocks);
                Add(element, blocks);
            }
            else
            {
                loose.Add(node);
            }
        }

        Flush(loose, blocks);
        return blocks.ToImmutable();
    }

    /// <summary>The text of an element on one line.</summary>
    public static string Text(XElement element) => Collapse(string.Concat(element.DescendantNodes().OfType<XText>().Select(t => t.Value))).Trim();

    private static bool IsBlock(XElement element) =>
        element.Name.LocalName is "al" or "lijst" or "table" or "tgroup" or "metadata" or "tekstregel" or "datumtekst" or "stuknr" or "citaat"
        || Headings.Contains(element.Name.LocalName) || Containers.Contains(element.Name.LocalName) || element.Elements().Any(IsBlock);

    private void Add(XElement element, ImmutableArray<Block>.Builder blocks)
    {
        switch (element.Name.LocalName)
        {
            case "metadata":
                break;
            case "lijst":
                blocks.Add(ListOf(element));
                break;
            case "table":
                blocks.AddRange(TableOf(element));
                break;
            case var name when Headings.Contains(name) && !element.Elements().Any(IsBlock):
                AddLine(blocks, Inlines(element.Nodes()), content => new Heading(name is "kamervraagomschrijving" or "omschr" or "titel" ? 1 : 2, content) { Anchor = QuestionAnchor(element) });
                break;
            default:
                blocks.AddRange(Blocks(element));
                break;
        }
    }

    // Older publications number a question with a bare figure: what it numbers is told by the element around it.
    private static string? QuestionAnchor(XElement element) =>
        element.Name.LocalName is "nr" or "vraagnummer" && element.Parent?.Name.LocalName is "vraag" or "antwoord" && Text(element).Trim('.', ' ') is { Length: > 0 and < 4 } text && text.All(char.IsAsciiDigit)
            ? $"{element.Parent!.Name.LocalName}-{text}"
            : null;

    private void Flush(List<XNode> loose, ImmutableArray<Block>.Builder blocks)
    {
        AddLine(blocks, Inlines(loose), content => new Paragraph(content));
        loose.Clear();
    }

    private static void AddLine(ImmutableArray<Block>.Builder blocks, ImmutableArray<Inline> content, Func<ImmutableArray<Inline>, Block> make)
    {
        if (content.Length > 0)
        {
            blocks.Add(make(content));
        }
    }

    private ListBlock ListOf(XElement list)
    {
        var items = new List<ListItem>();
        foreach (var item in list.Elements().Where(e => e.Name.LocalName == "li"))
        {
            var label = item.Elements().FirstOrDefault(e => e.Name.LocalName == "li.nr");
            var content = new XElement(item);
            content.Elements().Where(e => e.Name.LocalName == "li.nr").Remove();
            items.Add(new ListItem(Blocks(content), label is null ? null : Text(label)));
        }

        return new ListBlock(items.Count > 0 && items.All(i => i.Label is { Length: > 0 } l && char.IsDigit(l[0])), [.. items]);
    }

    private IEnumerable<Block> TableOf(XElement table)
    {
        var heads = Rows(table, "thead");
        var rows = heads.Concat(Rows(table, "tbody")).Concat(Rows(table, "tfoot")).ToImmutableArray();
        if (table.Elements().FirstOrDefault(e => e.Name.LocalName is "title" or "titel") is { } title)
        {
            yield return new Heading(3, Inlines(title.Nodes()));
        }

        if (rows.Length > 0)
        {
            yield return new Table(rows, heads.Length);
        }
    }

    // CALS: columns have names, and a cell from one name to another covers those between.
    private ImmutableArray<TableRow> Rows(XElement table, string part)
    {
        var columns = table.Descendants().Where(e => e.Name.LocalName == "colspec").Select(c => c.Attribute("colname")?.Value ?? "").ToList();
        return
        [
            .. table.Descendants().Where(e => e.Name.LocalName == part).SelectMany(p => p.Elements()).Where(e => e.Name.LocalName == "row")
                .Select(row => new TableRow([.. row.Elements().Where(e => e.Name.LocalName == "entry").Select(entry => Cell(entry, columns))])),
        ];
    }

    private TableCell Cell(XElement entry, List<string> columns)
    {
        var first = columns.IndexOf(entry.Attribute("namest")?.Value ?? "");
        var last = columns.IndexOf(entry.Attribute("nameend")?.Value ?? "");
        var more = int.TryParse(entry.Attribute("morerows")?.Value, CultureInfo.InvariantCulture, out var rows) ? rows : 0;
        return new TableCell(Blocks(entry), first >= 0 && last > first ? last - first + 1 : 1, more + 1);
    }

    private ImmutableArray<Inline> Inlines(IEnumerable<XNode> nodes)
    {
        var inlines = new List<Inline>();
        AddInlines(nodes, TextStyle.None, inlines);
        return Trimmed(inlines);
    }

    private void AddInlines(IEnumerable<XNode> nodes, TextStyle style, List<Inline> inlines)
    {
        foreach (var node in nodes)
        {
            if (node is XText text)
            {
                inlines.Add(new TextRun(Collapse(text.Value), style));
            }
            else if (node is XElement element)
            {
                AddInline(element, style, inlines);
            }
        }
    }

    private void AddInline(XElement element, TextStyle style, List<Inline> inlines)
    {
        switch (element.Name.LocalName)
        {
            case "noot":
                inlines.Add(new FootnoteReference(AddNote(element)));
                break;
            case "extref" or "ref" when element.Attribute("doc")?.Value is { Length: > 0 } target:
                var content = new List<Inline>();
                AddInlines(element.Nodes(), style, content);
                inlines.Add(new Link(target, [.. content]));
                break;
            case "nadruk":
                AddInlines(element.Nodes(), style | Emphasis(element.Attribute("type")?.Value), inlines);
                break;
            case "sup":
                AddInlines(element.Nodes(), style | TextStyle.Superscript, inlines);
                break;
            case "inf" or "sub":
                AddInlines(element.Nodes(), style | TextStyle.Subscript, inlines);
                break;
            case "br":
                inlines.Add(new LineBreak());
                break;
            default:
                AddInlines(element.Nodes(), style, inlines);
                break;
        }
    }

    private string AddNote(XElement note)
    {
        var content = new XElement(note);
        content.Elements().Where(e => e.Name.LocalName == "noot.nr").Remove();
        var id = (notes.Count + 1).ToString(CultureInfo.InvariantCulture);
        notes.Add(new Footnote(id, []));
        // Its place is taken first: a note in a note comes behind it.
        var index = notes.Count - 1;
        notes[index] = new Footnote(id, Blocks(content));
        return id;
    }

    private static TextStyle Emphasis(string? type) => type switch
    {
        "vet" => TextStyle.Bold,
        "vetcur" => TextStyle.Bold | TextStyle.Italic,
        "onder" or "ondlijn" => TextStyle.Underline,
        "sup" => TextStyle.Superscript,
        "inf" => TextStyle.Subscript,
        _ => TextStyle.Italic,
    };

    // Indentation of the file is no text: spaces collapse, and those at the edges of the line go.
    private static ImmutableArray<Inline> Trimmed(List<Inline> inlines)
    {
        var trimmed = new List<Inline>();
        foreach (var inline in inlines)
        {
            var run = inline as TextRun;
            var startsBlank = trimmed.Count == 0 || trimmed[^1] is LineBreak || (trimmed[^1] is TextRun last && last.Text.EndsWith(' '));
            var kept = run is not null && startsBlank ? run with { Text = run.Text.TrimStart(' ') } : inline;
            if (kept is not TextRun { Text: "" })
            {
                trimmed.Add(kept);
            }
        }

        if (trimmed.Count > 0 && trimmed[^1] is TextRun end)
        {
            trimmed[^1] = end with { Text = end.Text.TrimEnd(' ') };
        }

        return [.. trimmed.Where(i => i is not TextRun { Text: "" })];
    }

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var blank = c is ' ' or '\t' or '\r' or '\n';
            if (!blank)
            {
                collapsed.Append(c);
            }
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString();
    }
}
