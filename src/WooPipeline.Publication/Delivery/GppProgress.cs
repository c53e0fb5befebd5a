using System.Text.Json;

namespace WooPipeline.Publication;

/// <summary>How far an upload is, kept beside the package so that a broken one goes on where it was.</summary>
internal sealed class GppProgress
{
    private const string Name = "gpp-voortgang.json";
    private readonly string path;

    private GppProgress(string path, string package)
    {
        this.path = path;
        Package = package;
    }

    /// <summary>SHA-256 of the package's manifest; progress of another package doesn't count.</summary>
    public string Package { get; }

    /// <summary>UUID of the publication; null before it is made.</summary>
    public string? Publication { get; set; }

    /// <summary>True where it has been published.</summary>
    public bool Published { get; set; }

    /// <summary>Path to the document's state.</summary>
    public SortedDictionary<string, GppDocumentProgress> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>The progress of this package at this address; fresh where there is none.</summary>
    public static GppProgress Load(string outFolder, Uri address, string package)
    {
        var progress = new GppProgress(Path.Combine(outFolder, Name), package);
        if (!File.Exists(progress.path))
        {
            return progress;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(progress.path));
        var root = json.RootElement;
        if (root.GetProperty("package").GetString() != package || root.GetProperty("address").GetString() != address.ToString())
        {
            return progress;
        }

        progress.Publication = root.TryGetProperty("publication", out var publication) ? publication.GetString() : null;
        progress.Published = root.GetProperty("published").GetBoolean();
        foreach (var document in root.GetProperty("documents").EnumerateObject())
        {
            var parts = document.Value.GetProperty("parts").EnumerateArray().Select(p => new GppPart(p.GetProperty("uuid").GetString()!, p.GetProperty("size").GetInt64(), p.GetProperty("done").GetBoolean()));
            progress.Documents[document.Name] = new GppDocumentProgress(document.Value.GetProperty("uuid").GetString()!, [.. parts]);
        }

        return progress;
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Save(Uri address)
    {
        var text = JsonFile.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("package", Package);
            json.WriteString("address", address.ToString());
            json.Optional("publication", Publication);
            json.WriteBoolean("published", Published);
            json.WriteStartObject("documents");
            foreach (var (file, document) in Documents)
            {
                json.WriteStartObject(file);
                json.WriteString("uuid", document.Uuid);
                json.WriteStartArray("parts");
                foreach (var part in document.Parts)
                {
                    json.WriteStartObject();
                    json.WriteString("uuid", part.Uuid);
                    json.WriteNumber("size", part.Size);
                    json.WriteBoolean("done", part.Done);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
        File.WriteAllText(path + ".nieuw", text);
        File.Move(path + ".nieuw", path, overwrite: true);
    }
}

/// <summary>A document in the publicatiebank with its parts, in order.</summary>
internal sealed record GppDocumentProgress(string Uuid, List<GppPart> Parts)
{
    /// <summary>True where every part is there.</summary>
    public bool IsDone => Parts.TrueForAll(p => p.Done);
}

/// <summary>A part of a file as the publicatiebank expects it.</summary>
internal sealed record GppPart(string Uuid, long Size, bool Done);
