using System.Buffers.Binary;
using System.Security.Cryptography;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Security;

/// <summary>Undoes the standard encryption of a file (§7.6).</summary>
internal sealed class Decryptor(EncryptionParameters set, byte[] key)
{
    public bool EncryptsMetadata => set.EncryptMetadata;

    /// <summary>Undoes the strings of an object.</summary>
    public IObjectDecryptor ForObject(int number, int generation) => new StringDecryptor(this, number, generation);

    /// <summary>Undoes the bytes of a stream.</summary>
    public byte[] Stream(ReadOnlySpan<byte> data, int number, int generation) => Apply(set.Streams, data, number, generation);

    private byte[] Apply(CryptMethod method, ReadOnlySpan<byte> data, int number, int generation) => method switch
    {
        CryptMethod.Rc4 => Rc4.Apply(ObjectKey(number, generation, aes: false), data),
        CryptMethod.Aes128 => Cbc(ObjectKey(number, generation, aes: true), data),
        CryptMethod.Aes256 => Cbc(key, data),
        _ => data.ToArray(),
    };

    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        var input = new byte[key.Length + (aes ? 9 : 5)];
        key.CopyTo(input, 0);
        BinaryPrimitives.WriteInt32LittleEndian(input.AsSpan(key.Length), number);
        BinaryPrimitives.WriteInt16LittleEndian(input.AsSpan(key.Length + 3), (short)generation);
        if (aes)
        {
            "sAlT"u8.CopyTo(input.AsSpan(key.Length + 5));
        }

        // MD5 is what the format prescribes (§7.6.3.2).
#pragma warning disable CA5351
        return MD5.HashData(input)[..Math.Min(16, key.Length + 5)];
#pragma warning restore CA5351
    }

    private static byte[] Cbc(byte[] key, ReadOnlySpan<byte> data)
    {
        var whole = (data.Length - 16) / 16 * 16;
        if (whole <= 0)
        {
            return [];
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(data.Slice(16, whole), data[..16], PaddingMode.None);
        var padding = plain[^1];
        return padding is >= 1 and <= 16 ? plain[..^padding] : plain;
    }

    private sealed class StringDecryptor(Decryptor owner, int number, int generation) : IObjectDecryptor
    {
        public byte[] String(ReadOnlySpan<byte> bytes) => owner.Apply(owner.set.Strings, bytes, number, generation);
    }

    private readonly EncryptionParameters set = set;
}
