using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WooPipeline.Review;

/// <summary>Publishing from the app, the files that it gave, and the draft for colleagues.</summary>
internal static class PublishApi
{
    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".html"] = "text/html; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json",
        [".xml"] = "application/xml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Folders = ["publicatie", "intern"];

    public static void Map(RouteGroupBuilder api, ReviewSession session)
    {
        api.MapGet("/publish", () => session.Publish.View(NotReady(session.Desk)));
        api.MapPost("/publish", (PublishBody body) => Start(session, body));
        api.MapPost("/publish/open", (EmptyBody _) => Open(session.Publish.OutFolder));
        api.MapGet("/package/{**path}", (HttpContext context, string path) => File(context, session.Publish.OutFolder, path));
        api.MapGet("/draft", (HttpContext context, string? ids, string? vorm) => Draft(context, session.Desk, ids, vorm));
    }

    private static int NotReady(ReviewDesk desk) => desk.All().Count(d => !d.IsReady);

    private static PublishView Start(ReviewSession session, PublishBody body)
    {
        var notReady = NotReady(session.Desk);
        if (notReady > 0 && !body.Even)
        {
            throw ReviewException.Conflict($"Er {(notReady == 1 ? "is nog 1 document" : $"zijn nog {notReady} documenten")} niet gereed. Maak ze af, of kies uitdrukkelijk om toch te publiceren.");
        }

        session.Publish.Start();
        return session.Publish.View(notReady);
    }

    private static PublishOpened Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw ReviewException.NotFound("Er is nog geen pakket. Publiceer eerst.");
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(folder) { UseShellExecute = true });
            return new PublishOpened(true, folder);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return new PublishOpened(false, folder);
        }
    }

    /// <summary>A file of the package. Only what a listing of the folder gives is served, so a path can't lead out of it.</summary>
    private static IResult File(HttpContext context, string folder, string path)
    {
        var files = Folders.Select(f => Path.Combine(folder, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }));
        var full = files.FirstOrDefault(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/') == path)
            ?? throw ReviewException.NotFound("Dit bestand zit niet in het pakket.");

        // What the package holds was written by us, but it is shown without any rights all the same.
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        return MediaTypes.TryGetValue(Path.GetExtension(full), out var type) ? Results.File(full, type)
            : Results.File(full, "application/octet-stream", Path.GetFileName(full));
    }

    private static IResult Draft(HttpContext context, ReviewDesk desk, string? ids, string? form)
    {
        string[] chosen = ids is { Length: > 0 } ? [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)] : [.. desk.All().Where(d => d.Document.HasText && !d.IsOutside).Select(d => d.Document.Id)];
        if (form == "pdf")
        {
            return chosen is [var one] ? Results.Bytes(DraftPdf.Of(desk, one), "application/pdf", $"concept-{one}.pdf")
                : Results.File(DraftPdf.Zip(desk, chosen), "application/zip", "concept.zip");
        }

        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        return Results.File(System.Text.Encoding.UTF8.GetBytes(DraftHtml.Of(desk, chosen)), "text/html; charset=utf-8", chosen.Length == 1 ? $"concept-{chosen[0]}.html" : "concept.html");
    }

    private sealed record PublishBody(bool Even);

    private sealed record PublishOpened(bool Opened, string Folder);
}
