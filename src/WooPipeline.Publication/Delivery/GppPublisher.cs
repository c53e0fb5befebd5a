using System.Security.Cryptography;
using System.Text.Json;

namespace WooPipeline.Publication;

/// <summary>
/// Uploads a package to a GPP-Woo publicatiebank in the steps of its API: a concept publication, its documents, their parts, then published.
/// A broken upload goes on where it was; a package that fails <see cref="PackageVerifier"/> is never sent.
/// </summary>
public sealed class GppPublisher(HttpClient http, GppOptions options)
{
    private const string Source = "WooPipeline";
    private static readonly string[] Taken = ["officieleTitel", "creatiedatum", "bestandsnaam", "bestandsformaat", "omschrijving"];
    private readonly GppClient client = new(http, options);

    /// <summary>Uploads the package in a folder.</summary>
    /// <exception cref="PackageException">The package has faults, or the publicatiebank refuses or can't be reached; says what to do.</exception>
    public async Task<GppReport> Publish(string outFolder, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        if (!PackageVerifier.Verify(outFolder).IsClean)
        {
            throw new PackageException("Het pakket doorstaat de controle niet en wordt niet verzonden; draai woo verify om te zien waarom.");
        }

        var root = Path.Combine(outFolder, "publicatie");
        var package = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(root, Manifest.Name), cancel).ConfigureAwait(false)));
        using var list = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(root, GppList.Path), cancel).ConfigureAwait(false));
        var progress = GppProgress.Load(outFolder, options.Address, package);
        progress.Publication ??= await Publication(list.RootElement.GetProperty("publicatie"), package, cancel).ConfigureAwait(false);
        progress.Save(options.Address);
        var (uploaded, skipped) = (0, 0);
        foreach (var document in list.RootElement.GetProperty("documenten").EnumerateArray())
        {
            if (await Upload(root, document, progress, cancel).ConfigureAwait(false))
            {
                uploaded++;
            }
            else
            {
                skipped++;
            }
        }

        await Finish(progress, cancel).ConfigureAwait(false);
        return new GppReport(progress.Publication, uploaded, skipped, progress.Published);
    }

    private async Task<string> Publication(JsonElement publication, string package, CancellationToken cancel)
    {
        // The package's own hash finds a concept that an upload made just before it broke.
        var key = package[..40];
        var known = await client.Send(HttpMethod.Get, $"publicaties?kenmerk={key}&bron={Source}", null, "publicatie zoeken", cancel).ConfigureAwait(false);
        if (First(known) is { } found)
        {
            return found;
        }

        var category = await Find("informatiecategorieen", Text(publication, "informatieCategorie"), "informatiecategorie", cancel).ConfigureAwait(false);
        var publisher = Text(publication, "publisher").Length == 0
            ? throw new PackageException("De TOOI-identificatie van de organisatie ontbreekt; zet haar in dossier.yaml.")
            : await Find("organisaties", Text(publication, "publisher"), "organisatie", cancel).ConfigureAwait(false);
        var body = GppClient.Body(json =>
        {
            json.WriteStartObject();
            json.WriteString("publicatiestatus", "concept");
            json.WriteString("officieleTitel", Text(publication, "officieleTitel"));
            json.WriteString("omschrijving", Text(publication, "omschrijving"));
            json.Strings("informatieCategorieen", [category]);
            json.WriteString("publisher", publisher);
            Keys(json, (Text(publication, "kenmerk"), "dossier"), (key, Source));
            json.WriteEndObject();
        });
        return Text(await client.Send(HttpMethod.Post, "publicaties", body, "publicatie aanmaken", cancel).ConfigureAwait(false), "uuid");
    }

    private async Task<bool> Upload(string root, JsonElement document, GppProgress progress, CancellationToken cancel)
    {
        var path = Text(document, "pad");
        if (progress.Documents.TryGetValue(path, out var state) && state.IsDone)
        {
            return false;
        }

        if (state is null)
        {
            await DeleteLost(progress.Publication!, Text(document, "bestandsnaam"), cancel).ConfigureAwait(false);
            state = await Create(document, progress.Publication!, cancel).ConfigureAwait(false);
            progress.Documents[path] = state;
            progress.Save(options.Address);
        }

        using var file = File.OpenRead(Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar)));
        for (var i = 0; i < state.Parts.Count; i++)
        {
            var part = state.Parts[i];
            var bytes = new byte[part.Size];
            await file.ReadExactlyAsync(bytes, cancel).ConfigureAwait(false);
            if (!part.Done)
            {
                await client.Send(HttpMethod.Put, $"documenten/{state.Uuid}/bestandsdelen/{part.Uuid}", () => Part(bytes), $"deel {i + 1} van {path}", cancel).ConfigureAwait(false);
                state.Parts[i] = part with { Done = true };
                progress.Save(options.Address);
            }
        }

        return true;
    }

    private async Task<GppDocumentProgress> Create(JsonElement document, string publication, CancellationToken cancel)
    {
        var body = GppClient.Body(json =>
        {
            json.WriteStartObject();
            json.WriteString("publicatie", publication);
            foreach (var name in Taken)
            {
                json.Optional(name, Text(document, name));
            }

            json.WriteNumber("bestandsomvang", document.GetProperty("bestandsomvang").GetInt64());
            json.WriteString("aanleveringBestand", "ontvangen");
            Keys(json, (Text(document, "kenmerk"), Source));
            json.WriteEndObject();
        });
        var made = await client.Send(HttpMethod.Post, "documenten", body, $"{Text(document, "pad")} aanmelden", cancel).ConfigureAwait(false);
        var parts = made.GetProperty("bestandsdelen").EnumerateArray().OrderBy(p => p.GetProperty("volgnummer").GetInt32())
            .Select(p => new GppPart(Text(p, "uuid"), p.GetProperty("omvang").GetInt64(), false)).ToList();
        if (parts.Sum(p => p.Size) != document.GetProperty("bestandsomvang").GetInt64())
        {
            throw new PackageException($"De publicatiebank verwacht voor {Text(document, "pad")} een andere omvang dan het bestand heeft. Maak het pakket opnieuw.");
        }

        return new GppDocumentProgress(Text(made, "uuid"), parts);
    }

    /// <summary>A document that an upload announced just before it broke: its parts are no longer known, so it is announced anew.</summary>
    private async Task DeleteLost(string publication, string fileName, CancellationToken cancel)
    {
        var known = await client.Send(HttpMethod.Get, $"documenten?publicatie={publication}&pageSize=100", null, "documenten opvragen", cancel).ConfigureAwait(false);
        foreach (var lost in Results(known).Where(d => Text(d, "bestandsnaam") == fileName))
        {
            await client.Send(HttpMethod.Delete, $"documenten/{Text(lost, "uuid")}", null, "half aangeleverd document verwijderen", cancel).ConfigureAwait(false);
        }
    }

    private async Task Finish(GppProgress progress, CancellationToken cancel)
    {
        if (!options.Publish || progress.Published)
        {
            return;
        }

        var body = GppClient.Body(json =>
        {
            json.WriteStartObject();
            json.WriteString("publicatiestatus", "gepubliceerd");
            json.WriteEndObject();
        });
        await client.Send(HttpMethod.Patch, $"publicaties/{progress.Publication}", body, "publiceren", cancel).ConfigureAwait(false);
        progress.Published = true;
        progress.Save(options.Address);
    }

    private async Task<string> Find(string list, string identifier, string what, CancellationToken cancel)
    {
        var found = await client.Send(HttpMethod.Get, $"{list}?identifier={Uri.EscapeDataString(identifier)}", null, $"{what} opzoeken", cancel).ConfigureAwait(false);
        return First(found) ?? throw new PackageException($"De publicatiebank kent {what} {identifier} niet; laat haar daar toevoegen of pas dossier.yaml aan.");
    }

    private static MultipartFormDataContent Part(byte[] bytes)
    {
        var form = new MultipartFormDataContent("woo-" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]);
        form.Add(new ByteArrayContent(bytes), "inhoud", "inhoud");
        return form;
    }

    private static void Keys(Utf8JsonWriter json, params (string Key, string Source)[] keys)
    {
        json.WriteStartArray("kenmerken");
        foreach (var (key, source) in keys)
        {
            json.WriteStartObject();
            json.WriteString("kenmerk", key);
            json.WriteString("bron", source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<JsonElement> Results(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("results", out var results) ? results.EnumerateArray() : [];

    private static string? First(JsonElement answer) => Results(answer).Select(r => Text(r, "uuid")).FirstOrDefault(u => u.Length > 0);

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
