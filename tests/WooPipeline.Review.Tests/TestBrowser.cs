using Microsoft.Playwright;

namespace WooPipeline.Review.Tests;

/// <summary>Headless Chromium of this machine.</summary>
internal sealed class TestBrowser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private const float Patience = 30_000;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private TestBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>What pages complained of; a test that ends with some fails.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Starts it; null (with a printed line) where none is installed.</summary>
    public static async Task<TestBrowser?> Start()
    {
        var path = Names.SelectMany(n => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Console.WriteLine("skipped: chromium is not installed");
            return null;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return new TestBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] }));
    }

    /// <summary>Opens a server's start page on a screen of 13 inch and waits for the dossier.</summary>
    public async Task<IPage> Open(ReviewServer server, int width = 1280, int height = 800)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, AcceptDownloads = true });
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, fault) => Faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("409", StringComparison.Ordinal))
            {
                Faults.Add(message.Text);
            }
        };
        await page.GotoAsync(server.Url.ToString());
        await page.Locator(".dossier tbody tr").First.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        return page;
    }

    /// <summary>Waits until the page says that all is saved.</summary>
    public static async Task Saved(IPage page) => await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Opgeslagen");

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
