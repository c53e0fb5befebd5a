using WooPipeline.Documents;

namespace WooPipeline.Publication.Tests;

public class PackageDiffTests
{
    [Fact]
    public void The_same_package_differs_in_nothing()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        TestPackage.Finish(one.Path);
        TestPackage.Finish(two.Path);

        Assert.Equal([], PackageDiff.Compare(one.Path, two.Path).Changes);
        Assert.Equal(9, PackageDiff.Compare(one.Path, two.Path).SameDocuments);
    }

    [Fact]
    public void Changes_are_told_document_by_document()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        TestPackage.Finish(one.Path);
        var input = TestPackage.Write(two.Path);
        PackageWriter.Write(two.Path, input with
        {
            Documents =
            [
                .. input.Documents.Where(d => d.Id != "0008").Select(d => d.Id switch
                {
                    "0006" => d with { State = DocumentState.OutOfScope, WithheldGround = null },
                    "0001" => d with { Decisions = d.Decisions[1..] },
                    "0007" => d with { SourceSha256 = TestPackage.Sha("nieuw") },
                    _ => d,
                }),
                new PackageDocument { Id = "0010", Source = "bronnen/nieuw.eml", SourceSha256 = TestPackage.Sha("n"), State = DocumentState.Withheld, WithheldGround = GroundCatalog.Find("5.2") },
            ],
        });

        var changes = PackageDiff.Compare(one.Path, two.Path).Changes.Where(c => !c.Subject.Contains('.', StringComparison.Ordinal)).ToArray();

        Assert.Equal(["0001", "0006", "0007", "0008", "0010"], changes.Select(c => c.Subject));
        Assert.Equal("gelakte passages: was 6, is 5.", changes[0].Message);
        Assert.Equal("was niet openbaar, is buiten verzoek; gronden: was 5.2, is buiten verzoek.", changes[1].Message);
        Assert.Equal("de bron is gewijzigd.", changes[2].Message);
        Assert.Equal(PackageChangeKind.Removed, changes[3].Kind);
        Assert.Equal(PackageChangeKind.Added, changes[4].Kind);
    }

    [Fact]
    public void A_folder_without_a_package_is_told()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<PackageException>(() => PackageDiff.Compare(folder.Path, folder.Path));
    }
}
