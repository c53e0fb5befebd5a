using System.Text.Json;
using WooPipeline.Publication.Inventory;
using WooPipeline.Publication.Metadata;

namespace WooPipeline.Publication;

/// <summary>
/// <c>aanlevering/gpp-woo.json</c>: the publication and its documents in the words of GPP-Woo's publicatiebank (API 2). It has no field for
/// a judgement or grounds; those stand in each description.
/// </summary>
internal static class GppList
{
    /// <summary>Path relative to <c>publicatie/</c>.</summary>
    public const string Path = "aanlevering/gpp-woo.json";

    private const string Inventory = "inventarislijst.xlsx";
    private const int MaxTitle = 255;
    private const int MaxKey = 40;

    /// <summary>The file's text.</summary>
    public static string Text(PackageInput input, PackageFiles files, IReadOnlyList<DiwooDocument> described)
    {
        var byPath = input.Documents.SelectMany(d => d.PublicFiles, (d, file) => (d, file)).ToDictionary(p => p.file, p => p.d, StringComparer.Ordinal);
        var publisher = Term.Publisher(input.Dossier);
        return JsonFile.Text(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("publicatie");
            json.WriteString("officieleTitel", Cut(Title(input.Dossier), MaxTitle));
            json.WriteString("omschrijving", $"{described.Count} documenten; de inventarislijst hoort erbij.");
            json.WriteString("informatieCategorie", Term.Category(input.Dossier).Uri);
            json.Optional("publisher", publisher.Uri);
            json.WriteString("publisherNaam", publisher.Label);
            json.WriteString("kenmerk", Cut(InventoryBuilder.Matter(input.Dossier), MaxKey));
            json.WriteEndObject();
            json.WriteStartArray("documenten");
            foreach (var document in described)
            {
                var description = byPath.TryGetValue(document.Path, out var source) ? Description(source) : "";
                Document(json, files, document.Path, document.Title, document.Date, document.Identifier, description);
            }

            if (described.Count > 0)
            {
                Document(json, files, Inventory, "Inventarislijst", PackageDates.Of(input.Dossier) ?? described.Max(d => d.Date), $"{InventoryBuilder.Matter(input.Dossier)}-inventarislijst", "");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Document(Utf8JsonWriter json, PackageFiles files, string path, string title, DateOnly date, string key, string description)
    {
        json.WriteStartObject();
        json.WriteString("officieleTitel", Cut(title, MaxTitle));
        json.WriteString("creatiedatum", PackageDates.Iso(date));
        json.WriteString("bestandsnaam", System.IO.Path.GetFileName(path));
        json.Optional("bestandsformaat", Term.Format(path)?.Uri);
        json.WriteNumber("bestandsomvang", files.Size("publicatie/" + path));
        json.Optional("omschrijving", description);
        json.WriteString("kenmerk", Cut(key, MaxKey));
        json.WriteString("pad", path);
        json.WriteEndObject();
    }

    private static string Title(PackageDossier dossier) => dossier.Subject.Length > 0 ? dossier.Subject
        : dossier.Reference.Length > 0 ? $"Dossier {dossier.Reference}" : "Dossier";

    private static string Description(PackageDocument document)
    {
        var grounds = DocumentGrounds.Of(document);
        return $"Beoordeling: {document.State.ToJudgement()}." + (grounds.Length > 0 ? $" Gronden: {string.Join("; ", grounds)}." : "");
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
