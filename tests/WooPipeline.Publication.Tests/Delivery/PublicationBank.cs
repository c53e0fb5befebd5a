using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace WooPipeline.Publication.Tests;

/// <summary>A stand-in for GPP-Woo's publicatiebank: the requests that an upload needs, after its published API, on a port of this machine.</summary>
internal sealed class PublicationBank : IDisposable
{
    public const string Token = "geheim-token";
    private const int PartSize = 5000;
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, (string Publication, string Name, List<(string Uuid, int Size, byte[]? Data)> Parts)> documents = [];
    private int next;

    public PublicationBank()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Serve();
    }

    public Uri Address { get; }

    /// <summary>Every request as <c>METHOD path</c>.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Says with what status a request fails; 0 to let it through.</summary>
    public Func<string, int> Fail { get; set; } = _ => 0;

    public List<JsonElement> Publications { get; } = [];

    public string Status { get; private set; } = "";

    /// <summary>Name to content of every complete document.</summary>
    public Dictionary<string, byte[]> Files => documents.Values.Where(d => d.Parts.All(p => p.Data is not null))
        .ToDictionary(d => d.Name, d => d.Parts.SelectMany(p => p.Data!).ToArray());

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, answer) = Answer(context.Request);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }

    private (int, string) Answer(HttpListenerRequest request)
    {
        var what = $"{request.HttpMethod} {request.Url!.AbsolutePath["/api/v2/".Length..]}";
        Requests.Add(what);
        if (request.Headers["Authorization"] != "Token " + Token || string.IsNullOrEmpty(request.Headers["Audit-User-ID"])
            || string.IsNullOrEmpty(request.Headers["Audit-User-Representation"]) || string.IsNullOrEmpty(request.Headers["Audit-Remarks"]))
        {
            return (403, "{}");
        }

        if (Fail(what) is > 0 and var failure)
        {
            return (failure, "{}");
        }

        using var buffer = new MemoryStream();
        request.InputStream.CopyTo(buffer);
        var parts = what.Split(' ', '/');
        return parts switch
        {
            ["GET", "informatiecategorieen"] or ["GET", "organisaties"] => (200, $$"""{"count":1,"results":[{"uuid":"{{parts[1]}}-uuid","identifier":"{{request.QueryString["identifier"]}}"}]}"""),
            ["GET", "publicaties"] => (200, """{"count":0,"results":[]}"""),
            ["POST", "publicaties"] => Publication(buffer.ToArray()),
            ["PATCH", "publicaties", _] => Patch(buffer.ToArray()),
            ["GET", "documenten"] => (200, JsonSerializer.Serialize(new { results = documents.Select(d => new { uuid = d.Key, bestandsnaam = d.Value.Name }) })),
            ["POST", "documenten"] => Document(buffer.ToArray()),
            ["DELETE", "documenten", var uuid] => documents.Remove(uuid) ? (204, "") : (404, "{}"),
            ["PUT", "documenten", var uuid, "bestandsdelen", var part] => Part(uuid, part, Content(request, buffer.ToArray())),
            _ => (404, "{}"),
        };
    }

    private (int, string) Publication(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        Publications.Add(json.RootElement.Clone());
        Status = json.RootElement.GetProperty("publicatiestatus").GetString()!;
        return (201, """{"uuid":"pub-1"}""");
    }

    private (int, string) Patch(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        Status = json.RootElement.GetProperty("publicatiestatus").GetString()!;
        return (200, "{}");
    }

    private (int, string) Document(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (root.GetProperty("officieleTitel").GetString()!.Length is 0 or > 255 || !DateOnly.TryParse(root.GetProperty("creatiedatum").GetString(), out _) || root.GetProperty("kenmerken")[0].GetProperty("kenmerk").GetString()!.Length > 40)
        {
            return (400, "{}");
        }

        var size = root.GetProperty("bestandsomvang").GetInt32();
        var parts = Enumerable.Range(0, Math.Max(1, (size + PartSize - 1) / PartSize)).Select(i => ($"part-{++next}", Math.Min(PartSize, size - (i * PartSize)), (byte[]?)null)).ToList();
        var uuid = $"doc-{++next}";
        documents[uuid] = (root.GetProperty("publicatie").GetString()!, root.GetProperty("bestandsnaam").GetString()!, parts);
        var listed = parts.Select((p, i) => new { uuid = p.Item1, volgnummer = i + 1, omvang = p.Item2 }).Reverse();
        return (201, JsonSerializer.Serialize(new { uuid, bestandsdelen = listed }));
    }

    private (int, string) Part(string uuid, string part, byte[] content)
    {
        var parts = documents[uuid].Parts;
        var index = parts.FindIndex(p => p.Uuid == part);
        if (index < 0 || parts[index].Size != content.Length)
        {
            return (400, "{}");
        }

        parts[index] = (part, content.Length, content);
        return (200, """{"documentUploadVoltooid":true}""");
    }

    /// <summary>The content of the field <c>inhoud</c> of a form.</summary>
    private static byte[] Content(HttpListenerRequest request, byte[] body)
    {
        var boundary = request.ContentType!.Split("boundary=")[1].Trim('"');
        var start = body.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var end = body.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes("\r\n--" + boundary));
        return Encoding.ASCII.GetString(body, 0, start).Contains("name=inhoud", StringComparison.Ordinal) ? body[start..end] : [];
    }
}
