using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>A hash over all that a package follows from: two runs with the same one give the same bytes.</summary>
internal static class RunFingerprint
{
    private static readonly string[] Tools = ["tesseract", "soffice", "libreoffice"];

    /// <summary>The programs on this machine that what is read or written depends on.</summary>
    public static string ToolsHere => string.Join(' ', Tools.Where(IsInstalled));

    /// <summary>The fingerprint of a dossier whose sources have been read.</summary>
    public static string Of(DossierSession session, RunOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        Add(BuildIdentity.Current);
        Add(string.Create(CultureInfo.InvariantCulture, $"{options.Native} {ToolsHere}"));
        foreach (var folder in new[] { session.Dossier.Root }.Concat(TemplateFolders.For(session.Dossier)))
        {
            foreach (var file in Inputs(folder, options))
            {
                Add(Path.GetRelativePath(folder, file).Replace('\\', '/'));
                using var content = File.OpenRead(file);
                hash.AppendData(SHA256.HashData(content));
            }
        }

        foreach (var document in session.Documents)
        {
            Add($"{document.Id}|{document.Unit.Path}|{document.Unit.Sha256}|{document.Unit.TreeKey}|{document.Unit.Quarantine?.Code}");
        }

        foreach (var container in session.Containers)
        {
            Add($"{container.Path}|{container.Sha256}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>All files of a folder but the sources, which are known by their documents, and what runs have written.</summary>
    private static IEnumerable<string> Inputs(string root, RunOptions options)
    {
        var skipped = new HashSet<string>(StringComparer.Ordinal) { "bronnen", ".woo", "uit", ".git" };
        var output = Path.TrimEndingDirectorySeparator(options.OutFolder);
        var top = Directory.EnumerateFiles(root);
        var below = Directory.EnumerateDirectories(root)
            .Where(d => !skipped.Contains(Path.GetFileName(d)) && !Path.GetFullPath(d).StartsWith(output, StringComparison.Ordinal) && !IsPackage(d))
            .SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories));
        return top.Concat(below).Order(StringComparer.Ordinal);
    }

    private static bool IsPackage(string folder) => Directory.Exists(Path.Combine(folder, "publicatie")) || Directory.Exists(Path.Combine(folder, "niet-publiceren"));

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(f => f.Length > 0 && (File.Exists(Path.Combine(f, tool)) || File.Exists(Path.Combine(f, tool + ".exe"))));
}
