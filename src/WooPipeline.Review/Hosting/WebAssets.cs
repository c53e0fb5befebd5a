using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WooPipeline.Review;

/// <summary>The pages, styles and modules of the app; all of them lie in the assembly, so no path of a request ever meets a disk.</summary>
internal static class WebAssets
{
    private const string Root = "wwwroot/";
    private static readonly FrozenDictionary<string, string> Names = typeof(WebAssets).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Root, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Root.Length..], StringComparer.Ordinal);

    private static readonly string[] Pages = ["/", "/document/{id}", "/personen", "/zoeken", "/publiceren"];

    /// <summary>True where pdf.js was there when the app was built.</summary>
    public static bool HasPdfJs { get; } = Names.ContainsKey("pdfjs/pdf.min.mjs");

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var page in Pages)
        {
            app.MapGet(page, context => SendAsync(context, "index.html"));
        }

        app.MapGet("/app/{**path}", (HttpContext context, string path) => SendAsync(context, path));
    }

    private static async Task SendAsync(HttpContext context, string path)
    {
        if (!Names.TryGetValue(path, out var name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = TypeOf(path);
        using var stream = typeof(WebAssets).Assembly.GetManifestResourceStream(name)!;
        await stream.CopyToAsync(context.Response.Body).ConfigureAwait(false);
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".wasm" => "application/wasm",
        ".ttf" => "font/ttf",
        _ => "application/octet-stream",
    };
}
