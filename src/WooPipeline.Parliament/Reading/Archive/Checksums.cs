using System.Security.Cryptography;

namespace WooPipeline.Parliament;

/// <summary>Holds files against the checksums of their records.</summary>
internal static class Checksums
{
    /// <summary>Compares.</summary>
    /// <param name="content">The file; null where it isn't here.</param>
    /// <param name="algorithm">As the record names it: <c>SHA256</c>, <c>sha_256</c>, <c>SHA-512</c>, <c>MD5</c>.</param>
    /// <param name="expected">The checksum in hexadecimal.</param>
    public static ChecksumState Compare(byte[]? content, string algorithm, string expected)
    {
        if (expected.Length == 0)
        {
            return ChecksumState.None;
        }

        if (content is null)
        {
            return ChecksumState.NotHere;
        }

        return Hash(content, algorithm) is not { } hash ? ChecksumState.UnknownAlgorithm
            : string.Equals(Convert.ToHexString(hash), expected.Trim(), StringComparison.OrdinalIgnoreCase) ? ChecksumState.Same
            : ChecksumState.Different;
    }

    // MD5 and SHA-1 are weak, but older records have nothing else; here they only tell files apart.
#pragma warning disable CA5350, CA5351
    private static byte[]? Hash(byte[] content, string algorithm) => string.Concat(algorithm.Where(char.IsLetterOrDigit)).ToUpperInvariant() switch
    {
        "SHA256" => SHA256.HashData(content),
        "SHA384" => SHA384.HashData(content),
        "SHA512" => SHA512.HashData(content),
        "SHA1" => SHA1.HashData(content),
        "MD5" => MD5.HashData(content),
        _ => null,
    };
#pragma warning restore CA5350, CA5351
}
