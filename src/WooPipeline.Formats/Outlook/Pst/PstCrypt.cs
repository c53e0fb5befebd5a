using System.Collections.Frozen;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>The two ways in which a .pst hides its data (MS-PST §5.1, §5.2); neither has a secret key.</summary>
internal static class PstCrypt
{
    public const byte None = 0;
    public const byte Compressible = 1;
    public const byte Cyclic = 2;

    private static readonly FrozenDictionary<string, byte[]> Tables = MailData.Rows("pst-crypt.csv", 2)
        .ToFrozenDictionary(row => row[0], row => Convert.FromHexString(row[1]));

    /// <summary>Makes a block readable, in place.</summary>
    /// <param name="data">The block.</param>
    /// <param name="method">The file's method.</param>
    /// <param name="block">The block's id, which is the key of the cyclic method.</param>
    public static void Decrypt(Span<byte> data, byte method, ulong block)
    {
        if (method == Compressible)
        {
            var inverse = Tables["I"];
            for (var i = 0; i < data.Length; i++)
            {
                data[i] = inverse[data[i]];
            }
        }
        else if (method == Cyclic)
        {
            DecryptCyclic(data, (uint)block);
        }
    }

    private static void DecryptCyclic(Span<byte> data, uint key)
    {
        var (r, s, inverse) = (Tables["R"], Tables["S"], Tables["I"]);
        var w = (ushort)(key ^ (key >> 16));
        for (var i = 0; i < data.Length; i++)
        {
            var low = (byte)w;
            var high = (byte)(w >> 8);
            var b = r[(byte)(data[i] + low)];
            b = s[(byte)(b + high)];
            b = inverse[(byte)(b - high)];
            data[i] = (byte)(b - low);
            w++;
        }
    }
}
