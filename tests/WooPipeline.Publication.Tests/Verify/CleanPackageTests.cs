namespace WooPipeline.Publication.Tests;

public class CleanPackageTests
{
    [Fact]
    public void A_finished_package_raises_no_alarm()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);

        var report = PackageVerifier.Verify(folder.Path);

        Assert.Equal([], report.Findings.Select(f => $"{f.File} | {f.Place} | {f.Message}"));
        Assert.Equal(0, report.ExitCode);
        Assert.True(report.Forms >= 7);
    }
}
