using System.Collections.Immutable;

namespace WooPipeline.Formats.Text;

/// <summary>A piece of structured data: a name with a value, or with pieces below it.</summary>
/// <param name="Name">Key, element or attribute name; empty for an item of a list.</param>
/// <param name="Value">Its text; null where it has pieces.</param>
/// <param name="Children">The pieces below it.</param>
internal sealed record DataNode(string Name, string? Value, ImmutableArray<DataNode> Children)
{
    public static DataNode Leaf(string name, string value) => new(name, value, []);

    public static DataNode Group(string name, IEnumerable<DataNode> children) => new(name, null, [.. children]);
}
