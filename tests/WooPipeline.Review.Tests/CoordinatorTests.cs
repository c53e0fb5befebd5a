using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WooPipeline.Review.Tests;

/// <summary>The whole work of a coordinator in the browser: by keys, by mouse, over a restart, to a package that holds exactly these decisions.</summary>
public sealed partial class CoordinatorTests
{
    private const string Doubt = "0004";
    private const string Citizen = "0014";
    private const string Note = "0017";
    private const string Withheld = "0015";
    private const string MergedReason = "ambtenaar zonder publieke functie";

    [Fact]
    public async Task A_dossier_is_reviewed_and_published_with_exactly_these_decisions()
    {
        using var dossier = TestDossier.Fixture();
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        await using (var first = await Start(dossier))
        {
            var page = await browser.Open(first);
            await CorrectByKeys(page);
            await CorrectByMouse(page);
            await AddInPdf(page);
            await page.CloseAsync();
        }

        Assert.True(File.Exists(dossier.DecisionsOf(TestDossier.Pdf)));
        await using var second = await Start(dossier);
        var again = await browser.Open(second);
        await StillThere(again);
        var ofPerson = await MergePersons(again);
        await Judge(again);
        await Publish(again);
        Assert.Empty(browser.Faults);
        Check(dossier, ofPerson);
    }

    private static Task<ReviewServer> Start(TestDossier dossier) => ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Out = dossier.Out, Reviewer = "Anna Beoordelaar" });

    private static ILocator Mark(IPage page, string text) => page.Locator(".desk .mark[data-s]").Filter(new LocatorFilterOptions { HasTextRegex = new Regex("^" + Regex.Escape(text) + "$") }).First;

    private static async Task OpenDocument(IPage page, string id)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), "/document/" + id).ToString());
        await page.Locator(".desk .mark[data-s], .desk .paper").First.WaitForAsync();
    }

    /// <summary>One: a doubt is removed. Two: the bounds of a passage shrink by a word. Three: a ground is changed.</summary>
    private static async Task CorrectByKeys(IPage page)
    {
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("Teun");
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".doc-head")).ToContainTextAsync("geen twijfel");

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync(".");
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("Priya Ramanathan");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("Priya");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("Priya Ramanathan");

        await page.Keyboard.PressAsync(".");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.TypeAsync("5.1.2i");
        await page.Keyboard.PressAsync("Enter");
        await TestBrowser.Saved(page);
        await Expect(page.Locator("#card-ground")).ToHaveValueAsync("5.1.2i");
    }

    /// <summary>Four: a name is kept, with its role as the reason. Five: a label is changed. Then one step back and forth.</summary>
    private static async Task CorrectByMouse(IPage page)
    {
        await OpenDocument(page, Citizen);
        await Mark(page, "4 maart 1951").ClickAsync();
        await page.Locator(".verdicts .houd").ClickAsync();
        await TestBrowser.Saved(page);
        await Mark(page, "H. Postma-Ydema").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Openbaar in functie") }).ClickAsync();
        await TestBrowser.Saved(page);
        await Mark(page, "@hilda_uit_drenthe").ClickAsync();
        await page.Locator("#card-label").SelectOptionAsync("ACCOUNT");
        await TestBrowser.Saved(page);

        await page.Locator("#undo").ClickAsync();
        await Expect(page.Locator("#card-label")).ToHaveValueAsync("HANDLE");
        await page.Locator("#redo").ClickAsync();
        await Expect(page.Locator("#card-label")).ToHaveValueAsync("ACCOUNT");
    }

    /// <summary>A word is chosen on the page of a PDF, and a box is drawn on it; both pages are marked as done.</summary>
    private static async Task AddInPdf(IPage page)
    {
        await OpenDocument(page, Note);

        // What the policy is in doubt about here isn't what this is about; it stays.
        while (await page.Locator(".doc-head .tag.doubt").CountAsync() > 0)
        {
            var doubts = await page.Locator(".doc-head .tag.doubt").InnerTextAsync();
            await page.Keyboard.PressAsync("n");
            await page.Keyboard.PressAsync("b");
            await Expect(page.Locator(".doc-head .tag").First).Not.ToHaveTextAsync(doubts);
        }

        var word = page.Locator(".pdfpage .words span").Filter(new LocatorFilterOptions { HasTextRegex = new Regex("^zilvervis") }).First;
        await word.DblClickAsync();
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("zilvervis");
        await page.Locator("#card-ground").SelectOptionAsync("5.1.2b");
        await TestBrowser.Saved(page);

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("x");
        var from = await Box(page, "Windkracht");
        var to = await Box(page, "Advies");
        await page.Mouse.MoveAsync(from.X - 2, from.Y - 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + to.Width - 3, to.Y + to.Height + 2, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".card .quote")).ToHaveTextAsync("Windkracht Advies");
        await page.Locator("#card-ground").SelectOptionAsync("5.1.2f");
        await TestBrowser.Saved(page);

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".pagegrid .done")).ToHaveCountAsync(2);
        await Expect(page.Locator(".doc-head")).ToContainTextAsync("gereed");
    }

    private static async Task<LocatorBoundingBoxResult> Box(IPage page, string word) =>
        (await page.Locator(".pdfpage .words span").Filter(new LocatorFilterOptions { HasTextRegex = new Regex("^" + word) }).First.BoundingBoxAsync())!;

    private static async Task StillThere(IPage page)
    {
        await OpenDocument(page, Note);
        await Expect(page.Locator(".pagegrid .done")).ToHaveCountAsync(2);
        await Expect(page.Locator(".passages")).ToContainTextAsync("Windkracht Advies");
        await OpenDocument(page, Citizen);
        await Mark(page, "4 maart 1951").ClickAsync();
        await Expect(page.Locator(".card .why")).ToContainTextAsync("Besluit van Anna Beoordelaar");
    }

    /// <summary>Two persons become one, then all sightings of that one are removed in one step; gives how many those are.</summary>
    private static async Task<int> MergePersons(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Personen" }).ClickAsync();
        var before = await Sightings(page, "Velde-Smits, T. van der (Teun)");
        await page.GetByLabel("van der Velde kiezen om samen te voegen").CheckAsync();
        await page.GetByLabel(new Regex("^Velde-Smits, T. van der")).CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "2 samenvoegen…" }).ClickAsync();
        await page.Locator("dialog .primary").ClickAsync();
        await Expect(page.Locator(".toasts")).ToContainTextAsync("Samengevoegd");
        await Expect(page.Locator(".people button").Filter(new LocatorFilterOptions { HasTextRegex = new Regex("^van der Velde") })).ToHaveCountAsync(0);
        var together = await Sightings(page, "Velde-Smits, T. van der (Teun)");
        Assert.Equal(before + 1, together);

        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator("dialog")).ToContainTextAsync($"{together} passages in");
        await page.Locator("#person-reason").FillAsync(MergedReason);
        await page.Locator("dialog .primary").ClickAsync();
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".toasts")).ToContainTextAsync($"{together} passages gelakt");
        return together;
    }

    private static async Task<int> Sightings(IPage page, string name)
    {
        await page.Locator(".people button").Filter(new LocatorFilterOptions { HasText = name }).ClickAsync();
        await Expect(page.Locator(".person h2")).ToHaveTextAsync(name);
        return int.Parse(await page.Locator(".person .figures b").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Judge(IPage page)
    {
        await OpenDocument(page, Withheld);
        await page.Keyboard.PressAsync("j");
        await page.Locator("#judge-state").SelectOptionAsync("niet openbaar");
        await page.GetByLabel(new Regex("^5.1.2i")).CheckAsync();
        await page.Locator("#judge-why").FillAsync("Het logboek toont hoe meldingen worden afgehandeld; openbaarheid schaadt het functioneren van de meldkamer.");
        await page.Locator("dialog .primary").ClickAsync();
        await TestBrowser.Saved(page);
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Bevestigen") })).ToBeDisabledAsync();

        await page.Locator("#reviewer").ClickAsync();
        await page.Locator("#reviewer-name").FillAsync("Bram Tweede");
        await page.Locator("dialog .primary").ClickAsync();
        await Expect(page.Locator("#reviewer")).ToHaveTextAsync("Bram Tweede");
        await page.Keyboard.PressAsync("J");
        await Expect(page.Locator(".side")).ToContainTextAsync("Bevestigd door Bram Tweede");
    }

    private static async Task Publish(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Publiceren" }).ClickAsync();
        await page.Locator("#publish-now").ClickAsync();
        await page.Locator("dialog .danger").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Het pakket is klaar", new LocatorAssertionsToContainTextOptions { Timeout = 90_000 });
        await Expect(page.Locator("main")).ToContainTextAsync("niet openbaar");
    }

    private static void Check(TestDossier dossier, int ofPerson)
    {
        var account = Account.Read(Path.Combine(dossier.Out, "intern", "lakverantwoording.csv"));
        var byAnna = account.Where(r => r.Source == "persoon: Anna Beoordelaar").ToList();

        // The doubt, the bounds, the ground, the label and the two of the PDF; and the sightings of the person that two became.
        Assert.Equal(ofPerson, byAnna.Count(r => r.Motivation == MergedReason));
        var others = byAnna.Where(r => r.Motivation != MergedReason).Select(r => (r.Document, r.Label, r.Ground)).Order().ToList();
        Assert.Equal(
            [(Doubt, "e-mailadres", "5.1.2i"), (Doubt, "naam", "5.1.2e"), (Doubt, "naam", "5.1.2e"), (Citizen, "rekening- of persoonsnummer", "5.1.2e"), (Note, "naam", "5.1.2b"), (Note, "naam", "5.1.2f")],
            others);
        Assert.DoesNotContain(account, r => r.Source.StartsWith("persoon:", StringComparison.Ordinal) && r.Source != "persoon: Anna Beoordelaar");
        Assert.DoesNotContain(account, r => r.Document == Citizen && r.Label == "geboortedatum");

        var inventory = File.ReadAllLines(Path.Combine(dossier.Out, "publicatie", "inventarislijst.csv"));
        Assert.Matches($@"^\uFEFF?{Withheld},.*,Niet openbaar,.*5\.1\.2i", Assert.Single(inventory, l => l.TrimStart('\uFEFF').StartsWith(Withheld + ",", StringComparison.Ordinal)));
        Assert.False(File.Exists(Path.Combine(dossier.Out, "publicatie", "documenten", Withheld + ".pdf")));
        if (ExternalTool.IsHere("pdftotext"))
        {
            var note = Text(dossier, Note);
            Assert.DoesNotContain("zilvervis", note, StringComparison.Ordinal);
            Assert.DoesNotContain("Windkracht", note, StringComparison.Ordinal);
            Assert.Contains("41.500 euro", note, StringComparison.Ordinal);
            var citizen = Text(dossier, Citizen);
            Assert.Contains("4 maart 1951", citizen, StringComparison.Ordinal);
            Assert.Contains("H. Postma-Ydema", citizen, StringComparison.Ordinal);
            Assert.DoesNotContain("hilda_uit_drenthe", citizen, StringComparison.Ordinal);
        }
    }

    private static string Text(TestDossier dossier, string id) =>
        Spaces().Replace(ExternalTool.Run("pdftotext", "-layout", Path.Combine(dossier.Out, "publicatie", "documenten", id + ".pdf"), "-").Output, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
