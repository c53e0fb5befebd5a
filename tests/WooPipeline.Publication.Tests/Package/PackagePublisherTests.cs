namespace WooPipeline.Publication.Tests;

public class PackagePublisherTests
{
    [Fact]
    public void A_package_comes_in_whole_and_a_better_one_replaces_it()
    {
        using var folder = new TemporaryFolder();
        var place = folder.File("uit", "pakket");
        for (var run = 0; run < 2; run++)
        {
            var staging = PackagePublisher.PrepareStaging(place);
            TestPackage.Finish(staging);
            PackagePublisher.MoveIntoPlace(staging, place);
        }

        Assert.True(File.Exists(Path.Combine(place, "publicatie", "manifest.json")));
        Assert.Equal([place], Directory.GetFileSystemEntries(folder.File("uit")));
    }

    [Fact]
    public void A_leaking_package_never_takes_a_good_ones_place()
    {
        using var folder = new TemporaryFolder();
        var place = folder.File("pakket");
        var good = PackagePublisher.PrepareStaging(place);
        TestPackage.Finish(good);
        PackagePublisher.MoveIntoPlace(good, place);
        var before = File.ReadAllText(Path.Combine(place, "publicatie", "manifest.json"));

        var bad = PackagePublisher.PrepareStaging(place);
        TestPackage.Finish(bad);
        File.AppendAllText(Path.Combine(bad, "publicatie", "documenten", "0009.html"), TestPackage.Name);
        var error = Assert.Throws<PackageException>(() => PackagePublisher.MoveIntoPlace(bad, place));

        Assert.DoesNotContain("Marieke", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(place, "publicatie", "manifest.json")));
        Assert.Equal(0, PackageVerifier.Verify(place).ExitCode);
    }

    [Fact]
    public void A_killed_run_leaves_the_former_package_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var place = folder.File("pakket");
        TestPackage.Finish(place + ".vorige");
        TestPackage.Finish(place + ".in-aanbouw");

        PackagePublisher.PrepareStaging(place);

        Assert.Equal(0, PackageVerifier.Verify(place).ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(place + ".in-aanbouw"));
        Assert.False(Directory.Exists(place + ".vorige"));
    }

    [Fact]
    public void A_folder_of_something_else_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var place = folder.File("map");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "belangrijk.txt"), "x");
        var staging = PackagePublisher.PrepareStaging(place);
        TestPackage.Finish(staging);

        Assert.Throws<PackageException>(() => PackagePublisher.MoveIntoPlace(staging, place));
        Assert.True(File.Exists(Path.Combine(place, "belangrijk.txt")));
    }
}
