namespace WooPipeline.Pipeline;

/// <summary>The files below <c>bronnen/</c> in an order that no file system changes.</summary>
internal static class SourceFolder
{
    /// <summary>Full path with the path from the dossier's root, by ordinal order of the latter.</summary>
    public static IReadOnlyList<(string FullPath, string Path)> Files(DossierFolder dossier)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, MaxRecursionDepth = 64 };
        return [.. Directory.EnumerateFiles(dossier.Sources, "*", options)
            .Select(f => (FullPath: f, Path: Path.GetRelativePath(dossier.Root, f).Replace(Path.DirectorySeparatorChar, '/')))
            .OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
