using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Pipeline;

/// <summary>What repeats what in a dossier, worked out once for the same documents.</summary>
internal sealed class DuplicateMemory(Workspace workspace)
{
    private const string Kind = "dubbel";

    /// <summary>The duplicates among candidates, from the workspace where these very candidates were looked at before.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="keys">What each was read from: its key in the workspace, or its hash.</param>
    public ImmutableArray<Duplicate> Find(IReadOnlyList<DuplicateCandidate> candidates, IEnumerable<string> keys)
    {
        var key = KeyOf(candidates, keys);
        if (workspace.Get(Kind, key) is { } known)
        {
            return JsonSerializer.Deserialize<ImmutableArray<Duplicate>>(known);
        }

        var found = DuplicateFinder.Find(candidates);
        workspace.Put(Kind, key, JsonSerializer.SerializeToUtf8Bytes(found));
        return found;
    }

    private static string KeyOf(IReadOnlyList<DuplicateCandidate> candidates, IEnumerable<string> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(DuplicateFinder).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var (candidate, key) in candidates.Zip(keys))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{candidate.Id}|{candidate.Sha256}|{candidate.Thread}|{key}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
