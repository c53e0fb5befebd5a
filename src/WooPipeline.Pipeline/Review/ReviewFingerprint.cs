using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Pipeline;

/// <summary>A hash over all that the policy's decisions on a dossier follow from, so that they are worked out once.</summary>
internal static class ReviewFingerprint
{
    private static readonly string[] Inputs = ["registers", "kamervragen", "zaken", "teksten", "templates"];

    public static string Of(DossierFolder dossier, IReadOnlyList<DocumentRecord> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        Add(BuildIdentity.Current);
        Add(dossier.Settings.Yaml);
        foreach (var folder in Inputs.Select(i => Path.Combine(dossier.Root, i)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                Add(Path.GetRelativePath(dossier.Root, file));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        foreach (var document in documents)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{document.Id}|{document.Unit.Path}|{document.Unit.TreeKey}|{document.ThreadId}|{document.FamilyId}|{document.Unit.Date:O}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
