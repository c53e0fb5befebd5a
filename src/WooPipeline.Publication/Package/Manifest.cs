using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Manifests: every file with its SHA-256, the tool and the policy.</summary>
internal static class Manifest
{
    /// <summary>Name of the file in either folder.</summary>
    public const string Name = "manifest.json";

    /// <summary>Text of the manifest of a folder (<c>publicatie</c> or <c>intern</c>) as it now stands.</summary>
    public static string Text(PackageInput input, PackageFiles files, string folder)
    {
        var paths = files.List(folder).Where(p => p != $"{folder}/{Name}").ToArray();
        Parallel.ForEach(paths, Cores.All, path => files.Sha256(path));
        return Text(input, files, folder, paths);
    }

    private static string Text(PackageInput input, PackageFiles files, string folder, string[] paths) => JsonFile.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", "woo-pakket/1");
        json.WriteString("tool", "WooPipeline " + input.ToolVersion);
        json.WriteString("policy", input.PolicyHash);
        json.WriteStartObject("dossier");
        json.WriteString("organisation", input.Dossier.Organisation);
        json.WriteString("kind", input.Dossier.Kind);
        json.Optional("reference", input.Dossier.Reference);
        json.Optional("subject", input.Dossier.Subject);
        json.Optional("from", PackageDates.Iso(input.Dossier.PeriodStart));
        json.Optional("to", PackageDates.Iso(input.Dossier.PeriodEnd));
        json.Optional("date", PackageDates.Iso(PackageDates.Of(input.Dossier)));
        json.WriteEndObject();
        json.WriteStartArray("files");
        foreach (var path in paths)
        {
            json.WriteStartObject();
            json.WriteString("path", path[(folder.Length + 1)..]);
            json.WriteString("sha256", files.Sha256(path));
            json.WriteNumber("bytes", files.Size(path));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
