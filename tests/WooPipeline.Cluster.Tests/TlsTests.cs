namespace WooPipeline.Cluster;

/// <summary>A real broker that listens over TLS alone, with an issuer of its own, as between machines.</summary>
public sealed class TlsTests
{
    private const string Password = "Zeldzaam-Wachtwoord-83";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public void Run_and_worker_go_over_TLS_and_trust_no_other_issuer()
    {
        using var folder = new TemporaryFolder();
        var ours = new TestAuthority(folder.File("tls"), "Onze uitgever");
        var other = new TestAuthority(folder.File("anders"), "Andere uitgever");
        if (TestBroker.TryStart(tls: ours, password: Password) is not { } broker)
        {
            return;
        }

        using var owned = broker;
        var dossier = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier);
        var here = folder.File("hier");
        Assert.True(Woo.Run("run", dossier, "--out", here).ExitCode is 0 or 1);
        Directory.Delete(Path.Combine(dossier, ".woo"), recursive: true);
        string[] place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];

        // Another issuer's certificate in its place: refused, and what to do is told.
        Refused(Woo.Run(Trusting(other), ["worker", .. place]), "certificaat");
        Refused(Woo.Run(Trusting(other), ["run", dossier, "--out", folder.File("niets"), .. place]), "certificaat");
        Assert.False(Directory.Exists(folder.File("niets")));

        // A wrong password over a connection that is trusted.
        var wrong = Trusting(ours);
        wrong[BrokerAddress.PasswordVariable] = Password + "x";
        Refused(Woo.Run(wrong, ["worker", .. place]), BrokerAddress.PasswordVariable);

        using var worker = new WooProcess(Trusting(ours), ["worker", .. place]);
        using var run = new WooProcess(Trusting(ours), ["run", dossier, "--out", folder.File("daar"), .. place]);
        Assert.True(run.Wait(Longest) is 0 or 1, run.Text + worker.Text);
        Assert.Equal(0, worker.Terminate());
        Assert.Equal(FolderContent.Hashes(here), FolderContent.Hashes(folder.File("daar")));
        Assert.DoesNotContain(Password, run.Text + worker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_another_host_is_refused()
    {
        using var folder = new TemporaryFolder();
        var elsewhere = new TestAuthority(folder.File("tls"), "Onze uitgever", "elders.example");
        if (TestBroker.TryStart(tls: elsewhere, password: Password) is not { } broker)
        {
            return;
        }

        using var owned = broker;
        Refused(Woo.Run(Trusting(elsewhere), "worker", "--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName), "certificaat");
    }

    private static Dictionary<string, string> Trusting(TestAuthority issuer) => new(StringComparer.Ordinal)
    {
        // Where .NET on Linux looks for the issuers of the system.
        ["SSL_CERT_FILE"] = issuer.Issuer,
        ["SSL_CERT_DIR"] = Path.GetDirectoryName(issuer.Issuer) + "-leeg",
        [BrokerAddress.UserVariable] = TestBroker.User,
        [BrokerAddress.PasswordVariable] = Password,
    };

    private static void Refused(ToolResult result, string word)
    {
        var text = result.Output + result.Error;
        Assert.True(result.ExitCode == 2, $"exit {result.ExitCode}: {text}");
        Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}
