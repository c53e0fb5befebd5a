using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace WooPipeline.Publication;

/// <summary>Requests to a publicatiebank: headers, retries, errors in words.</summary>
internal sealed class GppClient(HttpClient http, GppOptions options)
{
    /// <summary>Sends a request and gives the answer's JSON.</summary>
    /// <param name="method">GET, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">Below <c>/api/v2/</c>.</param>
    /// <param name="body">Makes the body anew for each try; null for none.</param>
    /// <param name="step">What is being done, for messages.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="PackageException">The publicatiebank refused it or can't be reached.</exception>
    public async Task<JsonElement> Send(HttpMethod method, string path, Func<HttpContent>? body, string step, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(options.Address, "/api/v2/" + path)) { Content = body?.Invoke() };
                Sign(request);
                using var response = await http.SendAsync(request, cancel).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    return await Json(response, cancel).ConfigureAwait(false);
                }

                if (!IsPassing(response.StatusCode) || attempt >= options.Retries)
                {
                    throw new PackageException($"De publicatiebank weigerde '{step}' met status {(int)response.StatusCode}. {Advice(response.StatusCode)}");
                }
            }
            catch (HttpRequestException e) when (attempt < options.Retries)
            {
                // A broken connection may come back; the last one is told.
                System.Diagnostics.Debug.WriteLine(e.HttpRequestError);
            }
            catch (HttpRequestException e)
            {
                throw new PackageException($"De publicatiebank is niet bereikbaar bij '{step}' ({e.HttpRequestError}). Probeer het later opnieuw: het uploaden gaat verder waar het was.");
            }

            await Task.Delay(options.RetryDelay * Math.Pow(2, attempt), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>A JSON body.</summary>
    public static Func<HttpContent> Body(Action<Utf8JsonWriter> write)
    {
        var text = JsonFile.Text(write);
        return () => new StringContent(text, Encoding.UTF8, "application/json");
    }

    private void Sign(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Token", options.Token);
        request.Headers.Add("Audit-User-ID", options.UserId);
        request.Headers.Add("Audit-User-Representation", options.UserName);
        request.Headers.Add("Audit-Remarks", options.Remarks);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response, CancellationToken cancel)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
        if (bytes.Length == 0)
        {
            return default;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new PackageException("De publicatiebank gaf een antwoord dat geen JSON is. Controleer het adres.");
        }
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Controleer het token en zijn rechten.",
        HttpStatusCode.NotFound => "Controleer het adres.",
        HttpStatusCode.BadRequest => "De gegevens voldoen niet; controleer organisatie en informatiecategorie in dossier.yaml.",
        _ => "Probeer het later opnieuw: het uploaden gaat verder waar het was.",
    };
}
