using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WooPipeline.Review.Tests;

/// <summary>WCAG 2.1 AA as axe-core judges it on every page and in every state that differs, and the keyboard alone.</summary>
public sealed class AccessibilityTests
{
    private const string Rules = "{ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }, resultTypes: ['violations'] }";

    [Fact]
    public async Task Axe_finds_no_violation_on_any_page()
    {
        var axe = Path.Combine(AppContext.BaseDirectory, "axe.min.js");
        if (!File.Exists(axe))
        {
            Console.WriteLine("skipped: axe-core was not fetched by npm");
            return;
        }

        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Out = dossier.Out, Reviewer = "Anna" });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        var source = await File.ReadAllTextAsync(axe);
        var found = new List<string>();
        async Task Judge(string what)
        {
            await page.EvaluateAsync(source);
            var result = await page.EvaluateAsync<JsonElement>($"axe.run(document, {Rules})");
            found.AddRange(result.GetProperty("violations").EnumerateArray().SelectMany(v => v.GetProperty("nodes").EnumerateArray()
                .Select(n => $"{what}: {v.GetProperty("id").GetString()} {n.GetProperty("html").GetString()} {n.GetProperty("failureSummary").GetString()}")));
        }

        await Judge("dossier");
        await page.Keyboard.PressAsync("?");
        await Judge("toetsen");
        await page.Keyboard.PressAsync("Escape");
        await Visit(page, "/document/0004", Judge);
        await VisitPdf(page, Judge);
        await Frame(page, server, Judge);
        await page.GotoAsync(server.Address + "document/0014");
        await page.Locator(".desk .mark").First.ClickAsync();
        await Judge("document, gekozen");
        await page.Keyboard.PressAsync("b");
        await TestBrowser.Saved(page);
        await Judge("document, besloten");
        await page.Keyboard.PressAsync("j");
        await page.Locator("dialog").WaitForAsync();
        await Judge("oordeel");
        await page.Keyboard.PressAsync("Escape");
        await Visit(page, "/document/0005", Judge);
        await page.GotoAsync(server.Address + "document/0019");
        await page.Locator(".advice").WaitForAsync();
        await Judge("document in quarantaine");
        await page.GotoAsync(server.Address + "personen");
        await page.Locator(".people li").First.WaitForAsync();
        await Judge("personen");
        await page.GotoAsync(server.Address + "zoeken");
        await page.Locator("#search-text").FillAsync("Teun");
        await page.Locator(".hits li").First.WaitForAsync();
        await Judge("zoeken");
        await page.GotoAsync(server.Address + "publiceren");
        await page.Locator("#publish-now").WaitForAsync();
        await Judge("publiceren");

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found.Take(12)));
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task At_200_percent_on_a_13_inch_screen_nothing_runs_off_the_page()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        // 200 % zoom halves the width that the page is given; 320 pixels is what WCAG 1.4.10 asks at 400 %.
        foreach (var width in new[] { 640, 320 })
        {
            var page = await browser.Open(server, width, 400);
            foreach (var path in new[] { "", "document/0004", "personen", "zoeken", "publiceren" })
            {
                await page.GotoAsync(server.Address + path);
                await page.Locator("main h1, main .doc-head").First.WaitForAsync();
                await page.WaitForTimeoutAsync(150);
                var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(over <= 0, $"{path} at {width}: {over} pixels too wide");
            }

            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task The_work_on_a_document_is_done_by_keys_alone()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        await page.Locator("#filter-sort").SelectOptionAsync("number");
        await page.Locator("h1").ClickAsync();
        // The duplicate of the first stands below it.
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".doc-head h1")).ToContainTextAsync("0002");
        await page.Keyboard.PressAsync("i");
        await Expect(page.Locator(".card h2")).ToHaveTextAsync("Nieuwe passage");
        var first = await page.Locator(".card .quote").InnerTextAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        Assert.StartsWith(first, await page.Locator(".card .quote").InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("staatsgeheim van het jaar");
        await page.Keyboard.PressAsync("Enter");
        await TestBrowser.Saved(page);
        await page.Keyboard.PressAsync("a");
        await page.Locator("dialog").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".side")).ToContainTextAsync("klaar");
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".side")).ToContainTextAsync("ongezien");
        await page.Keyboard.PressAsync("]");
        await Expect(page.Locator(".doc-head h1")).ToContainTextAsync("0003");

        var saved = await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/002-re-escalatie-x.eml"));
        Assert.Contains("staatsgeheim van het jaar", saved, StringComparison.Ordinal);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task Every_action_is_listed_with_its_key()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        await page.GotoAsync(server.Address + "document/0004");
        await page.Locator(".desk .mark").First.ClickAsync();
        var buttons = await page.Locator(".side button kbd").AllInnerTextsAsync();
        await page.Keyboard.PressAsync("?");
        var listed = await page.Locator("dialog dt kbd").AllInnerTextsAsync();

        Assert.NotEmpty(buttons);
        Assert.All(buttons, b => Assert.Contains(b, listed));
        Assert.All((string[])["l", "b", "g", "s", "r", "o", "w", "a", "k", "h", "i", "x", "n", "p", "f", "j", "t", "v", "z", "y", "Esc"], k => Assert.Contains(k, listed));
    }

    private static async Task Visit(IPage page, string path, Func<string, Task> judge)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), path).ToString());
        await page.Locator(".desk .paper").First.WaitForAsync();
        await judge(path);
        await page.Keyboard.PressAsync("v");
        await page.Locator(".desk.two").WaitForAsync();
        await judge(path + " naast elkaar");
        await page.Keyboard.PressAsync("v");
    }

    /// <summary>A frame that is moved by keys, then the rectangle that it becomes.</summary>
    private static async Task Frame(IPage page, ReviewServer server, Func<string, Task> judge)
    {
        await page.GotoAsync(server.Address + "document/0017");
        await page.Locator(".pdfpage .words span").First.WaitForAsync();
        await page.Keyboard.PressAsync("x");
        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await judge("kader");
        await page.Keyboard.PressAsync("Enter");
        await judge("nieuw vlak");
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await judge("vlak gelakt");
        await page.Keyboard.PressAsync("Delete");
        await TestBrowser.Saved(page);
    }

    private static async Task VisitPdf(IPage page, Func<string, Task> judge)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), "/document/0017").ToString());
        await page.Locator(".pdfpage .mark").First.ClickAsync();
        await judge("pdf");
        await page.Keyboard.PressAsync("t");
        await page.WaitForTimeoutAsync(800);
        await judge("pdf publiek");
        await page.Keyboard.PressAsync("t");
    }
}
