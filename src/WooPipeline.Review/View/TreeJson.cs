using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WooPipeline.Documents;

namespace WooPipeline.Review;

/// <summary>
/// A tree as the page draws it: nodes that name stretches of the text view, never markup, so that nothing of a document can run. It is
/// walked in the order of <see cref="TextView"/>, whose runs give each piece of text its place.
/// </summary>
internal sealed class TreeJson
{
    private readonly TextView view;
    private int run;

    private TreeJson(TextView view) => this.view = view;

    /// <summary>Images of the tree in the order in which nodes number them.</summary>
    public List<ImageContent> Images { get; } = [];

    /// <summary>The nodes of a tree, and its images.</summary>
    public static (JsonArray Nodes, List<ImageContent> Images) Of(DocumentTree tree, TextView view)
    {
        var walk = new TreeJson(view);
        var nodes = walk.Blocks(tree.Blocks);
        foreach (var note in tree.Footnotes)
        {
            nodes.Add((JsonNode)new JsonObject { ["k"] = "note", ["id"] = note.Id, ["b"] = walk.Blocks(note.Blocks) });
        }

        return (nodes, walk.Images);
    }

    private JsonArray Blocks(ImmutableArray<Block> blocks) => new([.. blocks.Select(Node).OfType<JsonNode>()]);

    private JsonObject? Node(Block block) => block switch
    {
        Heading heading => new JsonObject { ["k"] = "h", ["l"] = heading.Level, ["c"] = Inlines(heading.Content) },
        Paragraph { Preformatted: true } paragraph => new JsonObject { ["k"] = "pre", ["c"] = Inlines(paragraph.Content) },
        Paragraph paragraph => new JsonObject { ["k"] = "p", ["c"] = Inlines(paragraph.Content) },
        ListBlock list => new JsonObject
        {
            ["k"] = list.Ordered ? "ol" : "ul",
            ["n"] = list.Start,
            ["items"] = new JsonArray([.. list.Items.Select(i => (JsonNode)new JsonObject { ["label"] = i.Label, ["b"] = Blocks(i.Blocks) })]),
        },
        Table table => Node(table),
        FieldList fields => new JsonObject
        {
            ["k"] = "fields",
            ["small"] = fields.Small,
            ["f"] = new JsonArray([.. fields.Fields.Select(f => (JsonNode)new JsonObject { ["l"] = f.Label, ["n"] = f.Name ?? f.Label, ["c"] = Inlines(f.Value) })]),
        },
        ImageBlock shown => new JsonObject { ["k"] = "img", ["c"] = new JsonArray(Node(shown.Image)) },
        PageBreak => new JsonObject { ["k"] = "pb" },
        ThematicBreak => new JsonObject { ["k"] = "hr" },
        Section section => new JsonObject { ["k"] = "sec", ["z"] = section.Kind.ToString(), ["n"] = section.Name, ["l"] = section.Level, ["b"] = Blocks(section.Blocks) },
        _ => null,
    };

    private JsonObject Node(Table table)
    {
        var caption = Inlines(table.Caption);
        var rows = table.Rows.Select(r => (JsonNode)new JsonArray([.. r.Cells.Select(c => (JsonNode)new JsonObject
        {
            ["cs"] = c.ColumnSpan,
            ["rs"] = c.RowSpan,
            ["h"] = c.IsHeader,
            ["b"] = Blocks(c.Blocks),
        })]));
        return new JsonObject { ["k"] = "table", ["hr"] = table.HeaderRows, ["cap"] = caption, ["rows"] = new JsonArray([.. rows]) };
    }

    private JsonArray Inlines(ImmutableArray<Inline> inlines) => new([.. inlines.Select(Node).OfType<JsonNode>()]);

    private JsonObject? Node(Inline inline)
    {
        switch (inline)
        {
            case TextRun text:
                var (start, end) = Take();
                var node = new JsonObject { ["s"] = start, ["e"] = end };
                if (text.Style != TextStyle.None)
                {
                    node["st"] = (int)text.Style;
                }

                return node;
            case LineBreak:
                var place = Take();
                return new JsonObject { ["br"] = place.Start, ["s"] = place.Start, ["e"] = place.End };
            case Link link:
                return new JsonObject { ["a"] = Inlines(link.Content) };
            case InlineImage shown:
                return Node(shown.Image);
            case RedactionMark mark:
                return new JsonObject { ["m"] = mark.Text };
            case FootnoteReference reference:
                return new JsonObject { ["fn"] = reference.NoteId };
            default:
                return null;
        }
    }

    private JsonObject Node(ImageContent content)
    {
        var (start, end) = Take();
        var isShown = content.MediaType is "image/png" or "image/jpeg" && !content.Data.IsDefaultOrEmpty;
        Images.Add(content);
        return new JsonObject { ["i"] = isShown ? Images.Count - 1 : -1, ["s"] = start, ["e"] = end, ["alt"] = content.AlternativeText };
    }

    private TextSpan Take() => view.Runs[run++].Span;
}
