using System.Collections.Immutable;
using System.Text.Json;
using WooPipeline.Publication.Verification;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>
/// Opens a finished package by code that shares nothing with the redactor and the writers, and searches every removed form in every
/// file; checks hashes, structure and names as well.
/// </summary>
public static class PackageVerifier
{
    /// <summary>Checks the package in a folder that holds <c>publicatie/</c> and <c>intern/</c>. Never throws on what the package holds.</summary>
    public static VerifyReport Verify(string outFolder) => Verify(outFolder, null);

    /// <summary>As <see cref="Verify(string)"/>; files that an earlier check found clean in the same circumstances are only hashed.</summary>
    /// <param name="outFolder">The package.</param>
    /// <param name="memory">What was found clean before, and where it is noted now; null to search all.</param>
    public static VerifyReport Verify(string outFolder, VerifyMemory? memory)
    {
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        var root = Path.Combine(outFolder, "publicatie");
        if (!Directory.Exists(root))
        {
            return new VerifyReport(0, 0, [new VerifyFinding(VerifyKind.Structure, "publicatie", "", "De map publicatie ontbreekt; geef de map die woo run maakte.")]);
        }

        var structure = new PackageStructure(outFolder);
        var files = PackageStructure.Below(root);
        var findings = structure.Run(files).ToList();
        if (Load(outFolder, findings) is not { } set)
        {
            return new VerifyReport(files.Count, 0, [.. findings]);
        }

        var matcher = new FormMatcher(set);
        var pairs = new PairRows(set);
        var names = new SourceNames(structure.Sources);
        var entry = memory is null ? null : VerifyMemory.Circumstances(set, structure.Sources);
        var found = new IReadOnlyList<VerifyFinding>[files.Count];
        Parallel.For(0, files.Count, Cores.All, () => new SearchBuffers(pairs), (i, _, buffers) =>
        {
            found[i] = Check(root, files[i], structure, bytes =>
            {
                var known = entry?.Invoke(files[i], bytes);
                if (known is not null && memory!.Knows(known))
                {
                    return [];
                }

                var findings = new FileCheck(set, matcher, names, buffers, files[i]).Run(bytes);
                if (known is not null && findings.Count == 0)
                {
                    memory!.Learn(known);
                }

                return findings;
            });
            return buffers;
        }, _ => { });
        findings.AddRange(found.SelectMany(f => f));
        return new VerifyReport(files.Count, set.Forms.Length,
            [.. findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Kind).ThenBy(f => f.Form).ThenBy(f => f.Place, StringComparer.Ordinal)]);
    }

    /// <summary>Reads a public file once: its hash and its content are checked on the same bytes.</summary>
    private static IReadOnlyList<VerifyFinding> Check(string root, string path, PackageStructure structure, Func<byte[], IReadOnlyList<VerifyFinding>> search)
    {
        var full = Path.Combine(root, path);
        if (new FileInfo(full).LinkTarget is not null)
        {
            return [new VerifyFinding(VerifyKind.Structure, "publicatie/" + path, "", "Is een verwijzing naar een ander bestand; een pakket bevat alleen gewone bestanden.")];
        }

        var bytes = File.ReadAllBytes(full);
        return [.. structure.CheckHash(path, bytes), .. search(bytes)];
    }

    private static SearchFormSet? Load(string folder, List<VerifyFinding> findings)
    {
        var path = Path.Combine(folder, "intern", "zoektermen.json");
        try
        {
            if (File.Exists(path))
            {
                return SearchFormSet.Load(path);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            findings.Add(new VerifyFinding(VerifyKind.Structure, "intern/zoektermen.json", "", "Is onleesbaar; er kan niet op gelakte passages worden gezocht."));
            return null;
        }

        findings.Add(new VerifyFinding(VerifyKind.Structure, "intern/zoektermen.json", "", "Ontbreekt; er kan niet op gelakte passages worden gezocht."));
        return null;
    }
}
