using System.Collections.Immutable;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline.Tests;

/// <summary>A document that can't be cleaned doesn't keep the others from being published.</summary>
public class SetAsideTests
{
    [Fact]
    public void Only_the_document_in_which_something_is_found_goes_to_quarantine()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("documenten"));
        DocumentRecord[] documents = [Document("0001"), Document("0002")];
        foreach (var document in documents)
        {
            File.WriteAllText(folder.File(document.PublicFiles[0]), "inhoud");
        }

        var found = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("documenten/0002.pdf", ["een naam"]);
        var result = RepairStage.SetAside(documents, found, folder.Path);

        Assert.Same(documents[0], result[0]);
        Assert.Equal(DocumentState.Quarantined, result[1].State);
        Assert.Equal("niet-schoon", result[1].Unit.Quarantine!.Code);
        Assert.DoesNotContain("een naam", result[1].Unit.Quarantine!.Reason, StringComparison.Ordinal);
        Assert.Equal("", result[1].Title);
        Assert.True(File.Exists(folder.File("documenten", "0001.pdf")));
        Assert.False(File.Exists(folder.File("documenten", "0002.pdf")));
    }

    private static DocumentRecord Document(string id) => new()
    {
        Id = id,
        Unit = new StoredUnit { Path = $"bronnen/{id}.eml", Sha256 = "", TreeKey = id },
        State = DocumentState.PartlyPublic,
        Title = "Over iemand",
        PublicFiles = [$"documenten/{id}.pdf"],
    };
}
