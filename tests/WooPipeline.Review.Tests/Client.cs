using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WooPipeline.Review.Tests;

/// <summary>Talks to a server as its own page does.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient http;

    private Client(ReviewServer server)
    {
        Server = server;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server.Address };
    }

    public ReviewServer Server { get; }

    /// <summary>Opens a server as a browser would and waits for the dossier.</summary>
    public static async Task<Client> Open(ReviewServer server)
    {
        var client = new Client(server);
        using var response = await client.http.GetAsync(server.Url);
        response.EnsureSuccessStatusCode();
        await server.Ready;
        return client;
    }

    public async Task<JsonObject> Get(string path)
    {
        using var response = await http.GetAsync(Uri(Server, path));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    public async Task<HttpResponseMessage> Raw(string path) => await http.GetAsync(Uri(Server, path));

    public async Task<JsonObject> Post(string path, object body)
    {
        using var response = await Send(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Posts from the page's own origin and gives whatever comes.</summary>
    public async Task<HttpResponseMessage> Send(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Uri(Server, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", Server.Address.GetLeftPart(UriPartial.Authority));
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    private static Uri Uri(ReviewServer server, string path) => new(server.Address, path);
}
