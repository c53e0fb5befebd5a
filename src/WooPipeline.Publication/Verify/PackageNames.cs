using System.Collections.Frozen;

namespace WooPipeline.Publication.Verification;

/// <summary>Words that file names of a package are made of by themselves.</summary>
internal static class PackageNames
{
    private static readonly FrozenSet<string> Known = DataTable.Read("package-words.csv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the form is nothing but such words or the document's number.</summary>
    public static bool IsOwn(string path, SearchForm form) =>
        form.Words.All(w => Known.Contains(w) || (path.StartsWith("documenten/", StringComparison.Ordinal) && string.Equals(w, Path.GetFileNameWithoutExtension(path), StringComparison.OrdinalIgnoreCase)));
}
