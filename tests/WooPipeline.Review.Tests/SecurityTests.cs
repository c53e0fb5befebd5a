using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace WooPipeline.Review.Tests;

/// <summary>Only the page that this start opened gets anything, and nothing of a document can run in it.</summary>
public sealed class SecurityTests
{
    private const string Mail = "From: Ans de Vries <ans@example.nl>\r\nTo: info@example.nl\r\nSubject: Vraag\r\nDate: Wed, 22 Nov 2023 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + "<html><body><p>Beste lezer, <b>dank</b>.</p><script>window.hacked = 1; fetch('http://127.0.0.1:9/x')</script><img src=\"http://127.0.0.1:9/pixel.png\" onerror=\"window.hacked = 2\"><a href=\"javascript:window.hacked=3\">klik</a><iframe src=\"/api/dossier\"></iframe></body></html>";

    [Fact]
    public async Task Without_the_token_nothing_is_given()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        foreach (var path in new[] { "", "api/dossier", "api/documents/0001", "app/js/app.js", "start", "start?token=", "start?token=" + new string('0', 48) })
        {
            using var response = await http.GetAsync(new Uri(server.Address, path));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var start = await http.GetAsync(server.Url);
        var cookie = Assert.Single(start.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_start_has_a_token_of_its_own()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var first = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        await first.Ready;
        await using var second = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        await second.Ready;

        Assert.NotEqual(first.Url.Query, second.Url.Query);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_alone()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });

        Assert.Equal("127.0.0.1", server.Address.Host);
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a)))
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAnyAsync<SocketException>(async () => await socket.ConnectAsync(address, server.Address.Port));
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.evil.example:{0}")]
    [InlineData("[::1]:{0}")]
    public async Task Another_host_name_is_refused(string host)
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
        request.Headers.Host = string.Format(System.Globalization.CultureInfo.InvariantCulture, host, server.Address.Port);

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("http://evil.example", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("https://{0}", "application/json")]
    [InlineData("http://{0}", "text/plain")]
    [InlineData("http://{0}", "application/x-www-form-urlencoded")]
    public async Task A_change_from_another_page_is_refused(string? origin, string type)
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
        using var start = await http.GetAsync(server.Url);
        await server.Ready;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "api/documents/0001/pages"))
        {
            Content = new StringContent("{\"version\":\"\",\"page\":1,\"mark\":\"gedaan\"}", Encoding.UTF8, type),
        };
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", string.Format(System.Globalization.CultureInfo.InvariantCulture, origin, server.Address.Authority));
        }

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(Directory.Exists(dossier.File("besluiten")));
    }

    [Fact]
    public async Task Every_answer_carries_a_strict_content_policy()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        using var client = await Client.Open(server);
        foreach (var path in new[] { "/", "/document/0001", "/app/js/app.js", "/api/dossier", "/api/documents/0001", "/geen-pagina", "/api/documents/9999" })
        {
            using var response = await client.Raw(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self' 'wasm-unsafe-eval';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public void The_pages_have_no_inline_script_and_name_no_other_host()
    {
        var root = Repository.PathOf("src", "WooPipeline.Review", "wwwroot");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.DoesNotMatch("https?://", text);
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            Assert.DoesNotContain("insertAdjacentHTML", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", text);
            Assert.DoesNotMatch(@"\son\w+\s*=\s*""", text);
        }
    }

    [Theory]
    [InlineData("/app/../dossier.yaml")]
    [InlineData("/app/..%2f..%2fbesluiten%2fa.json")]
    [InlineData("/app/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/app//etc/passwd")]
    [InlineData("/api/package/..%2fbronnen%2fa.eml")]
    [InlineData("/api/package/publicatie/..%2f..%2fdossier%2fbronnen%2fa.eml")]
    [InlineData("/api/package//etc/passwd")]
    [InlineData("/api/documents/..%2f..%2fbronnen%2fa.eml")]
    [InlineData("/api/documents/0001/images/-1")]
    public async Task No_path_leads_out(string path)
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        Directory.CreateDirectory(Path.Combine(dossier.Out, "publicatie"));
        await File.WriteAllTextAsync(Path.Combine(dossier.Out, "publicatie", "goed.txt"), "goed");
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Out = dossier.Out });
        using var client = await Client.Open(server);
        using var good = await client.Raw("/api/package/publicatie/goed.txt");
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);

        // Sent as it stands: HttpClient would take the dots out of the path.
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var token = server.Url.Query["?token=".Length..];
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nCookie: woo-{server.Address.Port}={token}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(tcp.GetStream());
        var answer = await reader.ReadToEndAsync();

        Assert.Matches("^HTTP/1.1 (404|400) ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Ans de Vries", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_with_a_path_that_leads_out_keeps_its_decisions_inside()
    {
        var store = new Pipeline.DecisionStore(Path.Combine(Path.GetTempPath(), "besluiten"));
        foreach (var source in new[] { "bronnen/../../x.eml", "bronnen/a.zip/../../../x.eml", "bronnen/./x.eml" })
        {
            var full = Path.GetFullPath(store.PathOf(source));
            Assert.StartsWith(Path.Combine(Path.GetTempPath(), "besluiten") + Path.DirectorySeparatorChar, full, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Html_of_a_mail_is_never_executed_and_fetches_nothing()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        await using var browser = await TestBrowser.Start();
        if (browser is null)
        {
            return;
        }

        var page = await browser.Open(server);
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(server.Address + "document/0001");
        await page.Locator(".paper").WaitForAsync();
        await page.GetByText("dank").First.WaitForAsync();
        await page.WaitForTimeoutAsync(300);

        Assert.Equal("undefined", await page.EvaluateAsync<string>("typeof window.hacked"));
        Assert.Equal(0, await page.Locator(".paper iframe, .paper script, .paper a[href^='javascript']").CountAsync());
        Assert.All(requests, r => Assert.StartsWith(server.Address.ToString(), r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_of_a_reviewer_can_not_pass_for_the_policy()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path });
        using var client = await Client.Open(server);
        foreach (var name in new[] { "beleid", "", "   ", new string('x', 81), "a\nb" })
        {
            using var response = await client.Send("/api/reviewer", new { name });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }
}
