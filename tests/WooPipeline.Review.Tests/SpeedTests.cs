using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace WooPipeline.Review.Tests;

/// <summary>Five thousand documents, timed by the browser itself: the dossier within two seconds, a document within 300 ms, a key within 50 ms.</summary>
public sealed class SpeedTests
{
    private const int Documents = 5000;

    [Fact]
    public async Task A_dossier_of_5000_documents_opens_and_reacts_at_once()
    {
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        LargeDossier.Write(folder.File("dossier"), Documents);
        var options = new ReviewOptions { Dossier = folder.File("dossier"), Reviewer = "Anna" };
        var watch = Stopwatch.StartNew();
        await using (var first = await ReviewServer.StartAsync(options))
        {
            await first.Ready;
        }

        var cold = watch.Elapsed;
        watch.Restart();
        await using var server = await ReviewServer.StartAsync(options);
        await server.Ready;
        var warm = watch.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"5000 documents: read {cold.TotalSeconds:0.0} s, again {warm.TotalSeconds:0.00} s"));
        var page = await browser.Open(server);

        // The best of a few: other programs of this machine aren't what is measured.
        var opens = await Best(3, async () =>
        {
            await page.GotoAsync(server.Address.ToString());
            await page.Locator(".dossier tbody tr").First.WaitForAsync();
            return await page.EvaluateAsync<double>("(() => { const m = performance.getEntriesByName('woo-page').at(-1); return m.startTime + m.duration; })()");
        });
        var number = 100;
        var document = await Best(5, async () =>
        {
            await page.EvaluateAsync("performance.clearMeasures()");
            await page.Locator("a.title").Nth(number % 100).ClickAsync();
            number += 7;
            await page.Locator(".desk .paper").WaitForAsync();
            await page.WaitForFunctionAsync("performance.getEntriesByName('woo-page').length > 0");
            var taken = await page.EvaluateAsync<double>("performance.getEntriesByName('woo-page').at(-1).duration");
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Dossier", Exact = true }).ClickAsync();
            await page.Locator(".dossier tbody tr").First.WaitForAsync();
            return taken;
        });
        await page.Locator("a.title").First.ClickAsync();
        await page.Locator(".desk .mark").First.ClickAsync();
        var key = await Best(8, async () => await Key(page, number++ % 2 == 0 ? "l" : "b"));
        var search = await Best(2, async () =>
        {
            var started = Stopwatch.GetTimestamp();
            await page.EvaluateAsync("fetch('/api/search', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: 'Zuiderduin', whole: true }) }).then(r => r.text())");
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"5000 documents: dossier page {opens:0} ms, document {document:0} ms, key {key:0} ms, search over all text {search:0} ms"));
        Assert.True(opens < 2000, $"the dossier page took {opens:0} ms");
        Assert.True(document < 300, $"a document took {document:0} ms");
        Assert.True(key < 50, $"a key took {key:0} ms");
        Assert.Empty(browser.Faults);
    }

    /// <summary>From the key's own time stamp to the frame after what it did was drawn.</summary>
    private static async Task<double> Key(IPage page, string key)
    {
        await page.EvaluateAsync("""
            () => {
              window.timed = new Promise(done => addEventListener('keydown', e => {
                const at = e.timeStamp;
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - at), 0));
              }, { once: true }));
            }
            """);
        await page.Keyboard.PressAsync(key);
        var taken = await page.EvaluateAsync<double>("window.timed");
        await TestBrowser.Saved(page);
        return taken;
    }

    private static async Task<double> Best(int times, Func<Task<double>> measure)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            best = Math.Min(best, await measure());
        }

        return best;
    }
}
