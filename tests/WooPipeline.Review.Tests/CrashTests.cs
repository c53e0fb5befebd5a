using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WooPipeline.Review.Tests;

/// <summary>A server that is killed in the middle of writing: what it said was saved is there, and the files are whole.</summary>
public sealed partial class CrashTests
{
    private const int Kills = 100;
    private const string Mail = "From: Femke Roodnat <f.roodnat@example.nl>\nTo: Karel Oostwal <k.oostwal@example.nl>\nSubject: Overleg\nDate: Wed, 22 Nov 2023 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nBeste Karel,\n\nHet project Zilvervis start in maart en duurt tot en met de zomer van het volgende jaar.\n";

    [Fact]
    public async Task A_hundred_kills_during_writes_lose_no_decision_that_was_shown_as_saved()
    {
        // Two at a time, each on a dossier of its own.
        var lanes = await Task.WhenAll(Enumerable.Range(0, 2).Select(lane => Task.Run(() => Lane(lane, Kills / 2))));

        Assert.Equal(Kills, lanes.Sum(l => l.Kills));
        Assert.True(lanes.Sum(l => l.Saved) >= Kills, $"{lanes.Sum(l => l.Saved)} decisions were saved before {Kills} kills");
        Console.WriteLine($"{lanes.Sum(l => l.Kills)} kills, {lanes.Sum(l => l.Saved)} decisions answered as saved, {lanes.Sum(l => l.Unanswered)} cut off, none lost");
    }

    private static async Task<(int Kills, int Saved, int Unanswered)> Lane(int lane, int kills)
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        var random = new Random(4711 + lane);
        var (saved, unanswered, number) = (0, 0, 0);
        string? last = null;
        for (var k = 0; k < kills; k++)
        {
            using var server = await Start(dossier);
            using var http = await Open(server.Url);
            var status = JsonNode.Parse(await http.GetStringAsync(new Uri(server.Url, "/api/documents/0001/status")))!;
            last = Holding(status, last, number);
            var version = status["version"]!.GetValue<string>();
            Task? killer = null;
            try
            {
                while (true)
                {
                    number++;
                    var answer = await Decide(http, server.Url, version, $"besluit {number}");
                    version = answer["status"]!["version"]!.GetValue<string>();
                    last = $"besluit {number}";
                    saved++;

                    // From here on it may fall at any moment of any write.
                    killer ??= Task.Delay(random.Next(1, 40)).ContinueWith(_ => server.Process.Kill(), TaskScheduler.Default);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException)
            {
                unanswered++;
            }

            await (killer ?? Task.CompletedTask);
            await server.Process.WaitForExitAsync();
        }

        await Undone(dossier);
        return (kills, saved, unanswered);
    }

    /// <summary>Whatever was cut off, the steps of all those starts go back one by one to the beginning.</summary>
    private static async Task Undone(TestDossier dossier)
    {
        using var server = await Start(dossier);
        using var http = await Open(server.Url);
        for (var step = 0; step < 5; step++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/api/undo")) { Content = JsonContent.Create(new { }) };
            request.Headers.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK && JsonNode.Parse(body)!["step"] is not null, body);
        }
    }

    /// <summary>What holds is what was answered last, or the one after it that was cut off between the write and the answer.</summary>
    private static string? Holding(JsonNode status, string? last, int number)
    {
        var reasons = status["passages"]!.AsArray().Select(p => p!["reason"]!.GetValue<string>()).Where(r => r.StartsWith("besluit", StringComparison.Ordinal)).ToList();
        if (last is null && reasons.Count == 0)
        {
            return null;
        }

        var holding = Assert.Single(reasons);
        Assert.Contains(holding, (string[])[last ?? "", $"besluit {number}"]);
        return holding;
    }

    private static async Task<JsonNode> Decide(HttpClient http, Uri url, string version, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, "/api/documents/0001/passages"))
        {
            Content = JsonContent.Create(new { version, action = "decide", s = 5, e = 18, verdict = "remove", label = "NAME", ground = "5.1.2e", reason }),
        };
        request.Headers.Add("Origin", url.GetLeftPart(UriPartial.Authority));
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!;
    }

    private static async Task<HttpClient> Open(Uri url)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
        using var start = await http.GetAsync(url);
        start.EnsureSuccessStatusCode();
        while (!JsonNode.Parse(await http.GetStringAsync(new Uri(url, "/api/status")))!["ready"]!.GetValue<bool>())
        {
            await Task.Delay(15);
        }

        return http;
    }

    private static async Task<Running> Start(TestDossier dossier)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "woo.dll"), "review", dossier.Path, "--geen-browser", "--naam", "Anna" },
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_QuickJitForLoops"] = "1" },
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new Running(process, new Uri(Address().Match(line).Value));
    }

    private sealed record Running(Process Process, Uri Url) : IDisposable
    {
        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill();
                Process.WaitForExit();
            }

            Process.Dispose();
        }
    }

    [GeneratedRegex("http://127[^ ]*")]
    private static partial Regex Address();
}
