using WooPipeline.Documents;
using WooPipeline.Formats.Sheet;
using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Sheet;

public sealed class PlantedXlsxTests
{
    /// <summary>What a reader of the sheet sees.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "web target", "inline string", "kept value of a formula", "printed header", "printed footer", "shared string", "rich text", "sheet name",
        "word in a number format", "picture description", "text of a shape", "chart title", "chart's kept name",
    };

    private static (PlantedXlsx Planted, SourceFile File, DocumentTree Tree) Read()
    {
        var planted = PlantedXlsx.Build();
        var file = new SourceFile("bronnen/geplant.xlsx", planted.Bytes);
        return (planted, file, Assert.IsType<DocumentRead>(new XlsxReader().Read(file, ReadLimits.Default)).Tree);
    }

    [Fact]
    public void No_token_is_left_after_redaction()
    {
        var (planted, file, tree) = Read();
        Assert.True(planted.Carriers.Count >= 30, $"only {planted.Carriers.Count} carriers");
        Console.WriteLine($"xlsx: {planted.Carriers.Count} carriers planted");
        var view = TextView.Of(tree);
        var redactions = planted.Carriers.Keys.SelectMany(token => WordPicker.All(view.Text, token))
            .Select(span => new Redaction(span, "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();
        var result = new XlsxRedactor().Redact(file, tree, redactions, ReadLimits.Default);
        Assert.Null(result.Problem);
        var leaks = WordPicker.Leaks(result.Content.ToArray(), [.. planted.Carriers.Keys]);
        Assert.Empty(leaks.Select(l => $"{l} ({planted.Carriers[l.Split(' ')[^1]]})"));
        Assert.Empty(OfficeChecks.NewErrors(planted.Bytes, result.Content.ToArray(), sheet: true));
    }

    [Fact]
    public void What_is_never_published_goes_without_being_asked_and_the_rest_stays()
    {
        var (planted, file, tree) = Read();
        var text = TextView.Of(tree).Text;
        Assert.Empty(planted.Carriers.Where(c => Shown.Contains(c.Value) && !text.Contains(c.Key, StringComparison.Ordinal)).Select(c => c.Value));
        var result = new XlsxRedactor().Redact(file, tree, [], ReadLimits.Default);
        Assert.Null(result.Problem);
        var left = WordPicker.Leaks(result.Content.ToArray(), [.. planted.Carriers.Keys]).Select(l => planted.Carriers[l.Split(' ')[^1]]).ToHashSet();
        Assert.Empty(left.Except(Shown));
        Assert.Empty(Shown.Except(left));
    }

    [Fact]
    public void Dates_and_numbers_show_as_a_Dutch_reader_sees_them()
    {
        Assert.Equal("15-03-2023", NumberFormat.Show(45000, "yyyy\\-mm\\-dd", false));
        Assert.Equal("15-03-2023 12:00", NumberFormat.Show(45000.5, "m/d/yy h:mm", false));
        Assert.Equal("16-03-2027", NumberFormat.Show(45000, "dd-mm-yyyy", true));
        Assert.Equal("12,5%", NumberFormat.Show(0.125, "0.0%", false));
        Assert.Equal("1.234.567,50", NumberFormat.Show(1234567.5, "#,##0.00", false));
        Assert.Equal("06-12345678", NumberFormat.Show(612345678, "00-00000000", false));
        Assert.Equal("012345678", NumberFormat.Show(12345678, "000000000", false));
        Assert.Equal("€ 5,00", NumberFormat.Show(5, "\"€\"\\ 0.00", false));
        Assert.Equal("0,1", NumberFormat.Show(0.1, "General", false));
        Assert.Equal("-3", NumberFormat.Show(-3, "0;-0", false));
    }
}
