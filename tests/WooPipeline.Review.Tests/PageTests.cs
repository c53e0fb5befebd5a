using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WooPipeline.Review.Tests;

/// <summary>What the pages show.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Without_pdf_js_the_page_is_drawn_from_our_own_glyphs_and_says_so()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna", WithoutPdfJs = true });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        await page.GotoAsync(server.Address + "document/0017");
        await Expect(page.Locator(".desk .note")).ToContainTextAsync("npm");
        await Expect(page.Locator(".pdfpage.drawn")).ToHaveCountAsync(2);
        Assert.Equal(0, await page.Locator(".pdfpage canvas").CountAsync());
        var word = page.Locator(".pdfpage .words span").Filter(new LocatorFilterOptions { HasTextRegex = new Regex("^zilvervis") }).First;
        Assert.NotEqual("rgba(0, 0, 0, 0)", await word.EvaluateAsync<string>("e => getComputedStyle(e).color"));
        await word.DblClickAsync();
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("zilvervis");
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator(".paper")).Not.ToContainTextAsync("zilvervis");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task The_public_view_holds_no_removed_word()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        await page.GotoAsync(server.Address + "document/0001");
        await Expect(page.Locator(".paper")).ToContainTextAsync("Marloes Achterberg");
        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator(".paper .box").First).ToHaveTextAsync("5.1.2e");
        await Expect(page.Locator(".paper")).Not.ToContainTextAsync("Achterberg");
        await page.Keyboard.PressAsync("v");
        await Expect(page.Locator(".pane").First).ToContainTextAsync("Marloes Achterberg");
        await Expect(page.Locator(".pane").Last).Not.ToContainTextAsync("Achterberg");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task The_dossier_groups_duplicates_says_what_to_do_and_filters()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        var rows = page.Locator(".dossier tbody tr");
        await Expect(rows).ToHaveCountAsync(20);
        await Expect(rows.First).ToContainTextAsync("twijfel");
        var original = await rows.Filter(new LocatorFilterOptions { HasText = "1 dubbel document" }).GetAttributeAsync("data-index");
        await Expect(page.Locator($"tr[data-index='{int.Parse(original!, System.Globalization.CultureInfo.InvariantCulture) + 1}']")).ToHaveClassAsync(new Regex("child"));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Quarantaine") }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToContainTextAsync("Vraag het bestand opnieuw op bij de bron");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Alle") }).ClickAsync();
        await page.Locator("#filter-kind").SelectOptionAsync("Rekenblad");
        await Expect(rows).ToHaveCountAsync(2);
        await page.Locator("#filter-kind").SelectOptionAsync("");
        await page.Locator("#filter-text").FillAsync("stemlokaal");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Zoeken en lakken");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task What_another_reviewer_saved_first_is_told_and_shown()
    {
        using var dossier = TestDossier.Fixture();
        await using var first = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(first);
        await page.GotoAsync(first.Address + "document/0014");
        await page.Locator(".desk .mark").First.ClickAsync();
        await using var second = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Bram" });
        using var bram = await Client.Open(second);
        await bram.Post("/api/documents/0014/passages", new { version = "", action = "decide", s = 5, e = 23, verdict = "keep", label = "NAME", ground = "", reason = "openbaar" });

        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator(".toast.bad")).ToContainTextAsync("Iemand anders heeft dit document intussen gewijzigd");
        await Expect(page.Locator("#saved")).ToHaveTextAsync("Niet opgeslagen");
        await Expect(page.Locator(".card .why")).ToContainTextAsync("Besluit van Bram");
    }

    [Fact]
    public async Task Shift_and_a_click_stretch_the_chosen_passage_to_a_word()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        await page.GotoAsync(server.Address + "document/0004");
        await page.Locator(".desk .mark", new PageLocatorOptions { HasTextString = "van der Velde" }).Last.ClickAsync();
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("van der Velde");
        var word = await page.EvaluateAsync<float[]>("""
            (() => {
              const walker = document.createTreeWalker(document.querySelector('.paper'), NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf('Dear Mr');
                if (at >= 0) {
                  const range = document.createRange();
                  range.setStart(node, at + 5);
                  range.setEnd(node, at + 7);
                  const box = range.getBoundingClientRect();
                  return [box.left + box.width / 2, box.top + box.height / 2];
                }
              }
              return [];
            })()
            """);
        await page.Keyboard.DownAsync("Shift");
        await page.Mouse.ClickAsync(word[0], word[1]);
        await page.Keyboard.UpAsync("Shift");
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("Mr van der Velde");
        await TestBrowser.Saved(page);
        Assert.Empty(browser.Faults);
    }
}
