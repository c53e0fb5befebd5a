using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace WooPipeline.Review;

/// <summary>
/// Lets through only requests of the page that this start opened: the right host (against DNS rebinding), the token's cookie, and for
/// changes the page's own origin. Every answer carries the content policy.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, string token)
{
    /// <summary>No inline script or style, nothing from another host, no frames. WebAssembly is for images in scans (pdf.js).</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        var port = context.Connection.LocalPort;
        if (!IsOurHost(context.Request.Headers.Host, port))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "Deze beoordeling is alleen op deze computer te openen.").ConfigureAwait(false);
        }
        else if (context.Request.Path == "/start")
        {
            await StartAsync(context, port).ConfigureAwait(false);
        }
        else if (!SessionToken.Matches(context.Request.Cookies[CookieName(port)], token))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Open de beoordeling met het adres dat 'woo review' laat zien; een oud adres werkt na een herstart niet meer.").ConfigureAwait(false);
        }
        else if (!HttpMethods.IsGet(context.Request.Method) && !IsOwnPage(context.Request, port))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Dit verzoek kwam niet van de pagina van de beoordeling.").ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    private Task StartAsync(HttpContext context, int port)
    {
        if (!SessionToken.Matches(context.Request.Query["token"], token))
        {
            return RefuseAsync(context, StatusCodes.Status401Unauthorized, "Dit adres hoort niet bij deze start. Gebruik het adres dat 'woo review' laat zien.");
        }

        context.Response.Cookies.Append(CookieName(port), token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        context.Response.Redirect("/");
        return Task.CompletedTask;
    }

    private static bool IsOurHost(StringValues host, int port)
    {
        var expected = port.ToString(CultureInfo.InvariantCulture);
        return host.Count == 1 && (host[0] == "127.0.0.1:" + expected || host[0] == "localhost:" + expected);
    }

    private static bool IsOwnPage(HttpRequest request, int port)
    {
        var origin = request.Headers.Origin;
        var isOurs = origin.Count == 1 && origin[0]!.StartsWith("http://", StringComparison.Ordinal) && IsOurHost(origin[0]!["http://".Length..], port);
        return isOurs && HttpMethods.IsPost(request.Method) && request.HasJsonContentType();
    }

    private static string CookieName(int port) => "woo-" + port.ToString(CultureInfo.InvariantCulture);

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message);
    }
}
