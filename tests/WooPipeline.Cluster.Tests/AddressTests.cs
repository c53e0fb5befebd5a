using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>How the broker is named, and what is never told of it.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("amqps://naam:geheim@broker.example")]
    [InlineData("amqps://naam@broker.example")]
    [InlineData("amqp://broker.example")]
    [InlineData("http://broker.example")]
    [InlineData("broker")]
    [InlineData("")]
    public void What_is_unsafe_or_no_address_is_refused_without_telling_a_secret(string url)
    {
        var fault = Assert.Throws<DossierException>(() => BrokerAddress.Read(url, _ => null));

        Assert.DoesNotContain("geheim", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_and_password_come_from_the_environment_or_a_file_and_are_not_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("wachtwoord"), "uit-bestand\nniets\n");
        var byVariable = Read(new() { ["WOO_BROKER_USER"] = "woo", ["WOO_BROKER_PASSWORD"] = "geheim" });
        var byFile = Read(new() { ["WOO_BROKER_USER"] = "woo", ["WOO_BROKER_PASSWORD_FILE"] = folder.File("wachtwoord") });

        Assert.Equal(("woo", "geheim"), (byVariable.Factory().UserName, byVariable.Factory().Password));
        Assert.Equal("uit-bestand", byFile.Factory().Password);
        Assert.Equal("broker.example:5671", byVariable.ToString());
        Assert.True(byVariable.Factory().Ssl.Enabled);
        Assert.Equal(System.Net.Security.SslPolicyErrors.None, byVariable.Factory().Ssl.AcceptablePolicyErrors);
        Assert.Throws<DossierException>(() => Read(new() { ["WOO_BROKER_PASSWORD_FILE"] = folder.File("er-niet") }));
    }

    [Theory]
    [InlineData("amqp://127.0.0.1:5672")]
    [InlineData("amqp://localhost")]
    public void This_machine_needs_no_encryption(string url) => Assert.False(BrokerAddress.Read(url, _ => null).Factory().Ssl.Enabled);

    [Fact]
    public void A_closed_network_can_do_without() =>
        Assert.Equal("10.0.0.1:5672", BrokerAddress.Read("amqp://10.0.0.1", v => v == "WOO_BROKER_PLAIN" ? "ja" : null).Place);

    private static BrokerAddress Read(Dictionary<string, string> environment) =>
        BrokerAddress.Read("amqps://broker.example", v => environment.GetValueOrDefault(v));
}
