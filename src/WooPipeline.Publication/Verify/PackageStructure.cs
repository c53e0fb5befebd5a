using System.Security.Cryptography;
using System.Text.Json;

namespace WooPipeline.Publication.Verification;

/// <summary>Every listed file there and unchanged, every file listed, every document with its files, nothing that names a source.</summary>
internal sealed class PackageStructure(string folder)
{
    private const string Manifest = "manifest.json";
    private readonly List<VerifyFinding> findings = [];
    private readonly JsonElement? sources = Read(Path.Combine(folder, "intern", "bronnen.json"));
    private Dictionary<string, string> hashes = [];

    /// <summary>All findings about structure, but for the hashes of public files (<see cref="CheckHash"/>).</summary>
    public IReadOnlyList<VerifyFinding> Run(IReadOnlyList<string> publicFiles)
    {
        hashes = Listed("publicatie", publicFiles);
        var present = Below(Path.Combine(folder, "intern"));
        var listed = Listed("intern", present);
        var changed = present.AsParallel().AsOrdered().Where(p => listed.TryGetValue(p, out var hash) && Hash(Path.Combine(folder, "intern", p)) != hash);
        findings.AddRange(changed.Select(p => Changed("intern/" + p)));
        Documents(publicFiles);
        return findings;
    }

    /// <summary>A finding where a public file isn't what the manifest says.</summary>
    public IEnumerable<VerifyFinding> CheckHash(string path, byte[] bytes) =>
        hashes.TryGetValue(path, out var hash) && Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash ? [Changed("publicatie/" + path)] : [];

    /// <summary>Paths of the sources, from <c>intern/bronnen.json</c>; empty where that can't be read.</summary>
    public IReadOnlyList<string> Sources =>
        sources is { ValueKind: JsonValueKind.Array } list ? [.. Objects(list).Select(e => Text(e, "source")).Where(s => s.Length > 0)] : [];

    /// <summary>The hashes that a manifest lists; files that are missing or not listed are findings.</summary>
    private Dictionary<string, string> Listed(string part, IReadOnlyList<string> present)
    {
        if (Read(Path.Combine(folder, part, Manifest)) is not { ValueKind: JsonValueKind.Object } manifest || !manifest.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array)
        {
            Add($"{part}/{Manifest}", "", "Het manifest ontbreekt of is onleesbaar; maak het pakket opnieuw.");
            return [];
        }

        var listed = Objects(files).DistinctBy(f => Text(f, "path")).ToDictionary(f => Text(f, "path"), f => Text(f, "sha256"), StringComparer.Ordinal);
        var there = present.Where(p => p is not (Manifest or ManifestSignature.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in listed.Keys.Where(p => !there.Contains(p)).Order(StringComparer.Ordinal))
        {
            Add($"{part}/{path}", "", "Staat in het manifest maar ontbreekt.");
        }

        foreach (var path in there.Where(p => !listed.ContainsKey(p)).Order(StringComparer.Ordinal))
        {
            Add($"{part}/{path}", "", "Staat niet in het manifest.");
        }

        return listed;
    }

    private void Documents(IReadOnlyList<string> publicFiles)
    {
        if (sources is not { ValueKind: JsonValueKind.Array } list)
        {
            Add("intern/bronnen.json", "", "Ontbreekt of is onleesbaar; zonder deze lijst is niet na te gaan of alle documenten er zijn.");
            return;
        }

        var documents = Objects(list).Where(s => s.TryGetProperty("id", out _)).ToArray();
        var announced = documents.SelectMany(Public).ToHashSet(StringComparer.Ordinal);
        var files = publicFiles.ToHashSet(StringComparer.Ordinal);
        foreach (var missing in announced.Where(p => !files.Contains(p)).Order(StringComparer.Ordinal))
        {
            Add("publicatie/" + missing, "", "Hoort bij een document in intern/bronnen.json maar ontbreekt.");
        }

        foreach (var stray in files.Where(f => f.StartsWith("documenten/", StringComparison.Ordinal) && !announced.Contains(f)).Order(StringComparer.Ordinal))
        {
            Add("publicatie/" + stray, "bestandsnaam", "Hoort bij geen enkel document in intern/bronnen.json.");
        }

        Inventory(documents, files);
    }

    private void Inventory(JsonElement[] documents, HashSet<string> files)
    {
        var path = Path.Combine(folder, "publicatie", "inventarislijst.csv");
        if (!File.Exists(path))
        {
            Add("publicatie/inventarislijst.csv", "", "De inventarislijst ontbreekt.");
            return;
        }

        var listed = SimpleCsv.Rows(File.ReadAllText(path)).Skip(1).Where(r => r.Count > 7).Select(r => (Id: r[0], Judgement: r[7])).ToArray();
        var ids = listed.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var withFile = files.Where(f => f.StartsWith("documenten/", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, judgement) in listed.Where(l => l.Judgement is "Openbaar" or "Deels openbaar"))
        {
            if (!withFile.Contains(id))
            {
                Add("publicatie/inventarislijst.csv", $"document {id}", $"Is '{judgement}' maar heeft geen bestand in documenten/.");
            }
        }

        foreach (var id in documents.Select(d => Text(d, "id")).Where(i => !ids.Contains(i)))
        {
            Add("publicatie/inventarislijst.csv", $"document {id}", "Staat in intern/bronnen.json maar niet in de inventarislijst.");
        }

        foreach (var id in ids.Except(documents.Select(d => Text(d, "id"))).Order(StringComparer.Ordinal))
        {
            Add("publicatie/inventarislijst.csv", $"document {id}", "Staat in de inventarislijst maar niet in intern/bronnen.json.");
        }
    }

    /// <summary>All files below a folder, with <c>/</c>, in order; links are refused.</summary>
    public static IReadOnlyList<string> Below(string root) => !Directory.Exists(root) ? [] :
        [.. Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false })
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Public(JsonElement source) =>
        source.TryGetProperty("public", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String).Select(p => p.GetString()!) : [];

    /// <summary>The objects of a list; anything else in it is no entry.</summary>
    private static IEnumerable<JsonElement> Objects(JsonElement list) => list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object);

    private static JsonElement? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static VerifyFinding Changed(string file) =>
        new(VerifyKind.Structure, file, "", "Is gewijzigd nadat het pakket werd gemaakt: de SHA-256 klopt niet met het manifest.");

    private void Add(string file, string place, string message) => findings.Add(new VerifyFinding(VerifyKind.Structure, file, place, message));
}
