namespace WooPipeline.Pipeline;

/// <summary>Keeps a package that the check refused where a person can see why, under names that no one takes for a publication.</summary>
internal static class RefusedPackage
{
    /// <summary>Moves it beside the output; gives the folder.</summary>
    public static string SetAside(string staging, string outFolder)
    {
        var refused = Path.TrimEndingDirectorySeparator(outFolder) + ".geweigerd";
        if (Directory.Exists(refused))
        {
            Directory.Delete(refused, recursive: true);
        }

        Directory.Move(staging, refused);
        Directory.Move(Path.Combine(refused, "publicatie"), Path.Combine(refused, "niet-publiceren"));
        return refused;
    }
}
