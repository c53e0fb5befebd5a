using System.Security.Cryptography;

namespace WooPipeline.Publication;

/// <summary>
/// A signature over <c>publicatie/manifest.json</c>, and so over every file that it lists: RSA (PKCS #1 v1.5) or ECDSA with SHA-256, in
/// base64. With RSA the same key gives the same bytes each time.
/// </summary>
public static class ManifestSignature
{
    /// <summary>Name of the signature beside the manifest.</summary>
    public const string Name = "manifest.json.sig";

    /// <summary>Signs the package in a folder.</summary>
    /// <param name="outFolder">Folder with <c>publicatie/</c>.</param>
    /// <param name="privateKeyPem">Private key as PEM (PKCS #8, RSA or EC).</param>
    /// <exception cref="PackageException">There is no package, or the key can't be used.</exception>
    public static void Sign(string outFolder, string privateKeyPem)
    {
        var manifest = ManifestBytes(outFolder);
        var signature = WithKey(privateKeyPem, rsa => rsa.SignData(manifest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ecdsa => ecdsa.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        File.WriteAllText(Path.Combine(outFolder, "publicatie", Name), Convert.ToBase64String(signature) + "\n");
    }

    /// <summary>True where the signature is there and fits the manifest and the key.</summary>
    /// <exception cref="PackageException">There is no package, or the key can't be used.</exception>
    public static bool IsValid(string outFolder, string publicKeyPem)
    {
        var manifest = ManifestBytes(outFolder);
        var path = Path.Combine(outFolder, "publicatie", Name);
        var signature = new byte[1024];
        if (!File.Exists(path) || !Convert.TryFromBase64String(File.ReadAllText(path).Trim(), signature, out var length))
        {
            return false;
        }

        return WithKey(publicKeyPem, rsa => rsa.VerifyData(manifest, signature.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ecdsa => ecdsa.VerifyData(manifest, signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    private static T WithKey<T>(string pem, Func<RSA, T> rsa, Func<ECDsa, T> ecdsa)
    {
        ArgumentException.ThrowIfNullOrEmpty(pem);
        using var first = RSA.Create();
        if (TryImport(first, pem))
        {
            return rsa(first);
        }

        using var second = ECDsa.Create();
        return TryImport(second, pem) ? ecdsa(second)
            : throw new PackageException("De sleutel is geen RSA- of EC-sleutel in PEM; geef een ander bestand op.");
    }

    private static bool TryImport(AsymmetricAlgorithm algorithm, string pem)
    {
        try
        {
            algorithm.ImportFromPem(pem);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static byte[] ManifestBytes(string outFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(outFolder);
        var path = Path.Combine(outFolder, "publicatie", Manifest.Name);
        return File.Exists(path) ? File.ReadAllBytes(path)
            : throw new PackageException($"In {Path.GetFileName(Path.TrimEndingDirectorySeparator(outFolder))} staat geen pakket om te ondertekenen.");
    }
}
