using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>PDFs as trees: no word is lost, the order is that of reading, and passages found in the view can be taken out of the file.</summary>
public sealed partial class PdfReaderTests
{
    /// <summary>How far on the next word may stand; more is another order.</summary>
    private const int Reach = 400;

    [Fact]
    public void Every_word_of_the_annotated_files_stands_in_the_view_in_order()
    {
        if (Repository.Shared("gold") is not { } root)
        {
            return;
        }

        foreach (var path in Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var gold = Gold(path.Replace("bronnen", "gold", StringComparison.Ordinal).Replace(".pdf", ".json", StringComparison.Ordinal));
            var view = string.Concat(Word().Matches(TextView.Of(Read(path)).Text.ToLowerInvariant()).Select(m => m.Value));
            var position = 0;
            var missing = new List<string>();
            var words = Word().Matches(gold.ToLowerInvariant()).Select(m => m.Value).ToList();
            foreach (var word in words)
            {
                var at = view.IndexOf(word, position, StringComparison.Ordinal);
                if (at < 0 || at - position > Reach)
                {
                    missing.Add(word);
                }
                else
                {
                    position = at + word.Length;
                }
            }

            Assert.True(missing.Count <= words.Count / 200, $"{Path.GetFileName(path)}: {string.Join(' ', missing.Take(10))}");
        }
    }

    [Fact]
    public void Passages_of_the_annotated_files_are_taken_out()
    {
        if (Repository.Shared("gold") is not { } root || !ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var tree = Read(path);
            var view = TextView.Of(tree);
            var spans = Capitalised().Matches(view.Text[..view.BodyEnd]).Where((m, i) => i % 3 == 0 && !view.IsIn(m.Index, ZoneKind.Metadata)).Select(m => TextSpan.At(m.Index, m.Length)).ToList();
            var redactions = spans.Select(s => new Redaction(s, "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();
            var result = new PdfNativeRedactor().Redact(File(path), tree, redactions, ReadLimits.Default);
            Assert.Null(result.Problem);
            using var folder = new TemporaryFolder();
            System.IO.File.WriteAllBytes(folder.File("public.pdf"), result.Content.ToArray());
            var before = Count(ExternalTool.Run("pdftotext", path, "-").Output);
            var after = Count(ExternalTool.Run("pdftotext", folder.File("public.pdf"), "-").Output);
            foreach (var group in spans.GroupBy(s => view.Slice(s).ToString()))
            {
                Assert.True(after.GetValueOrDefault(group.Key) <= before.GetValueOrDefault(group.Key) - group.Count(), $"{Path.GetFileName(path)}: {group.Key} stands {after.GetValueOrDefault(group.Key)} times in the public file, {before.GetValueOrDefault(group.Key)} in the source, {group.Count()} removed");
            }
        }
    }

    [Fact]
    public void A_file_that_needs_a_password_is_quarantined()
    {
        if (Repository.Shared("corpus", "pdf", "qpdf") is not { } root)
        {
            return;
        }

        var codes = Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(p => FormatCatalog.Default.Read(File(p), ReadLimits.Default)).OfType<Quarantined>().GroupBy(q => q.Code).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(codes.GetValueOrDefault("versleuteld") > 0);
        Assert.All(codes.Keys, c => Assert.Contains(c, (string[])["versleuteld", "beschadigd", "te-diep", "te-groot", "scan", "onleesbaar", "leeg"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj")]
    public void What_is_broken_is_quarantined(string content) =>
        Assert.IsType<Quarantined>(FormatCatalog.Default.Read(new SourceFile("bronnen/a.pdf", Encoding.Latin1.GetBytes(content)), ReadLimits.Default));

    private static DocumentTree Read(string path) => Assert.IsType<DocumentRead>(new PdfReader().Read(File(path), ReadLimits.Default)).Tree;

    private static SourceFile File(string path) => new("bronnen/" + Path.GetFileName(path), System.IO.File.ReadAllBytes(path));

    private static string Gold(string path)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        return string.Concat(json.RootElement.GetProperty("segments").EnumerateArray().Select(s => s[1].GetString()));
    }

    private static Dictionary<string, int> Count(string text) => Word().Matches(text).GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\w-])[A-Z][a-z]{4,}(?![\w-])")]
    private static partial Regex Capitalised();
}
