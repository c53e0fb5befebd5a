using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace WooPipeline.Templating;

/// <summary>The words of <c>Data/nederlands.yaml</c>; own data, so that a machine without a Dutch culture writes the same.</summary>
internal sealed record DutchWords(
    ImmutableArray<string> Months,
    ImmutableArray<string> Days,
    ImmutableArray<string> Cardinals,
    ImmutableArray<string> Ordinals)
{
    public static DutchWords Default { get; } = Load();

    private static DutchWords Load()
    {
        using var stream = typeof(DutchWords).Assembly.GetManifestResourceStream("WooPipeline.Templating.Data.nederlands.yaml")
            ?? throw new InvalidOperationException("nederlands.yaml is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return new DutchWords(List(root, "maanden"), List(root, "dagen"), List(root, "telwoorden"), List(root, "rangtelwoorden"));
    }

    private static ImmutableArray<string> List(YamlMappingNode root, string key) =>
        [.. ((YamlSequenceNode)root.Children[new YamlScalarNode(key)]).Children.Select(n => ((YamlScalarNode)n).Value ?? "")];
}
