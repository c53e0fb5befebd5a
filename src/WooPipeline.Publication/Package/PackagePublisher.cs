namespace WooPipeline.Publication;

/// <summary>Moves a finished package into its place, whole or not at all.</summary>
public static class PackagePublisher
{
    /// <summary>A folder beside <paramref name="outFolder"/> (same volume) in which a package is built; emptied if a killed run left one.</summary>
    public static string PrepareStaging(string outFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        Recover(outFolder);
        var staging = Beside(outFolder, ".in-aanbouw");
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        return staging;
    }

    /// <summary>
    /// Moves a verified package to <paramref name="outFolder"/>. A package that stands there is set aside first and removed once the
    /// new one is in place, so that a reader never sees half of one; one with leaks or faults never takes its place.
    /// </summary>
    /// <exception cref="PackageException">The staged package has leaks or faults, or the place holds something that is no package.</exception>
    public static void MoveIntoPlace(string staging, string outFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(staging);
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        MoveIntoPlace(staging, outFolder, PackageVerifier.Verify(staging));
    }

    /// <summary>As <see cref="MoveIntoPlace(string, string)"/>, for a package that has just been checked.</summary>
    /// <param name="staging">The staged package.</param>
    /// <param name="outFolder">Where it goes.</param>
    /// <param name="report">What <see cref="PackageVerifier.Verify(string)"/> gave for this very folder as it stands.</param>
    /// <exception cref="PackageException">The report has findings, or the place holds something that is no package.</exception>
    public static void MoveIntoPlace(string staging, string outFolder, VerifyReport report)
    {
        ArgumentException.ThrowIfNullOrEmpty(staging);
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        ArgumentNullException.ThrowIfNull(report);
        if (!report.IsClean)
        {
            throw new PackageException($"Het pakket is niet gepubliceerd: de controle vond {report.Findings.Length} fout(en). {Path.GetFileName(outFolder)} is niet gewijzigd.");
        }

        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outFolder));
        RefuseStranger(place);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var aside = Beside(outFolder, ".vorige");
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        if (Directory.Exists(place))
        {
            Directory.Move(place, aside);
        }

        Directory.Move(staging, place);
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    /// <summary>Puts back the former package where a run was killed between setting it aside and moving the new one in.</summary>
    private static void Recover(string outFolder)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outFolder));
        var aside = Beside(outFolder, ".vorige");
        if (Directory.Exists(aside) && !Directory.Exists(place))
        {
            Directory.Move(aside, place);
        }
    }

    private static void RefuseStranger(string place)
    {
        if (File.Exists(place))
        {
            throw new PackageException($"{Path.GetFileName(place)} is een bestand; kies met --out een map.");
        }

        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()
            && !File.Exists(Path.Combine(place, "publicatie", Manifest.Name)))
        {
            throw new PackageException($"De map {Path.GetFileName(place)} is niet leeg en is geen pakket van dit programma; kies met --out een andere map of maak haar leeg.");
        }
    }

    private static string Beside(string outFolder, string suffix) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(outFolder)) + suffix;
}
