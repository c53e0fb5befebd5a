using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>A broker whose certificate nobody vouches for gets no password.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task An_unknown_certificate_is_refused_with_what_to_do()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = ServeAsync(listener);
        using var folder = new TemporaryFolder();
        var url = string.Create(CultureInfo.InvariantCulture, $"amqps://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var worker = new ClusterWorker(new ClusterOptions { Broker = url, Store = folder.Path, Jobs = 1 });
        var fault = await Assert.ThrowsAsync<DossierException>(() => worker.RunAsync(TestContext.Current.CancellationToken));

        Assert.Contains("certificaat", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await heard);
    }

    /// <summary>Greets one client over TLS; gives how many bytes it sent.</summary>
    private static async Task<int> ServeAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        using var client = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
            return await tls.ReadAsync(new byte[64]);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            return 0;
        }
    }
}
