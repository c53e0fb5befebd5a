using System.Formats.Asn1;

namespace WooPipeline.Formats.Mail;

/// <summary>Opens S/MIME that is signed and not encrypted (RFC 8551 §3.5, RFC 5652 §5); signatures are not judged here.</summary>
internal static class SignedContent
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    /// <summary>What was signed; null where the bytes are no signed data with content (encrypted, or damaged).</summary>
    public static ReadOnlyMemory<byte>? Unwrap(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var info = new AsnReader(bytes, AsnEncodingRules.BER, new AsnReaderOptions { SkipSetSortOrderVerification = true }).ReadSequence();
            if (info.ReadObjectIdentifier() != SignedData)
            {
                return null;
            }

            var signed = info.ReadSequence(Explicit).ReadSequence();
            _ = signed.ReadInteger();
            _ = signed.ReadSetOf();
            var content = signed.ReadSequence();
            _ = content.ReadObjectIdentifier();
            return content.HasData ? content.ReadSequence(Explicit).ReadOctetString() : default(ReadOnlyMemory<byte>?);
        }
        catch (AsnContentException)
        {
            return null; // no CMS at all
        }
    }
}
