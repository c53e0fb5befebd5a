using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using WooPipeline.Review;

namespace WooPipeline.Cli;

/// <summary><c>woo review DOSSIER</c>: the review app in the browser, until it is stopped.</summary>
internal static class ReviewVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier (met daarin bronnen/)." };
        var output = new Option<string>("--out") { Description = "Map voor publicatie/ en intern/ bij publiceren vanuit de beoordeling (standaard: uit/ in het dossier)." };
        var name = new Option<string>("--naam") { Description = "Wie beoordeelt (standaard: de naam van uw account)." };
        var port = new Option<int>("--poort") { Description = "Poort op deze computer (standaard: een vrije)." };
        var quiet = new Option<bool>("--geen-browser") { Description = "Open de browser niet; het adres staat in de uitvoer." };
        var jobs = new Option<int>("--jobs") { Description = "Hoeveel documenten tegelijk bij het lezen (standaard: één per processorkern)." };
        var command = new Command("review", "Beoordeel een dossier in de browser: wat wordt gelakt, en waarom.") { dossier, output, name, port, quiet, jobs };
        command.SetAction(parsed => Guarded.Run(() => Serve(
            new ReviewOptions
            {
                Dossier = parsed.GetValue(dossier)!,
                Out = parsed.GetValue(output) ?? "",
                Reviewer = parsed.GetValue(name) ?? "",
                Port = parsed.GetValue(port),
                Jobs = parsed.GetValue(jobs),
                Apart = ReadApartVerb.Reading(),
            },
            parsed.GetValue(quiet)).GetAwaiter().GetResult()));
        return command;
    }

    private static async Task<int> Serve(ReviewOptions options, bool quiet)
    {
        await using var server = await ReviewServer.StartAsync(options);
        Console.WriteLine($"De beoordeling staat open op {server.Url}");
        Console.WriteLine("Alleen deze computer kan erbij; er gaat niets over het netwerk. Stoppen: Ctrl-C. Besluiten staan steeds al in besluiten/.");
        if (!quiet)
        {
            OpenBrowser(server.Url);
        }

        var stopped = server.WaitForShutdownAsync();
        if (await Task.WhenAny(server.Ready, stopped) == server.Ready)
        {
            await server.Ready;
        }

        await stopped;
        return ExitCodes.Done;
    }

    private static void OpenBrowser(Uri url)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(url.ToString()) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            Console.WriteLine("Er is geen browser gevonden om te openen. Open het adres hierboven zelf.");
        }
    }
}
