using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Word;
using WooPipeline.Pipeline;
using static Microsoft.Playwright.Assertions;

namespace WooPipeline.Review.Tests;

/// <summary>A rectangle over a picture, by mouse and by keys, to a package in which what it covered isn't.</summary>
public sealed class AreaTests
{
    private const string Pdf = "0001";
    private const string Word = "0002";

    [Fact]
    public async Task A_box_over_a_picture_takes_its_pixels_out_of_what_is_published()
    {
        using var dossier = TestDossier.Of();
        dossier.Add("001-foto.pdf", MakePdf());
        dossier.Add("002-brief.docx", MakeWord());
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        await using (var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Out = dossier.Out, Reviewer = "Anna" }))
        {
            var page = await browser.Open(server);
            await DrawOnPdf(page, server);
            await DrawOnPicture(page, server);
            await Publish(page);
            Assert.Empty(browser.Faults);
        }

        CheckDecisions(dossier);
        CheckAccount(dossier);
        CheckPdf(dossier);
        CheckWord(dossier);
    }

    [Fact]
    public async Task A_rectangle_is_kept_moved_and_taken_away_and_one_that_fits_no_page_is_refused()
    {
        using var dossier = TestDossier.Of();
        dossier.Add("001-foto.pdf", MakePdf());
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        async Task<JsonObject> Set(object? from, object? to) =>
            new() { ["passages"] = Areas(await client.Post($"/api/documents/{Pdf}/areas", new { version = await Version(client), from, to, s = 0, e = 0, label = "SIGNATURE", ground = "5.1.2e" })) };
        var first = new { page = 2, left = 10.1, bottom = 20.3, right = 110.7, top = 60.9 };
        var moved = new { page = 1, left = 30.1, bottom = 20.3, right = 130.7, top = 60.9 };
        Assert.Equal(2, Assert.Single((await Set(null, first))["passages"]!.AsArray())!["area"]!["page"]!.GetValue<int>());
        Assert.Equal(1, Assert.Single((await Set(first, moved))["passages"]!.AsArray())!["area"]!["page"]!.GetValue<int>());
        foreach (var wrong in new object[] { new { page = 3, left = 1, bottom = 1, right = 9, top = 9 }, new { page = 1, left = 9, bottom = 1, right = 1, top = 9 }, new { page = 0, left = 0.1, bottom = 0.1, right = 0.4, top = 0.4 } })
        {
            using var refused = await client.Send($"/api/documents/{Pdf}/areas", new { version = await Version(client), from = (object?)null, to = wrong, s = 0, e = 0 });
            Assert.Equal(400, (int)refused.StatusCode);
        }

        Assert.Empty((await Set(moved, null))["passages"]!.AsArray());
        using var twice = await client.Send($"/api/documents/{Pdf}/areas", new { version = await Version(client), from = moved, to = (object?)null, s = 0, e = 0 });
        Assert.Equal(409, (int)twice.StatusCode);
    }

    [Fact]
    public async Task A_box_on_a_scanned_picture_takes_its_pixels_and_the_words_under_it()
    {
        using var folder = new TemporaryFolder();
        var scan = folder.File("scan.png");
        if (!ExternalTool.IsHere("convert") || !ExternalTool.IsHere("tesseract") || !ExternalTool.IsHere("pdftoppm")
            || ExternalTool.Run("convert", "-size", "1240x900", "xc:white", "-font", "DejaVu-Sans", "-pointsize", "40", "-fill", "black", "-annotate", "+100+150", "Verslag van de vergadering",
                "-annotate", "+100+300", "Zilvervis is het project", "-fill", "blue", "-draw", "rectangle 100,450 500,700", scan).ExitCode != 0)
        {
            Console.WriteLine("skipped: no scan can be made here");
            return;
        }

        using var dossier = TestDossier.Of();
        dossier.Add("001-scan.png", await File.ReadAllBytesAsync(scan));
        await using (var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" }))
        {
            using var client = await Client.Open(server);
            var document = await client.Get($"/api/documents/{Pdf}");
            Assert.True(document["isPdf"]!.GetValue<bool>());
            var page = (await client.Get($"/api/documents/{Pdf}/places"))["pages"]![0]!;
            var (w, h) = (page["w"]!.GetValue<double>(), page["h"]!.GetValue<double>());
            var text = document["text"]!.GetValue<string>();
            var at = text.IndexOf("Zilvervis", StringComparison.Ordinal);
            Assert.True(at >= 0, text);
            var area = new { page = 1, left = 90 / 1240.0 * w, bottom = (1 - (710 / 900.0)) * h, right = 510 / 1240.0 * w, top = (1 - (250 / 900.0)) * h };
            var changed = await client.Post($"/api/documents/{Pdf}/areas", new { version = await Version(client), from = (object?)null, to = area, s = 0, e = 0, texts = new[] { new { s = at, e = at + 9 } }, ground = "5.1.2e", label = "OTHER" });
            Assert.Single(Areas(changed));
            using var shown = await client.Raw($"/api/documents/{Pdf}/public");
            Assert.Equal(200, (int)shown.StatusCode);
        }

        var outcome = DossierRun.Execute(new RunOptions { Dossier = dossier.Path, Out = dossier.Out }, new StageProgress());
        Assert.True(outcome.Verification!.IsClean, string.Join(' ', outcome.Messages));
        Assert.Equal(0, Colours(Public(dossier, Pdf), folder).Blue);
        Assert.All(Pictures(Public(dossier, Pdf), folder), p => Assert.Equal(0, Count(p, blue: true)));
        var says = ExternalTool.Run("pdftotext", Public(dossier, Pdf), "-").Output;
        Assert.Contains("vergadering", says, StringComparison.Ordinal);
        Assert.DoesNotContain("Zilvervis", says, StringComparison.Ordinal);
        Assert.Equal(2, Account.Read(Path.Combine(dossier.Out, "intern", "lakverantwoording.csv")).Count(r => r.Source == "persoon: Anna"));
    }

    [Fact]
    public void A_rectangle_that_cannot_be_cleared_keeps_the_document_in_and_one_on_a_changed_source_waits_for_a_person()
    {
        using var dossier = TestDossier.Of(("003-mail.eml", "From: a@example.nl\nTo: b@example.nl\nSubject: Planning\nDate: Wed, 1 Nov 2023 10:00:00 +0100\n\nHet najaar is gepland.\n"));
        dossier.Add("001-foto.pdf", MakePdf());
        dossier.Add("002-brief.docx", MakeWord());
        var store = new DecisionStore(dossier.File("besluiten"));
        DocumentDecisions Drawn(string source, int page) => new()
        {
            Source = source,
            Sha256 = "anders",
            Passages = [new PassageDecision { Span = default, Text = "", Area = new PageArea(page, 100, 500, 300, 700), Verdict = Verdict.Remove, Ground = "5.1.2e", By = "Anna", Reason = "portret" }],
        };
        store.Save(Drawn("bronnen/001-foto.pdf", 1));
        store.Save(Drawn("bronnen/002-brief.docx", 1));
        Assert.Equal(Drawn("bronnen/001-foto.pdf", 1).Passages[0].Area, store.Load("bronnen/001-foto.pdf")!.Passages[0].Area);
        var outcome = DossierRun.Execute(new RunOptions { Dossier = dossier.Path, Out = dossier.Out }, new StageProgress());
        Assert.Equal(1, outcome.States[Publication.DocumentState.Quarantined]);
        Assert.Equal(1, outcome.States[Publication.DocumentState.PartlyPublic]);
        Assert.True(outcome.Doubts >= 2);
        Assert.False(File.Exists(Public(dossier, Word)));
        Assert.True(File.Exists(Public(dossier, Pdf)));

        // On a page that isn't there nothing can be cleared either.
        store.Save(Drawn("bronnen/001-foto.pdf", 9));
        Assert.Equal(2, DossierRun.Execute(new RunOptions { Dossier = dossier.Path, Out = dossier.Out }, new StageProgress()).States[Publication.DocumentState.Quarantined]);
    }

    /// <summary>The rectangles of a changed document, without what the policy finds in its text.</summary>
    private static JsonArray Areas(JsonObject changed) => [.. changed["status"]!["passages"]!.AsArray().Where(p => p!["area"] is not null).Select(p => p!.DeepClone())];

    private static async Task<string> Version(Client client) => (await client.Get($"/api/documents/{Pdf}/status"))["version"]!.GetValue<string>();

    /// <summary>Drawn with the mouse over the right half of the picture, moved by its middle, sized by its corner, and back by undo.</summary>
    /// <summary>Where the rectangle stands once it is drawn and fits; after a while, wherever it stands: pages are drawn anew behind a step.</summary>
    private static async Task<LocatorBoundingBoxResult> BoxOf(IPage page, Func<LocatorBoundingBoxResult, bool> fits)
    {
        const int Tries = 50;
        for (var i = 0; ; i++)
        {
            var box = await page.Locator(".mark.area").BoundingBoxAsync();
            if (box is not null && (fits(box) || i >= Tries))
            {
                return box;
            }

            Assert.True(i < 2 * Tries, "the rectangle is not drawn");
            await page.WaitForTimeoutAsync(100);
        }
    }

    private static async Task DrawOnPdf(IPage page, ReviewServer server)
    {
        await page.GotoAsync(server.Address + "document/" + Pdf);
        await page.Locator(".pdfpage canvas").First.WaitForAsync();
        await page.Keyboard.PressAsync("x");
        var frame = page.Locator(".rubber.keyed");
        await Expect(frame).ToBeFocusedAsync();
        await Expect(frame).ToHaveAttributeAsync("aria-label", new Regex("^Kader op bladzijde 1: .* cm van links"));
        var place = await PictureOnPage(page);
        await page.Mouse.MoveAsync(place.X + (place.Width / 2) + 4, place.Y - 3);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + place.Width + 6, place.Y + place.Height + 4, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".card h2").First).ToHaveTextAsync("Nieuw vlak");
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".passages")).ToContainTextAsync("Vlak op bladzijde 1");

        var before = await BoxOf(page, _ => true);
        await page.Mouse.MoveAsync(before.X + 20, before.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(before.X + 20, before.Y + 140, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await TestBrowser.Saved(page);
        await Expect(page.Locator("#undo")).ToHaveAttributeAsync("title", "Ongedaan maken: vlak verplaatsen");
        Assert.InRange((await BoxOf(page, b => b.Y - before.Y >= 100)).Y - before.Y, 100, 140);
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".toasts")).ToContainTextAsync("Ongedaan gemaakt: vlak verplaatsen");
        Assert.InRange(Math.Abs((await BoxOf(page, b => Math.Abs(b.Y - before.Y) <= 2)).Y - before.Y), 0, 2);

        // A second one by keys alone, away again by one more.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("PageDown");
        await Expect(frame).ToHaveAttributeAsync("aria-label", new Regex("^Kader op bladzijde 2:"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".passages")).ToContainTextAsync("Vlak op bladzijde 2");
        await page.Keyboard.PressAsync("Delete");
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".passages")).Not.ToContainTextAsync("Vlak op bladzijde 2");
    }

    /// <summary>Where the picture is seen: the red and blue of the canvas.</summary>
    private static async Task<(float X, float Y, float Width, float Height)> PictureOnPage(IPage page)
    {
        await page.WaitForFunctionAsync("document.querySelector('.pdfpage canvas') && [...document.querySelector('.pdfpage canvas').getContext('2d').getImageData(0, 0, 600, 900).data].some((v, i, a) => i % 4 === 0 && v === 255 && a[i + 1] === 0)");
        var found = await page.EvaluateAsync<float[]>("""
            (() => {
              const canvas = document.querySelector('.pdfpage canvas');
              const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let [l, t, r, b] = [width, height, 0, 0];
              for (let y = 0; y < height; y++) {
                for (let x = 0; x < width; x++) {
                  const i = (y * width + x) * 4;
                  if (data[i + 1] === 0 && (data[i] === 255) !== (data[i + 2] === 255)) {
                    l = Math.min(l, x); r = Math.max(r, x); t = Math.min(t, y); b = Math.max(b, y);
                  }
                }
              }
              const box = canvas.getBoundingClientRect();
              const k = box.width / width;
              return [box.left + l * k, box.top + t * k, (r - l) * k, (b - t) * k];
            })()
            """);
        return (found[0], found[1], found[2], found[3]);
    }

    /// <summary>By keys alone: the frame is put over the left part of the picture of a letter.</summary>
    private static async Task DrawOnPicture(IPage page, ReviewServer server)
    {
        await page.GotoAsync(server.Address + "document/" + Word);
        await page.Locator(".paper .picture img").WaitForAsync();
        await page.WaitForFunctionAsync("document.querySelector('.paper .picture img').complete");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".rubber.keyed")).ToHaveAttributeAsync("aria-label", new Regex("^Kader op afbeelding 1:"));
        for (var i = 0; i < 14; i++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.PressAsync("ArrowUp");
        }

        await page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 14; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(page.Locator(".rubber.keyed")).ToHaveAttributeAsync("aria-label", new Regex("0,0 cm van links, 0,0 cm van boven, .*Pijlen vergroten"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".card h2").First).ToHaveTextAsync("Nieuw vlak");
        await page.Keyboard.PressAsync("l");
        await TestBrowser.Saved(page);
        await Expect(page.Locator(".passages")).ToContainTextAsync("Vlak op een afbeelding");
    }

    private static async Task Publish(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Publiceren" }).ClickAsync();
        await page.Locator("#publish-now").ClickAsync();
        await page.Locator("dialog .danger").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Het pakket is klaar", new LocatorAssertionsToContainTextOptions { Timeout = 90_000 });
    }

    private static void CheckDecisions(TestDossier dossier)
    {
        var passage = Assert.Single(JsonNode.Parse(File.ReadAllText(dossier.DecisionsOf("bronnen/001-foto.pdf")))!["passages"]!.AsArray(), p => p!["gebied"] is not null)!;
        Assert.Equal(1, passage["gebied"]!["bladzijde"]!.GetValue<int>());
        Assert.Equal("verwijderen", passage["besluit"]!.GetValue<string>());
        Assert.Equal("Anna", passage["door"]!.GetValue<string>());
    }

    private static void CheckAccount(TestDossier dossier)
    {
        var account = Account.Read(Path.Combine(dossier.Out, "intern", "lakverantwoording.csv"));
        Assert.Single(account, r => r.Document == Pdf && r.Source == "persoon: Anna" && r.Label == "handtekening of portret");
        Assert.Single(account, r => r.Document == Word && r.Source == "persoon: Anna" && r.Label == "handtekening of portret");
        var inventory = File.ReadAllText(Path.Combine(dossier.Out, "publicatie", "inventarislijst.csv"));
        Assert.Equal(2, Regex.Count(inventory, "Deels openbaar", RegexOptions.None, TimeSpan.FromSeconds(1)));
        if (ExternalTool.IsHere("qpdf"))
        {
            Assert.Equal(0, ExternalTool.Run("qpdf", "--check", Public(dossier, Pdf)).ExitCode);
        }
    }

    private static void CheckPdf(TestDossier dossier)
    {
        if (!ExternalTool.IsHere("pdftoppm") || !ExternalTool.IsHere("pdfimages"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var (red, blue) = Colours(Public(dossier, Pdf), folder);
        Assert.True(red > 10_000, $"{red} red");
        Assert.True(blue < 700, $"{blue} blue"); // a column along the middle of the picture, where the box doesn't reach
        foreach (var (index, picture) in Pictures(Public(dossier, Pdf), folder).Index())
        {
            Assert.True(Count(picture, blue: true) <= 200 * 8, $"picture {index}: blue is left in the file");
        }

        var text = ExternalTool.Run("mutool", "draw", "-q", "-F", "txt", Public(dossier, Pdf)).Output;
        Assert.Contains("5.1.2e", text, StringComparison.Ordinal);
        Assert.Contains("Onderschrift", text, StringComparison.Ordinal);
    }

    private static void CheckWord(TestDossier dossier)
    {
        if (!ExternalTool.IsHere("pdftoppm") || !ExternalTool.IsHere("pdfimages"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var picture = Assert.Single(Pictures(Public(dossier, Word), folder));
        var (red, blue) = (Count(picture, blue: false), Count(picture, blue: true));
        Assert.True(blue >= (TestPicture.Width / 2 * TestPicture.Height) - 400, $"{blue} blue");
        Assert.True(red > 0 && red < TestPicture.Width / 4 * TestPicture.Height, $"{red} red");
        Assert.Contains("5.1.2e", ExternalTool.Run("pdftotext", Public(dossier, Word), "-").Output, StringComparison.Ordinal);
    }

    private static string Public(TestDossier dossier, string id) => Path.Combine(dossier.Out, "publicatie", "documenten", id + ".pdf");

    private static (int Red, int Blue) Colours(string pdf, TemporaryFolder folder)
    {
        ExternalTool.Run("pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-singlefile", pdf, folder.File("page"));
        var bytes = File.ReadAllBytes(folder.File("page.ppm"));
        return (Count(bytes, blue: false), Count(bytes, blue: true));
    }

    private static List<byte[]> Pictures(string pdf, TemporaryFolder folder)
    {
        ExternalTool.Run("pdfimages", pdf, folder.File("p"));
        return [.. Directory.GetFiles(Path.GetDirectoryName(folder.File("p"))!, "p-*.ppm").Select(File.ReadAllBytes)];
    }

    private static int Count(byte[] ppm, bool blue)
    {
        var parts = Encoding.ASCII.GetString(ppm, 0, Math.Min(40, ppm.Length)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var pixels = ppm[^(int.Parse(parts[1], CultureInfo.InvariantCulture) * int.Parse(parts[2], CultureInfo.InvariantCulture) * 3)..];
        return Enumerable.Range(0, pixels.Length / 3).Count(i => pixels[(i * 3) + 1] < 40 && (blue ? pixels[(i * 3) + 2] > 200 && pixels[i * 3] < 40 : pixels[i * 3] > 200 && pixels[(i * 3) + 2] < 40));
    }

    private static DocumentTree Tree(DocumentKind kind) => new()
    {
        Kind = kind,
        Title = "Foto",
        Blocks =
        [
            new Heading(1, [new TextRun("Verslag van het werkbezoek")]),
            new ImageBlock(TestPicture.Image),
            Paragraph.Of("Onderschrift bij de foto van het werkbezoek."),
            new PageBreak(),
            Paragraph.Of("De tweede bladzijde gaat over de planning van het najaar."),
        ],
    };

    internal static byte[] MakePdf()
    {
        using var output = new MemoryStream();
        PdfDocumentWriter.Write(Tree(DocumentKind.Pdf), new HouseStyle(), new PdfWriteOptions { Title = "Foto" }, output);
        return output.ToArray();
    }

    internal static byte[] MakeWord()
    {
        using var output = new MemoryStream();
        DocxWriter.Write(Tree(DocumentKind.Text), new HouseStyle(), new DocxWriteOptions { Title = "Foto" }, output);
        return output.ToArray();
    }
}
