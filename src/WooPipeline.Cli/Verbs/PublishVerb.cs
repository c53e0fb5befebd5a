using System.CommandLine;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cli;

/// <summary><c>woo publish OUT --gpp URL</c>: uploads a checked package to a publicatiebank. The token comes from the environment.</summary>
internal static class PublishVerb
{
    private const string TokenVariable = "WOO_GPP_TOKEN";

    public static Command Create()
    {
        var folder = new Argument<string>("OUT") { Description = "Map met publicatie/ en intern/." };
        var address = new Option<string>("--gpp") { Description = "Adres van de GPP-Woo publicatiebank.", Required = true };
        var user = new Option<string>("--user") { Description = "Wie aanlevert, voor het logboek van de publicatiebank.", Required = true };
        var concept = new Option<bool>("--concept") { Description = "Laat de publicatie als concept staan." };
        var command = new Command("publish", $"Lever een gecontroleerd pakket aan bij een publicatiebank (sleutel in {TokenVariable}).") { folder, address, user, concept };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var token = Environment.GetEnvironmentVariable(TokenVariable);
            if (string.IsNullOrEmpty(token) || !Uri.TryCreate(parsed.GetValue(address), UriKind.Absolute, out var uri))
            {
                throw new DossierException($"Geef met --gpp een volledig adres op en zet de sleutel van de publicatiebank in de omgevingsvariabele {TokenVariable}.");
            }

            using var http = new HttpClient();
            var options = new GppOptions { Address = uri, Token = token, UserId = parsed.GetValue(user)!, UserName = parsed.GetValue(user)!, Publish = !parsed.GetValue(concept) };
            var report = new GppPublisher(http, options).Publish(parsed.GetValue(folder)!).GetAwaiter().GetResult();
            Console.WriteLine($"{report.Uploaded} documenten aangeleverd, {report.Skipped} stonden er al; {(report.Published ? "gepubliceerd" : "nog een concept")}.");
            return ExitCodes.Done;
        }));
        return command;
    }
}
