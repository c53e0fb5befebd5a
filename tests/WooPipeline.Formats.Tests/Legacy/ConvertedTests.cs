using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Legacy;

/// <summary>One text and one sheet with a word in each carrier, written in every format by LibreOffice and read back.</summary>
public sealed class ConvertedTests
{
    private static string Case(string name) => Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Cases", "Office", name);

    [Fact]
    public void The_flat_forms_say_what_they_hold()
    {
        CheckText(Read(Case("tekst.fodt")), "fodt");
        CheckSheet(Read(Case("blad.fods")), "fods");
    }

    [Fact]
    public void Every_format_says_the_same()
    {
        if (!ExternalTool.IsHere("soffice"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        foreach (var format in new[] { "odt", "doc", "rtf" })
        {
            CheckText(Read(Converted(folder, "tekst.fodt", format)), format);
        }

        foreach (var format in new[] { "ods", "xls", "xls:MS Excel 95" })
        {
            CheckSheet(Read(Converted(folder, "blad.fods", format)), format);
        }
    }

    private static string Converted(TemporaryFolder folder, string source, string format)
    {
        var run = ExternalTool.Run("soffice", "--headless", $"-env:UserInstallation=file://{folder.File("profiel")}", "--convert-to", format, "--outdir", folder.Path, Case(source));
        var path = folder.File(Path.ChangeExtension(source, format.Split(':')[0]));
        Assert.True(File.Exists(path), run.Error);
        return path;
    }

    private static DocumentTree Read(string path) =>
        Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), ReadLimits.Default)).Tree;

    private static void CheckText(DocumentTree tree, string format)
    {
        var view = TextView.Of(tree);
        In(view, format, ZoneKind.Heading, "Eerste geheimhoofdstuk", "Tweede geheimkopje");
        In(view, format, ZoneKind.TableCell, "geheimnaam", "geheimbedrag");
        In(view, format, ZoneKind.Footnote, "De geheimvoetnoot staat onderaan", "De geheimeindnoot staat achteraan");
        In(view, format, ZoneKind.PageHeader, "geheimkop van de bladzijde");
        In(view, format, ZoneKind.PageFooter, "geheimvoet van de bladzijde");
        In(view, format, ZoneKind.Comment, "geheimopmerking");
        In(view, format, ZoneKind.Hidden, "geheimverborgen");
        In(view, format, ZoneKind.LinkTarget, "https://example.nl/geheimpad");
        In(view, format, ZoneKind.Metadata, "geheimmaker");
        In(view, format, ZoneKind.Body, "geheimkoppeling");
        Assert.Contains("Een zin met vette geheimletters en een geheimkoppeling, met ", view.Text, StringComparison.Ordinal);
        Assert.Contains("een tab\ten een regel\neronder.".Replace("een tab", "één tab", StringComparison.Ordinal), view.Text, StringComparison.Ordinal);
        foreach (var word in new[] { "geheimpunt een", "geheimpunt twee", "geheimkader in een tekstvak", "Laatste alinea.", "Slotzin met twee blanks" })
        {
            Assert.True(Count(view, word) == 1, $"{format}: {word} {Count(view, word)} times");
        }

        Assert.All(view.Zones.Where(z => z.Kind is ZoneKind.Heading), z => Assert.True(z.Level is 1 or 2, format));
        Assert.True(!view.Text.Contains("geheimgewist", StringComparison.Ordinal) || view.IsIn(view.Text.IndexOf("geheimgewist", StringComparison.Ordinal), ZoneKind.Hidden), format);
        Assert.Equal("Memo over het gemaal", tree.Title);
        Assert.Equal(DocumentKind.Text, tree.Kind);
    }

    private static void CheckSheet(DocumentTree tree, string format)
    {
        var view = TextView.Of(tree);
        In(view, format, ZoneKind.TableCell, "geheimnaam", "1234", "05-03-2024", "2468", "geheimsamengevoegd");
        In(view, format, ZoneKind.Hidden, "geheimkolom", "geheimrij", "geheimbladcel");
        In(view, format, ZoneKind.Comment, "geheimopmerking");
        In(view, format, ZoneKind.Metadata, "geheimmaker");
        In(view, format, ZoneKind.Heading, "Uitgaven");
        Assert.Contains("Totaal €", view.Text, StringComparison.Ordinal);
        var table = Assert.IsType<Table>(tree.Blocks.First(b => b is Table));
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal(DocumentKind.Spreadsheet, tree.Kind);
    }

    private static void In(TextView view, string format, ZoneKind kind, params string[] texts)
    {
        foreach (var text in texts)
        {
            var at = view.Text.IndexOf(text, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{format}: '{text}' is lost in\n{view.Text}");
            var found = kind == ZoneKind.Body ? !view.IsIn(at, ZoneKind.Hidden) && !view.IsIn(at, ZoneKind.Comment) : view.IsIn(at, kind);
            Assert.True(found, $"{format}: '{text}' is in {view.KindAt(at)}, not {kind}");
        }
    }

    private static int Count(TextView view, string text) => (view.Text.Length - view.Text.Replace(text, "", StringComparison.Ordinal).Length) / text.Length;
}
