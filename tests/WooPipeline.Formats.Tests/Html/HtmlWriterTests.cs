using System.Text;
using AngleSharp.Html.Parser;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;
using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Html;

public sealed class HtmlWriterTests
{
    private static string Write()
    {
        using var stream = new MemoryStream();
        HtmlWriter.Write(SampleTrees.Full, new HouseStyle(), new HtmlWriteOptions { Title = "Een <titel>" }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void The_page_is_accessible_and_stands_alone()
    {
        var page = new HtmlParser().ParseDocument(Write());
        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Een <titel>", page.Title);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(3, page.QuerySelectorAll("thead th[scope=col]").Length);
        Assert.Empty(page.QuerySelectorAll("script, link, img[src^=http]"));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("mark"), m => Assert.Contains("gelakt", m.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shown_word_stands_and_no_hidden_one()
    {
        var text = new HtmlParser().ParseDocument(Write()).Body!.TextContent;
        Assert.All(SampleTrees.ShownWords, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_balanced_and_bytes_the_same()
    {
        Assert.Equal(Write(), Write());
        if (ExternalTool.IsHere("xmllint"))
        {
            using var folder = new TemporaryFolder();
            File.WriteAllText(folder.File("a.html"), Write());
            var errors = ExternalTool.Run("xmllint", "--html", "--noout", folder.File("a.html")).Error;
            Assert.DoesNotContain("mismatch", errors, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Unexpected end", errors, StringComparison.OrdinalIgnoreCase);
        }
    }
}
