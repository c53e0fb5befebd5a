using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>
/// What the last run on a dossier gave, by the fingerprint of all it followed from. Where nothing changed and the package still stands,
/// byte for byte, it isn't made and checked again.
/// </summary>
internal sealed class RunMemory(Workspace workspace, string outFolder)
{
    private const string Kind = "uitkomst";
    private static readonly string[] Folders = ["publicatie", "intern"];

    /// <summary>The outcome of a run with this fingerprint whose package stands as it was left; null where there is none.</summary>
    public RunOutcome? Recall(string fingerprint)
    {
        if (workspace.Get(Kind, fingerprint) is not { } bytes || JsonSerializer.Deserialize<Stored>(bytes) is not { } stored || !Stands(stored))
        {
            return null;
        }

        return new RunOutcome
        {
            ExitCode = stored.ExitCode,
            OutFolder = outFolder,
            States = stored.States.ToImmutableSortedDictionary(s => Enum.Parse<DocumentState>(s.Key), s => s.Value),
            Removed = stored.Removed,
            Doubts = stored.Doubts,
            LostDecisions = stored.Lost,
            Verification = new VerifyReport(stored.Checked, stored.Forms, []),
            Messages = [.. stored.Messages],
            Files = [.. stored.Files],
            IsUnchanged = true,
        };
    }

    /// <summary>Keeps the outcome of a run whose package has been published.</summary>
    public void Keep(string fingerprint, RunOutcome outcome)
    {
        if (outcome is not { RefusedFolder: null, Verification: { IsClean: true } verification })
        {
            return;
        }

        var stored = new Stored(
            outcome.ExitCode, outcome.States.ToDictionary(s => s.Key.ToString(), s => s.Value), outcome.Removed, outcome.Doubts, outcome.LostDecisions,
            verification.Files, verification.Forms, [.. outcome.Messages], [.. outcome.Files], [.. Folders.Select(f => Hash(ManifestOf(f)))]);
        workspace.Put(Kind, fingerprint, JsonSerializer.SerializeToUtf8Bytes(stored));
    }

    private string ManifestOf(string folder) => Path.Combine(outFolder, folder, "manifest.json");

    /// <summary>True where both manifests are the ones written, and each file is there with its bytes, and no other.</summary>
    private bool Stands(Stored stored)
    {
        try
        {
            return Folders.Zip(stored.Manifests).All(f => File.Exists(ManifestOf(f.First)) && Hash(ManifestOf(f.First)) == f.Second && Stands(f.First));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    private bool Stands(string folder)
    {
        var root = Path.Combine(outFolder, folder);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(ManifestOf(folder)));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray()
            .Select(f => (Path: Path.Combine(root, f.GetProperty("path").GetString()!), Sha256: f.GetProperty("sha256").GetString())).ToArray();
        var there = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Count();
        return there == files.Length + 1 && files.AsParallel().All(f => File.Exists(f.Path) && Hash(f.Path) == f.Sha256);
    }

    private static string Hash(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private sealed record Stored(
        int ExitCode, Dictionary<string, int> States, int Removed, int Doubts, int Lost, int Checked, int Forms, string[] Messages, string[] Files, string[] Manifests);
}
