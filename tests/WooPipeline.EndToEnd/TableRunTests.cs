namespace WooPipeline.EndToEnd;

/// <summary>A table is published as pages and as rows; what goes from the one goes from the other.</summary>
public sealed class TableRunTests
{
    [Fact]
    public void A_name_in_a_register_goes_from_the_rows_of_the_table_too()
    {
        using var folder = new TemporaryFolder();
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "vuurwerk-marktplaatsen"), folder.File("d"));
        var register = folder.File("d", "registers", "platformstatus.csv");
        File.WriteAllText(register, File.ReadAllText(register).Replace("ILT;Veilingplein;portaal;", "ILT;Veilingplein;portaal via Marijke Haverkort-Bos;", StringComparison.Ordinal));

        var result = Woo.Run("run", folder.File("d"), "--out", folder.File("uit"));

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        Assert.Contains("portaal via [5.1.2e] (sinds 2021)", File.ReadAllText(folder.File("uit", "publicatie", "tabel.csv")), StringComparison.Ordinal);
    }
}
