using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Security;

/// <summary>The encryption dictionary of the standard handler (§7.6.4.2), read.</summary>
internal sealed record EncryptionParameters
{
    public required int Revision { get; init; }

    /// <summary>Key length in bytes.</summary>
    public required int KeyLength { get; init; }

    public required int Permissions { get; init; }

    public required byte[] Owner { get; init; }

    public required byte[] User { get; init; }

    public required byte[] OwnerKey { get; init; }

    public required byte[] UserKey { get; init; }

    public required byte[] Id { get; init; }

    public required bool EncryptMetadata { get; init; }

    public required CryptMethod Streams { get; init; }

    public required CryptMethod Strings { get; init; }

    /// <summary>Reads it; null where the handler or version isn't ours.</summary>
    public static EncryptionParameters? Read(PdfDictionary dictionary, byte[] id, Func<PdfObject?, PdfObject> resolve)
    {
        var version = Number(dictionary, "V", resolve);
        var revision = Number(dictionary, "R", resolve);
        if (resolve(dictionary["Filter"]) is not PdfName { Value: "Standard" } || version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6)
        {
            return null;
        }

        var length = Number(dictionary, "Length", resolve);
        length = length is >= 5 and <= 16 ? length * 8 : length is >= 40 and <= 256 ? length : version == 4 ? 128 : 40;
        var metadata = resolve(dictionary["EncryptMetadata"]) is not PdfBoolean { Value: false };
        return new EncryptionParameters
        {
            Revision = revision,
            KeyLength = version == 1 ? 5 : version == 5 ? 32 : version == 4 ? 16 : Math.Min(length / 8, 16),
            Permissions = Number(dictionary, "P", resolve),
            Owner = Bytes(dictionary, "O", resolve),
            User = Bytes(dictionary, "U", resolve),
            OwnerKey = Bytes(dictionary, "OE", resolve),
            UserKey = Bytes(dictionary, "UE", resolve),
            Id = id,
            EncryptMetadata = metadata,
            Streams = version >= 4 ? Method(dictionary, "StmF", resolve) : CryptMethod.Rc4,
            Strings = version >= 4 ? Method(dictionary, "StrF", resolve) : CryptMethod.Rc4,
        };
    }

    private static CryptMethod Method(PdfDictionary dictionary, string key, Func<PdfObject?, PdfObject> resolve)
    {
        if (resolve(dictionary[key]) is not PdfName name || name.Value == "Identity"
            || resolve(dictionary["CF"]) is not PdfDictionary filters || resolve(filters[name.Value]) is not PdfDictionary filter)
        {
            return CryptMethod.None;
        }

        return (resolve(filter["CFM"]) as PdfName)?.Value switch
        {
            "V2" => CryptMethod.Rc4,
            "AESV2" => CryptMethod.Aes128,
            "AESV3" => CryptMethod.Aes256,
            _ => CryptMethod.None,
        };
    }

    private static int Number(PdfDictionary dictionary, string key, Func<PdfObject?, PdfObject> resolve) =>
        resolve(dictionary[key]) is PdfInteger number ? unchecked((int)number.Value) : 0;

    private static byte[] Bytes(PdfDictionary dictionary, string key, Func<PdfObject?, PdfObject> resolve) =>
        resolve(dictionary[key]) is PdfString text ? text.Bytes.ToArray() : [];
}

/// <summary>How strings or streams are encrypted.</summary>
internal enum CryptMethod
{
    None,
    Rc4,
    Aes128,
    Aes256,
}
