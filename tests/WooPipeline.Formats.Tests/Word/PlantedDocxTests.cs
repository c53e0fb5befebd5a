using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

public sealed class PlantedDocxTests
{
    /// <summary>Carriers that no reader shows and that are dropped unread.</summary>
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "content control title", "content control tag", "content control list item", "bookmark name", "editor of a permission", "smart tag attribute", "name of a move",
        "table caption property", "table description property", "image file name", "text chunk of an image", "alt text of a vml shape", "fallback of a text box",
        "title of a vml image", "embedded file", "sheet name in a chart's formula", "latent style", "style id", "style name", "style alias", "list name",
        "mail merge query", "document variable name", "glossary", "macro", "printer settings", "web settings", "theme name", "thumbnail", "unknown part in utf-16",
    };

    private static (PlantedDocx Planted, SourceFile File, DocumentTree Tree) Read()
    {
        var planted = PlantedDocx.Build();
        var file = new SourceFile("bronnen/geplant.docx", planted.Bytes);
        return (planted, file, Assert.IsType<DocumentRead>(new WordReader().Read(file, ReadLimits.Default)).Tree);
    }

    [Fact]
    public void Every_carrier_that_can_show_or_name_somebody_is_read()
    {
        var (planted, _, tree) = Read();
        var text = TextView.Of(tree).Text;
        Assert.True(planted.Carriers.Count >= 45, $"only {planted.Carriers.Count} carriers");
        Assert.Empty(planted.Carriers.Where(c => !Unread.Contains(c.Value) && !text.Contains(c.Key, StringComparison.Ordinal)).Select(c => c.Value));
        Assert.Equal(2, text.Split(planted.Carriers.Single(c => c.Value == "text box").Key).Length);
    }

    [Fact]
    public void No_token_is_left_after_redaction()
    {
        var (planted, file, tree) = Read();
        var view = TextView.Of(tree);
        var redactions = planted.Carriers.Keys.SelectMany(token => WordPicker.All(view.Text, token))
            .Select(span => new Redaction(span, "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();
        var result = new WordRedactor().Redact(file, tree, redactions, ReadLimits.Default);
        Assert.Null(result.Problem);
        Console.WriteLine($"docx: {planted.Carriers.Count} carriers planted");
        var leaks = WordPicker.Leaks(result.Content.ToArray(), [.. planted.Carriers.Keys]);
        Assert.Empty(leaks.Select(l => $"{l} ({planted.Carriers[l.Split(' ')[^1]]})"));
        Assert.DoesNotContain("geheim", System.Text.Encoding.UTF8.GetString(result.Content.Span), StringComparison.Ordinal);
        Assert.Empty(OfficeChecks.NewErrors(planted.Bytes, result.Content.ToArray()));
    }

    [Fact]
    public void What_is_never_published_goes_without_being_asked()
    {
        var (planted, file, tree) = Read();
        var result = new WordRedactor().Redact(file, tree, [], ReadLimits.Default);
        Assert.Null(result.Problem);
        HashSet<string> shown =
        [
            "running text", "a word over three runs", "table cell", "list item", "content control", "link text", "web target", "smart tag", "formula text", "ruby text",
            "field result", "simple field result", "form field entry", "inserted text", "alternative text", "drawing title", "text box", "watermark", "chart title",
            "chart's kept name", "imported html chunk", "page header", "page footer", "footnote", "endnote",
        ];
        var left = WordPicker.Leaks(result.Content.ToArray(), [.. planted.Carriers.Keys]).Select(l => planted.Carriers[l.Split(' ')[^1]]).ToHashSet();
        Assert.Empty(left.Except(shown));
        Assert.Empty(shown.Except(left).Except(["a word over three runs"]));
    }
}
