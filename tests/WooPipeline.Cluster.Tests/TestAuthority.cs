using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WooPipeline.Cluster;

/// <summary>An issuer of certificates of a test's own, with one certificate for a broker on this machine; all as PEM files in a folder.</summary>
internal sealed class TestAuthority
{
    private const int SerialLength = 8;
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset Until = DateTimeOffset.UtcNow.AddDays(2);

    /// <summary>Makes an issuer and a certificate.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="name">Name of the issuer.</param>
    /// <param name="host">Host that the broker's certificate is for, beside 127.0.0.1 where it is <c>localhost</c>.</param>
    public TestAuthority(string folder, string name, string host = "localhost")
    {
        Directory.CreateDirectory(folder);
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, issuerKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        using var issuer = request.CreateSelfSigned(From, Until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        own.CertificateExtensions.Add(names.Build());
        own.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        using var certificate = own.Create(issuer, From, Until, RandomNumberGenerator.GetBytes(SerialLength));

        (Issuer, Certificate, Key) = (Path.Combine(folder, "ca.pem"), Path.Combine(folder, "broker.pem"), Path.Combine(folder, "broker.key"));
        File.WriteAllText(Issuer, issuer.ExportCertificatePem());
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The issuer's certificate, which who trusts it needs.</summary>
    public string Issuer { get; }

    /// <summary>The broker's certificate.</summary>
    public string Certificate { get; }

    /// <summary>Its key.</summary>
    public string Key { get; }
}
