using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Pdf.Security;

/// <summary>Finds the file's key with a password, tried as the user's and as the owner's (§7.6.4.3, algorithms 2 to 13).</summary>
internal static class FileKey
{
    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The key, or null where the password is neither.</summary>
    public static byte[]? Find(EncryptionParameters set, string password)
    {
        if (set.Revision >= 5)
        {
            return Aes256(set, Encoding.UTF8.GetBytes(password) is { Length: > 127 } longer ? longer[..127] : Encoding.UTF8.GetBytes(password));
        }

        var plain = Encoding.Latin1.GetBytes(password);
        return TryUser(set, plain) ?? TryUser(set, UserOfOwner(set, plain));
    }

    private static byte[]? TryUser(EncryptionParameters set, byte[] password)
    {
        var key = Compute(set, password);
        var expected = set.Revision == 2 ? Rc4.Apply(key, Padding) : UserCheck(set, key);
        var count = set.Revision == 2 ? 32 : 16;
        return set.User.Length >= count && expected.AsSpan(0, count).SequenceEqual(set.User.AsSpan(0, count)) ? key : null;
    }

    private static byte[] Compute(EncryptionParameters set, byte[] password)
    {
        var owner = set.Owner.Length >= 32 ? set.Owner[..32] : set.Owner;
        byte[] input = [.. Pad(password), .. owner, .. BitConverter.GetBytes(set.Permissions), .. set.Id];
        if (set.Revision >= 4 && !set.EncryptMetadata)
        {
            input = [.. input, 0xFF, 0xFF, 0xFF, 0xFF];
        }

        var hash = Md5(input);
        for (var i = 0; i < 50 && set.Revision >= 3; i++)
        {
            hash = Md5(hash.AsSpan(0, set.KeyLength));
        }

        return hash[..set.KeyLength];
    }

    private static byte[] UserCheck(EncryptionParameters set, byte[] key)
    {
        var value = Rc4.Apply(key, Md5([.. Padding, .. set.Id]));
        for (var i = 1; i <= 19; i++)
        {
            value = Rc4.Apply(Xor(key, i), value);
        }

        return value;
    }

    private static byte[] UserOfOwner(EncryptionParameters set, byte[] password)
    {
        var hash = Md5(Pad(password));
        for (var i = 0; i < 50 && set.Revision >= 3; i++)
        {
            hash = Md5(hash);
        }

        var key = hash[..set.KeyLength];
        var value = set.Owner.Length >= 32 ? set.Owner[..32] : set.Owner;
        for (var i = set.Revision == 2 ? 0 : 19; i >= 0; i--)
        {
            value = Rc4.Apply(Xor(key, i), value);
        }

        return value;
    }

    private static byte[]? Aes256(EncryptionParameters set, byte[] password)
    {
        if (set.User.Length < 48 || set.Owner.Length < 48 || set.UserKey.Length < 32 || set.OwnerKey.Length < 32)
        {
            return null;
        }

        var user = set.User[..48];
        if (Hash(set.Revision, password, user[32..40], []).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
        {
            return Unwrap(Hash(set.Revision, password, user[40..48], []), set.UserKey);
        }

        if (Hash(set.Revision, password, set.Owner[32..40], user).AsSpan().SequenceEqual(set.Owner.AsSpan(0, 32)))
        {
            return Unwrap(Hash(set.Revision, password, set.Owner[40..48], user), set.OwnerKey);
        }

        return null;
    }

    private static byte[] Unwrap(byte[] key, byte[] wrapped)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B of ISO 32000-2; revision 5 stops after the first hash.</summary>
    private static byte[] Hash(int revision, byte[] password, byte[] salt, byte[] user)
    {
        var key = SHA256.HashData([.. password, .. salt, .. user]);
        if (revision == 5)
        {
            return key;
        }

        using var aes = Aes.Create();
        byte last = 0;
        for (var round = 0; round < 64 || last > round - 32; round++)
        {
            byte[] one = [.. password, .. key, .. user];
            var repeated = new byte[one.Length * 64];
            for (var i = 0; i < 64; i++)
            {
                one.CopyTo(repeated, i * one.Length);
            }

            aes.Key = key[..16];
            var cipher = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            var remainder = 0;
            for (var i = 0; i < 16; i++)
            {
                remainder += cipher[i];
            }

            key = (remainder % 3) switch { 0 => SHA256.HashData(cipher), 1 => SHA384.HashData(cipher), _ => SHA512.HashData(cipher) };
            last = cipher[^1];
        }

        return key[..32];
    }

    private static byte[] Pad(byte[] password) => [.. password.AsSpan(0, Math.Min(32, password.Length)), .. Padding.AsSpan(0, Math.Max(0, 32 - password.Length))];

    private static byte[] Xor(byte[] key, int value) => [.. key.Select(b => (byte)(b ^ value))];

    // MD5 is what the format prescribes for these old revisions; nothing is protected by it here.
#pragma warning disable CA5351
    private static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
