namespace WooPipeline.Publication.Tests;

public class GppTests
{
    [Fact]
    public async Task A_package_goes_up_in_the_steps_of_the_api()
    {
        using var folder = new TemporaryFolder();
        using var bank = new PublicationBank();
        TestPackage.Finish(folder.Path);

        var report = await Publish(folder, bank);

        Assert.Equal(new GppReport("pub-1", 6, 0, true), report);
        Assert.Equal("gepubliceerd", bank.Status);
        foreach (var (name, content) in bank.Files)
        {
            var path = Directory.GetFiles(folder.File("publicatie"), name, SearchOption.AllDirectories).Single();
            Assert.Equal(File.ReadAllBytes(path), content);
        }

        Assert.Equal(["0001.pdf", "0002.pdf", "0003.docx", "0009.html", "inventarislijst.xlsx", "nota.pdf"], bank.Files.Keys.Order(StringComparer.Ordinal));
        var publication = bank.Publications.Single();
        Assert.Equal("informatiecategorieen-uuid", publication.GetProperty("informatieCategorieen")[0].GetString());
        Assert.Equal("organisaties-uuid", publication.GetProperty("publisher").GetString());
        Assert.Equal("Opslag van vaccins", publication.GetProperty("officieleTitel").GetString());
        Assert.Contains("PUT documenten/", bank.Requests[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(14)]
    public async Task A_broken_upload_goes_on_where_it_was(int breakAt)
    {
        using var folder = new TemporaryFolder();
        using var bank = new PublicationBank();
        TestPackage.Finish(folder.Path);
        var count = 0;
        bank.Fail = _ => ++count == breakAt ? 500 : 0;
        await Assert.ThrowsAsync<PackageException>(() => Publish(folder, bank));
        bank.Fail = _ => 0;

        var report = await Publish(folder, bank);
        var again = await Publish(folder, bank);

        Assert.Equal(6, report.Uploaded + report.Skipped);
        Assert.Equal(6, bank.Files.Count);
        Assert.Single(bank.Publications);
        Assert.Equal(new GppReport("pub-1", 0, 6, true), again);
        Assert.Equal(0, PackageVerifier.Verify(folder.Path).ExitCode);
    }

    [Fact]
    public async Task A_document_announced_just_before_a_break_is_not_left_half()
    {
        using var folder = new TemporaryFolder();
        using var bank = new PublicationBank();
        TestPackage.Finish(folder.Path);
        bank.Fail = what => what.StartsWith("PUT", StringComparison.Ordinal) ? 500 : 0;
        await Assert.ThrowsAsync<PackageException>(() => Publish(folder, bank));
        File.WriteAllText(folder.File("gpp-voortgang.json"), System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(folder.File("gpp-voortgang.json")), "\"documents\": \\{.*\\}\\s*\\}\\s*$", "\"documents\": {}}", System.Text.RegularExpressions.RegexOptions.Singleline));
        bank.Fail = _ => 0;

        await Publish(folder, bank);

        Assert.Equal(6, bank.Files.Count);
        Assert.Single(bank.Requests, r => r.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passing_faults_are_tried_again_and_others_told_without_the_token()
    {
        using var folder = new TemporaryFolder();
        using var bank = new PublicationBank();
        TestPackage.Finish(folder.Path);
        var tries = 0;
        bank.Fail = what => what.StartsWith("POST documenten", StringComparison.Ordinal) && tries++ < 2 ? 503 : 0;
        await Publish(folder, bank);
        Assert.Equal(6, bank.Files.Count);

        using var other = new TemporaryFolder();
        TestPackage.Finish(other.Path);
        var error = await Assert.ThrowsAsync<PackageException>(() => Publish(other, bank, "verkeerd-token"));
        Assert.Contains("403", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("verkeerd-token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaking_package_is_never_sent()
    {
        using var folder = new TemporaryFolder();
        using var bank = new PublicationBank();
        TestPackage.Finish(folder.Path);
        File.AppendAllText(folder.File("publicatie", "documenten", "0009.html"), TestPackage.Name);

        await Assert.ThrowsAsync<PackageException>(() => Publish(folder, bank));
        Assert.Empty(bank.Requests);
    }

    private static async Task<GppReport> Publish(TemporaryFolder folder, PublicationBank bank, string token = PublicationBank.Token)
    {
        using var http = new HttpClient();
        var options = new GppOptions { Address = bank.Address, Token = token, UserId = "woo", UserName = "Woo-coördinator".Replace('ö', 'o'), RetryDelay = TimeSpan.FromMilliseconds(1) };
        return await new GppPublisher(http, options).Publish(folder.Path);
    }
}
