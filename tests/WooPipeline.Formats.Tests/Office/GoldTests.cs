using System.Text.Json;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>The annotated dossiers' files are read without losing a word.</summary>
public sealed partial class GoldTests
{
    [Theory]
    [InlineData(".txt")]
    [InlineData(".csv")]
    [InlineData(".html")]
    [InlineData(".docx")]
    public void No_word_of_a_source_is_lost(string extension)
    {
        if (Repository.Shared("gold") is not { } gold)
        {
            return;
        }

        var lost = new List<string>();
        var files = Directory.GetFiles(gold, "*" + extension, SearchOption.AllDirectories).Where(f => f.Contains("/bronnen/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        foreach (var path in files)
        {
            var truth = Path.Combine(Path.GetDirectoryName(path)!, "..", "gold", Path.GetFileNameWithoutExtension(path) + ".json");
            var read = FormatCatalog.Default.Read(new SourceFile("bronnen/" + Path.GetFileName(path), File.ReadAllBytes(path)), ReadLimits.Default);
            var tree = Assert.IsType<DocumentRead>(read).Tree;
            var there = Words(TextView.Of(tree).Text).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
            foreach (var word in Words(Expected(truth, extension)))
            {
                var left = there.GetValueOrDefault(word);
                if (left == 0)
                {
                    lost.Add($"{Path.GetFileName(path)}: {word}");
                }

                there[word] = left - 1;
            }
        }

        Assert.Empty(lost);
    }

    private static string Expected(string truth, string extension)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(truth));
        var text = string.Concat(json.RootElement.GetProperty("segments").EnumerateArray().Select(s => s[1].GetString()));
        return extension == ".html" ? System.Net.WebUtility.HtmlDecode(Tag().Replace(Block().Replace(text, " "), "")) : text;
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value.ToLowerInvariant());

    [GeneratedRegex("<(?:td|th|tr|li|br|p|div)[^>]*>")]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
