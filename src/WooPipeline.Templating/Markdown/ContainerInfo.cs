using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;

namespace WooPipeline.Templating;

/// <summary>What stands behind the colons of a container: a name, an argument, and <c>{#anchor .class}</c>.</summary>
internal sealed partial record ContainerInfo(string Name, string Argument, string? Anchor, IReadOnlySet<string> Classes)
{
    public static ContainerInfo Of(CustomContainer container)
    {
        var (argument, attributes) = Split(container.Arguments ?? "");
        var words = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ContainerInfo(
            (container.Info ?? "").Trim(),
            argument,
            words.FirstOrDefault(w => w[0] == '#')?[1..],
            words.Where(w => w[0] == '.').Select(w => w[1..]).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The text before a closing <c>{…}</c>, and what the braces hold; braces of another kind are text.</summary>
    public static (string Text, string Attributes) Split(string text)
    {
        var match = Attributes().Match(text);
        return match.Success ? (text[..match.Index].TrimEnd(), match.Groups[1].Value) : (text.Trim(), "");
    }

    [GeneratedRegex(@"(?<!\\)\{((?:[#.][\w-]+ ?)+)\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
