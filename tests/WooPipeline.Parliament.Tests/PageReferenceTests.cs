using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament.Tests;

/// <summary>The pages that the note gives are those on which pdftotext finds the words.</summary>
public sealed partial class PageReferenceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void The_note_gives_the_pages_where_it_is_also_when_a_text_has_become_three_pages_longer(int paragraphs)
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        using var copy = Fixture.Copy("trusted-flagger");
        var more = string.Concat(Enumerable.Range(1, paragraphs).Select(i => string.Create(CultureInfo.InvariantCulture, $"\n\nToevoeging {i}: bij iedere melding staat wie haar deed, waarom en wat het platform daarop liet weten, zodat later kan worden nagegaan of de werkwijze is gevolgd.")));
        File.AppendAllText(copy.File("teksten", "antwoorden", "01.md"), more);
        File.AppendAllText(copy.File("teksten", "nota", "30-kern.md"), "- Het antwoord op {{ ref.vraag 6 }} staat op p. {{ ref.pagina 'antwoord-6' }}.\n");
        var papers = Fixture.Render(copy.Path);
        var pages = Pages(papers["antwoorden"], copy.File("antwoorden.pdf"));
        var note = Fixture.Text(papers["nota"].Tree);
        Assert.True(paragraphs == 0 || pages.Length > 3);
        Assert.Contains($"De tabel staat bij vraag 3, p. {Range(PageOf(pages, "Tabel 1. Status"), Array.FindLastIndex(pages, p => p.Contains("BRB", StringComparison.Ordinal)) + 1)}.", note, StringComparison.Ordinal);
        Assert.Contains($"bij vraag 4, p. {PageOf(pages, "Een opdracht is nooit gegeven")}: “Een opdracht is nooit gegeven”", note, StringComparison.Ordinal);
        Assert.Contains($"bij vraag 2, p. {Range(PageOf(pages, "Antwoord op vraag 2"), PageOf(pages, "Niet gevraagd zijn"))}.", note, StringComparison.Ordinal);
        Assert.Contains($"vraag 6 staat op p. {Range(PageOf(pages, "Antwoord op vraag 6"), PageOf(pages, "Zie ook het antwoord op vraag 4"))}.", note, StringComparison.Ordinal);
    }

    private static string[] Pages(RenderedText paper, string path)
    {
        using (var output = File.Create(path))
        {
            Fixture.Pdf(paper.Tree, output);
        }

        return ExternalTool.Run("pdftotext", path, "-").Output.Split('\f');
    }

    private static string Range(int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{first}{(last > first ? $"-{last}" : "")}");

    private static int PageOf(string[] pages, string words) => Array.FindIndex(pages, p => Blank().Replace(p, " ").Contains(words, StringComparison.Ordinal)) + 1;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
