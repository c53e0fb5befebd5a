using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.EndToEnd.Seeds;

/// <summary>A seed's lines, cut at headings and put back into paragraphs and bullets.</summary>
internal static partial class SeedText
{
    /// <summary>The lines between headings, under the heading's name; what stands above the first under an empty name.</summary>
    public static Dictionary<string, List<string>> Cut(string text, params string[] headings)
    {
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var part = parts[""] = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (headings.Contains(line.Trim()) && !parts.ContainsKey(line.Trim()))
            {
                part = parts[line.Trim()] = [];
            }
            else
            {
                part.Add(line.Trim());
            }
        }

        return parts;
    }

    /// <summary>Lines as blocks: a paragraph ends at an empty line, a bullet at the next bullet.</summary>
    public static List<SeedBlock> Blocks(IEnumerable<string> lines)
    {
        var blocks = new List<SeedBlock>();
        var open = false;
        foreach (var line in lines)
        {
            var bullet = Bullet().Match(line);
            if (bullet.Success)
            {
                blocks.Add(new SeedBlock(bullet.Groups[1].Value == "•" ? 1 : 2, bullet.Groups[2].Value.Trim()));
                open = true;
            }
            else if (line.Length == 0)
            {
                // The extraction breaks a bullet's sentence with an empty line: only a finished one ends there.
                open = blocks.Count > 0 && blocks[^1].Level > 0 && !Finished().IsMatch(blocks[^1].Text);
            }
            else if (open)
            {
                blocks[^1] = blocks[^1] with { Text = Join(blocks[^1].Text, line) };
            }
            else
            {
                blocks.Add(new SeedBlock(0, line));
                open = true;
            }
        }

        return blocks;
    }

    /// <summary>Blocks as Markdown.</summary>
    public static string Markdown(IEnumerable<SeedBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(block.Level switch { 0 => "\n", 1 => "- ", _ => "  - " }).Append(MarkdownEscape.Of(block.Text)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text with its lines joined; a word broken at a hyphen keeps the hyphen without a space.</summary>
    public static string Join(string first, string second) => first.EndsWith('-') ? first + second : $"{first} {second}";

    [GeneratedRegex(@"^(•|o) (.*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[.”:]$|\d$")]
    private static partial Regex Finished();
}

/// <summary>A paragraph (level 0) or a bullet.</summary>
internal sealed record SeedBlock(int Level, string Text);
