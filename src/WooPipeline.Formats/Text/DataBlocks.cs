using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Text;

/// <summary>Structured data as a reader can read it: names with values, lists nested as they were, rows of one shape as a table.</summary>
internal static partial class DataBlocks
{
    private const int LeastRows = 2;

    public static ImmutableArray<Block> Of(DataNode root, ReadLimits? limits = null) => root.Value is null ? Group(root.Children, limits) : [Line(root)];

    private static ImmutableArray<Block> Group(ImmutableArray<DataNode> nodes, ReadLimits? limits)
    {
        if (Rows(nodes) is { } table)
        {
            return [table];
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        var fields = ImmutableArray.CreateBuilder<Field>();
        foreach (var node in nodes)
        {
            limits?.Check();
            if (node.Value is not null && PlainName().IsMatch(node.Name))
            {
                fields.Add(new Field(node.Name, TextBlocks.Lines(node.Value.Split('\n')), node.Name));
                continue;
            }

            Close(fields, blocks);
            if (node.Value is not null)
            {
                blocks.Add(Line(node));
            }
            else
            {
                var inner = Group(node.Children, limits);
                ImmutableArray<Block> head = node.Name.Length > 0 ? [Paragraph.Of(node.Name, TextStyle.Bold)] : [];
                blocks.Add(new ListBlock(false, [new ListItem([.. head, .. inner])]));
            }
        }

        Close(fields, blocks);
        return blocks.ToImmutable();
    }

    private static void Close(ImmutableArray<Field>.Builder fields, ImmutableArray<Block>.Builder blocks)
    {
        if (fields.Count > 0)
        {
            blocks.Add(new FieldList(fields.ToImmutable()));
            fields.Clear();
        }
    }

    /// <summary>A name that is no plain word may itself be a datum: it stands in the text, where it can be found and removed.</summary>
    private static Paragraph Line(DataNode node) =>
        new([.. node.Name.Length > 0 ? [new TextRun(node.Name + ": ")] : ImmutableArray<Inline>.Empty, .. TextBlocks.Lines(node.Value!.Split('\n'))]);

    private static Table? Rows(ImmutableArray<DataNode> nodes)
    {
        if (nodes.Length < LeastRows || nodes.Any(n => n.Value is not null || n.Name != nodes[0].Name || n.Children.IsEmpty || n.Children.Any(c => c.Value is null)))
        {
            return null;
        }

        var names = nodes.SelectMany(n => n.Children.Select(c => c.Name)).Distinct(StringComparer.Ordinal).ToList();
        if (names.Any(n => !PlainName().IsMatch(n)) || nodes.Any(n => n.Children.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() != n.Children.Length))
        {
            return null;
        }

        var rows = nodes.Select(n => new TableRow([.. names.Select(name => n.Children.FirstOrDefault(c => c.Name == name)?.Value is { } value
            ? new TableCell([new Paragraph(TextBlocks.Lines(value.Split('\n')))])
            : new TableCell([]))]));
        return new Table([new TableRow([.. names.Select(TableCell.Of)]), .. rows], 1);
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}_:-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
