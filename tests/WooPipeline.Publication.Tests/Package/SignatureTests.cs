using System.Security.Cryptography;

namespace WooPipeline.Publication.Tests;

public class SignatureTests
{
    [Fact]
    public void A_signature_fits_its_package_and_no_other()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.False(ManifestSignature.IsValid(folder.Path, rsa.ExportSubjectPublicKeyInfoPem()));
        ManifestSignature.Sign(folder.Path, ecdsa.ExportPkcs8PrivateKeyPem());
        Assert.True(ManifestSignature.IsValid(folder.Path, ecdsa.ExportSubjectPublicKeyInfoPem()));
        ManifestSignature.Sign(folder.Path, rsa.ExportPkcs8PrivateKeyPem());
        var first = File.ReadAllText(folder.File("publicatie", ManifestSignature.Name));
        ManifestSignature.Sign(folder.Path, rsa.ExportPkcs8PrivateKeyPem());

        Assert.Equal(first, File.ReadAllText(folder.File("publicatie", ManifestSignature.Name)));
        Assert.True(ManifestSignature.IsValid(folder.Path, rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.False(ManifestSignature.IsValid(folder.Path, ecdsa.ExportSubjectPublicKeyInfoPem()));
        Assert.Equal(0, PackageVerifier.Verify(folder.Path).ExitCode);
        File.AppendAllText(folder.File("publicatie", "manifest.json"), " ");
        Assert.False(ManifestSignature.IsValid(folder.Path, rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<PackageException>(() => ManifestSignature.Sign(folder.Path, "geen sleutel"));
    }
}
