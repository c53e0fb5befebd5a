using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads YAML into <see cref="FrontMatter"/>: no types, tags or aliases, three levels at most. What doesn't fit is a problem
/// with its line.
/// </summary>
internal static class FrontMatterReader
{
    private const string Fence = "---";

    /// <summary>The keys above a text, and the text below them.</summary>
    public static (FrontMatter Keys, string Body) Split(string text, string source, ProblemList problems)
    {
        var lines = text.ReplaceLineEndings("\n");
        if (!lines.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            return (FrontMatter.Empty with { Source = new Provenance(source) }, lines);
        }

        var end = lines.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0 && lines.EndsWith("\n" + Fence, StringComparison.Ordinal))
        {
            end = lines.Length - Fence.Length - 1;
        }

        if (end < 0)
        {
            problems.Error("voorblad-open", new Provenance(source, "regel 1"), "Het blok met sleutels wordt niet afgesloten. Zet er een regel met '---' onder.");
            return (FrontMatter.Empty with { Source = new Provenance(source) }, lines);
        }

        var body = Math.Min(lines.Length, end + Fence.Length + 2);
        // As many empty lines as the keys took keep line numbers in messages those of the file.
        var skipped = lines[..body].Count(c => c == '\n');
        return (Parse(lines[Fence.Length..end], source, problems, 0), new string('\n', skipped) + lines[body..]);
    }

    /// <summary>A whole YAML text.</summary>
    public static FrontMatter Parse(string yaml, string source, ProblemList problems, int firstLine = 1)
    {
        var place = new Provenance(source);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root
                ? Group(root, source, firstLine - 1, 0, problems)
                : FrontMatter.Empty with { Source = place };
        }
        catch (YamlException e)
        {
            problems.Error("voorblad-yaml", new Provenance(source, Line(e.Start.Line + firstLine - 1)), "Dit is geen geldige YAML. Controleer inspringing, dubbele punten en aanhalingstekens op deze regel.");
            return FrontMatter.Empty with { Source = place };
        }
    }

    private static FrontMatter Group(YamlMappingNode map, string source, long offset, int depth, ProblemList problems)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (keyNode, node) in map.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value?.Trim().ToLowerInvariant() ?? "";
            if (Value(node, source, offset, depth, problems) is { } value)
            {
                values[key] = value;
            }
        }

        return new FrontMatter(values.ToImmutable(), new Provenance(source, Line(map.Start.Line + offset)));
    }

    private static object? Value(YamlNode node, string source, long offset, int depth, ProblemList problems)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return scalar.Value?.Trim() ?? "";
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode):
                return list.Children.Select(c => ((YamlScalarNode)c).Value?.Trim() ?? "").ToImmutableArray();
            case YamlSequenceNode list when depth < 3 && list.Children.All(c => c is YamlMappingNode):
                return list.Children.Select(c => Group((YamlMappingNode)c, source, offset, depth + 1, problems)).ToImmutableArray();
            case YamlMappingNode map when depth < 3:
                return Group(map, source, offset, depth + 1, problems);
            default:
                problems.Error("voorblad-vorm", new Provenance(source, Line(node.Start.Line + offset)), "Hier hoort een waarde, een lijst van waarden of een lijst van groepen.");
                return null;
        }
    }

    private static string Line(long line) => string.Create(CultureInfo.InvariantCulture, $"regel {line}");
}
