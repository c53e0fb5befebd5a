namespace WooPipeline.Testing;

/// <summary>Finds the checkout and the material that lies beside it.</summary>
public static class Repository
{
    /// <summary>Folder of <c>WooPipeline.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path below <c>../shared</c>, or null (with a printed line) where that isn't there.</summary>
    public static string? Shared(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        if (Directory.Exists(path) || File.Exists(path))
        {
            return path;
        }

        Console.WriteLine($"skipped: ../shared/{string.Join('/', parts)} is not here");
        return null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WooPipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("WooPipeline.sln was not found above the test's folder.");
    }
}
