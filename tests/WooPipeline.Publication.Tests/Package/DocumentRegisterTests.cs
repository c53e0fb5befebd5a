using System.Text;

namespace WooPipeline.Publication.Tests;

public class DocumentRegisterTests
{
    private static readonly PackageDocument First = new() { Id = "0001", Source = "bronnen/notas/1.docx", SourceSha256 = "a", State = DocumentState.Public };
    private static readonly PackageDocument Second = First with { Id = "0002", Source = "bronnen/brief.pdf" };

    [Fact]
    public void A_row_fills_in_what_no_file_tells()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "bron;toelichting;vindplaats;opgeschort;bewindspersoon\nbronnen/notas/;Nota\u2019s;;nee;ja\nbronnen/brief.pdf;;https://www.example.org/a|https://www.example.org/b;Ja;\n", Encoding.UTF8);
        var documents = DocumentRegister.Load(folder.Path).Apply([First, Second]);

        Assert.True(documents[0].ForMinister);
        Assert.False(documents[0].Suspended);
        Assert.Equal("Nota\u2019s", documents[0].Remark);
        Assert.True(documents[1].Suspended);
        Assert.Equal(["https://www.example.org/a", "https://www.example.org/b"], documents[1].Links);
        Assert.Empty(DocumentRegister.Load(folder.Path).Remarks([First, Second]));
    }

    [Fact]
    public void What_a_person_wrote_at_the_document_goes_before_the_register()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "bron,toelichting\nbronnen/brief.pdf,uit het register\n", Encoding.UTF8);

        Assert.Equal("zelf", DocumentRegister.Load(folder.Path).Apply([Second with { Remark = "zelf" }])[0].Remark);
    }

    [Fact]
    public void A_row_that_concerns_nothing_and_an_address_that_is_none_are_told()
    {
        using var folder = new TemporaryFolder();
        CodePagesEncodingProvider.Instance.GetEncoding(1252);
        Write(folder, "bron;vindplaats\nbronnen/brievén.pdf;\nbronnen/brief.pdf;zie de site\n", CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

        var remarks = DocumentRegister.Load(folder.Path).Remarks([First, Second]).ToArray();

        Assert.Equal(2, remarks.Length);
        Assert.Contains("rij 2", remarks[0], StringComparison.Ordinal);
        Assert.Contains("rij 3", remarks[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_register_nothing_changes()
    {
        using var folder = new TemporaryFolder();

        Assert.Same(First, DocumentRegister.Load(folder.Path).Apply([First])[0]);
    }

    private static void Write(TemporaryFolder folder, string text, Encoding encoding)
    {
        Directory.CreateDirectory(folder.File("registers"));
        File.WriteAllText(folder.File("registers", "documenten.csv"), text, encoding);
    }
}
