using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WooPipeline.Review;

namespace WooPipeline.Benchmarks;

/// <summary>
/// The review app over a generated dossier, by the clock of a client beside it: opening, the list, a document, a decision that is on disk,
/// and a search over all text. What the browser adds is timed in the tests of the app.
/// </summary>
internal static class ReviewBenchmarks
{
    private const int Repeats = 20;

    /// <summary>Times one dossier.</summary>
    public static string Measure(int documents)
    {
        var folder = Directory.CreateTempSubdirectory("woo-review-").FullName;
        try
        {
            DossierGenerator.Write(folder, documents);
            return Run(folder, documents).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Run(string folder, int documents)
    {
        var (first, firstCpu) = (0.0, 0.0);
        await using (var reading = await ReviewServer.StartAsync(new ReviewOptions { Dossier = folder }))
        {
            (first, firstCpu) = await Time(() => reading.Ready);
        }

        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = folder, Reviewer = "meting" });
        var (again, againCpu) = await Time(() => server.Ready);
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server.Address };
        using var start = await http.GetAsync(server.Url);
        var list = await Best(async _ => await http.GetStringAsync(Path(server, "api/dossier")));
        var ids = JsonNode.Parse(await http.GetStringAsync(Path(server, "api/dossier")))!["documents"]!.AsArray()
            .Where(d => d!["hasText"]!.GetValue<bool>() && d["removed"]!.GetValue<int>() > 0).Select(d => d!["id"]!.GetValue<string>()).ToArray();
        var document = await Best(async i => await http.GetStringAsync(Path(server, "api/documents/" + ids[i * 37 % ids.Length])));
        var decision = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            decision = Math.Min(decision, await Decide(http, server, ids[i * 41 % ids.Length]));
        }

        var search = await Best(async _ => (await Post(http, server, "api/search", new { query = "overleg", whole = true })).Dispose());
        return string.Create(CultureInfo.InvariantCulture,
            $"{documents} documents: first opening {first:0.0} s ({firstCpu:0.0} s of processor), second {again:0.00} s ({againCpu:0.00} s); list {list:0} ms, document {document:0.0} ms, decision on disk {decision:0.0} ms, search {search:0} ms");
    }

    /// <summary>Milliseconds until a decision on a document's first passage is answered, and so is on disk.</summary>
    private static async Task<double> Decide(HttpClient http, ReviewServer server, string id)
    {
        var status = JsonNode.Parse(await http.GetStringAsync(Path(server, $"api/documents/{id}/status")))!;
        var passage = status["passages"]![0]!;
        var started = Stopwatch.GetTimestamp();
        using var answer = await Post(http, server, $"api/documents/{id}/passages", new
        {
            version = status["version"]!.GetValue<string>(),
            action = "decide",
            s = passage["s"]!.GetValue<int>(),
            e = passage["e"]!.GetValue<int>(),
            verdict = "remove",
            label = "NAME",
            ground = "5.1.2e",
        });
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<HttpResponseMessage> Post(HttpClient http, ReviewServer server, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path(server, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        return await http.SendAsync(request);
    }

    private static Uri Path(ReviewServer server, string path) => new(server.Address, path);

    private static async Task<(double Seconds, double Processor)> Time(Func<Task> step)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await step();
        process.Refresh();
        return (Stopwatch.GetElapsedTime(clock).TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds);
    }

    /// <summary>The best of some, in milliseconds.</summary>
    private static async Task<double> Best(Func<int, Task> step)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            best = Math.Min(best, (await Time(() => step(i))).Seconds);
        }

        return best * 1000;
    }
}
