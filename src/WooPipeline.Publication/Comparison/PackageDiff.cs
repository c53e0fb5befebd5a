using System.Collections.Immutable;
using System.Text.Json;

namespace WooPipeline.Publication;

/// <summary>Tells what changed between two packages of a dossier, document by document.</summary>
public static class PackageDiff
{
    /// <summary>Compares two output folders. Documents are the same by their source's path, not by their number.</summary>
    /// <exception cref="PackageException">A folder holds no package.</exception>
    public static PackageDiffReport Compare(string oldFolder, string newFolder)
    {
        var (before, after) = (Side.Load(oldFolder), Side.Load(newFolder));
        var changes = new List<PackageChange>();
        var same = 0;
        foreach (var source in before.Documents.Keys.Union(after.Documents.Keys).Order(StringComparer.Ordinal))
        {
            var change = Change(before.Documents.GetValueOrDefault(source), after.Documents.GetValueOrDefault(source));
            if (change is null)
            {
                same++;
            }
            else
            {
                changes.Add(change);
            }
        }

        var files = before.Files.Keys.Union(after.Files.Keys).Where(p => !p.StartsWith("documenten/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(p => Change(p, before.Files.GetValueOrDefault(p), after.Files.GetValueOrDefault(p))).OfType<PackageChange>();
        return new PackageDiffReport([.. changes.OrderBy(c => c.Subject, StringComparer.Ordinal), .. files], same);
    }

    private static PackageChange? Change(Document? before, Document? after)
    {
        if (before is null)
        {
            return new PackageChange(PackageChangeKind.Added, after!.Id, $"Nieuw document, {after.State}.");
        }

        if (after is null)
        {
            return new PackageChange(PackageChangeKind.Removed, before.Id, $"Vervallen document, was {before.State}.");
        }

        string[] differences =
        [
            .. before.Id != after.Id ? [$"nummer was {before.Id}"] : (string[])[],
            .. before.State != after.State ? [$"was {before.State}, is {after.State}"] : (string[])[],
            .. before.SourceHash != after.SourceHash ? ["de bron is gewijzigd"] : (string[])[],
            .. before.Removed != after.Removed ? [$"gelakte passages: was {before.Removed}, is {after.Removed}"] : (string[])[],
            .. before.Grounds != after.Grounds ? [$"gronden: was {Words(before.Grounds)}, is {Words(after.Grounds)}"] : (string[])[],
            .. !before.Hashes.SequenceEqual(after.Hashes) ? ["het openbare bestand is gewijzigd"] : (string[])[],
        ];
        return differences.Length == 0 ? null : new PackageChange(PackageChangeKind.Changed, after.Id, string.Join("; ", differences) + ".");
    }

    private static PackageChange? Change(string path, string? before, string? after) =>
        before == after ? null
        : before is null ? new PackageChange(PackageChangeKind.Added, path, "Nieuw bestand.")
        : after is null ? new PackageChange(PackageChangeKind.Removed, path, "Vervallen bestand.")
        : new PackageChange(PackageChangeKind.Changed, path, "Gewijzigd.");

    private static string Words(string grounds) => grounds.Length == 0 ? "geen" : grounds;

    private sealed record Document(string Id, string State, string SourceHash, int Removed, string Grounds, ImmutableArray<string> Hashes);

    private sealed record Side(Dictionary<string, Document> Documents, Dictionary<string, string> Files)
    {
        public static Side Load(string folder)
        {
            ArgumentException.ThrowIfNullOrEmpty(folder);
            try
            {
                using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "publicatie", Manifest.Name)));
                using var sources = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "intern", "bronnen.json")));
                var files = manifest.RootElement.GetProperty("files").EnumerateArray()
                    .ToDictionary(f => f.GetProperty("path").GetString()!, f => f.GetProperty("sha256").GetString()!, StringComparer.Ordinal);
                var documents = sources.RootElement.EnumerateArray().Where(s => s.TryGetProperty("id", out _))
                    .ToDictionary(s => s.GetProperty("source").GetString()!, s => Read(s, files), StringComparer.Ordinal);
                return new Side(documents, files);
            }
            catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new PackageException($"In {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} staat geen leesbaar pakket; geef een map die woo run maakte.");
            }
        }

        private static Document Read(JsonElement source, Dictionary<string, string> files) => new(
            source.GetProperty("id").GetString()!,
            source.GetProperty("state").GetString()!,
            source.GetProperty("sha256").GetString()!,
            source.GetProperty("removed").GetInt32(),
            string.Join("; ", source.GetProperty("grounds").EnumerateArray().Select(g => g.GetString())),
            [.. source.GetProperty("public").EnumerateArray().Select(p => files.GetValueOrDefault(p.GetString()!, ""))]);
    }
}
