using System.IO.Compression;
using System.Text;

namespace WooPipeline.Formats.Office;

/// <summary>Tells Office files by their bytes.</summary>
internal static class OfficeSignature
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>First bytes of a compound file (MS-CFB §2.2).</summary>
    public static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>First bytes of a zip entry.</summary>
    public static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>True where a compound file holds an encrypted package (MS-OFFCRYPTO §2.3.4).</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) => bytes.StartsWith(CompoundFile) && bytes.IndexOf(EncryptedPackage) >= 0;

    /// <summary>
    /// True where the file is of a family: by its extension, or, whatever the extension, by a zip that holds the family's folder
    /// (<c>word/</c>, <c>xl/</c>) beside a list of content types.
    /// </summary>
    public static bool IsFamily(SourceFile file, string folder, params ReadOnlySpan<string> extensions)
    {
        var content = file.Content.Span;
        if (content.StartsWith(Zip) && content.IndexOf("[Content_Types].xml"u8) >= 0)
        {
            return HoldsFolder(file.Content, folder) ?? extensions.Contains(file.Extension);
        }

        return extensions.Contains(file.Extension) && !(content.StartsWith(CompoundFile) && !IsEncrypted(content));
    }

    private static bool? HoldsFolder(ReadOnlyMemory<byte> content, string folder)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            return archive.Entries.Any(e => e.FullName.Replace('\\', '/').TrimStart('/').StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return null; // broken zip: the extension decides, and reading it gives the reason
        }
    }
}
