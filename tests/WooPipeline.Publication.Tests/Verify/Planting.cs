using System.IO.Compression;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Publication.Tests;

/// <summary>Ways to put a string into a file of a package.</summary>
internal static class Planting
{
    /// <summary>Behind the file's last byte.</summary>
    public static byte[] Append(byte[] file, byte[] planted) => [.. file, .. planted];

    /// <summary>Behind the file's last byte, as Latin-1.</summary>
    public static byte[] Append(byte[] file, string planted) => Append(file, Encoding.Latin1.GetBytes(planted));

    /// <summary>An object appended to a PDF.</summary>
    public static byte[] PdfObject(byte[] pdf, string body, int number = 900) => Append(pdf, $"\n{number} 0 obj\n{body}\nendobj\n%%EOF\n");

    /// <summary>A stream appended to a PDF.</summary>
    public static byte[] PdfStream(byte[] pdf, string entries, byte[] data) =>
        [.. pdf, .. Encoding.Latin1.GetBytes($"\n901 0 obj\n<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream\nendobj\n%%EOF\n"u8];

    /// <summary>zlib data.</summary>
    public static byte[] Flate(byte[] data)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.SmallestSize))
        {
            zlib.Write(data);
        }

        return buffer.ToArray();
    }

    /// <summary>The bytes of text.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>ASCII85 of bytes, a multiple of four of them.</summary>
    public static byte[] Ascii85(byte[] data)
    {
        var padded = data.Concat(new byte[(4 - (data.Length % 4)) % 4]).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < padded.Length; i += 4)
        {
            var value = ((uint)padded[i] << 24) | ((uint)padded[i + 1] << 16) | ((uint)padded[i + 2] << 8) | padded[i + 3];
            var digits = new char[5];
            for (var d = 4; d >= 0; d--, value /= 85)
            {
                digits[d] = (char)('!' + (value % 85));
            }

            text.Append(digits);
        }

        return Encoding.ASCII.GetBytes(text + "~>");
    }

    /// <summary>RunLength encoding of bytes as they are.</summary>
    public static byte[] RunLength(byte[] data) => [.. data.Chunk(128).SelectMany(c => c.Prepend((byte)(c.Length - 1))), 128];

    /// <summary>A PDF of our own writer that says something.</summary>
    public static byte[] PdfOf(params string[] paragraphs)
    {
        using var output = new MemoryStream();
        PdfDocumentWriter.Write(new DocumentTree { Blocks = [.. paragraphs.Select(p => Paragraph.Of(p))] }, new HouseStyle(), new PdfWriteOptions { Title = "Koeling" }, output);
        return output.ToArray();
    }

    /// <summary>A member added to a zip.</summary>
    public static byte[] Member(byte[] zip, string name, byte[] content, CompressionLevel level = CompressionLevel.SmallestSize)
    {
        using var buffer = new MemoryStream();
        buffer.Write(zip);
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = archive.CreateEntry(name, level).Open();
            stream.Write(content);
        }

        return buffer.ToArray();
    }

    /// <summary>A zip of one member.</summary>
    public static byte[] Zip(string name, byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }

        return buffer.ToArray();
    }

    /// <summary>A zip whose central directory names none of its members.</summary>
    public static byte[] WithoutDirectory(byte[] zip)
    {
        var directory = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        return [.. zip[..directory], (byte)'P', (byte)'K', 5, 6, .. new byte[18]];
    }

    /// <summary>A PNG with a text chunk; its pixels don't matter.</summary>
    public static byte[] Png(string type, byte[] data) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10,
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk(type, data), .. Chunk("IEND", []),
    ];

    /// <summary>A JPEG with an EXIF segment; its pixels don't matter.</summary>
    public static byte[] Jpeg(byte[] exif)
    {
        var length = exif.Length + 8;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. exif, 0xFF, 0xDA, 0, 2, 0x3F, 0xFF, 0xD9];
    }

    /// <summary>Every letter as a character reference.</summary>
    public static string Entities(string text) => string.Concat(text.Select((c, i) => i % 2 == 0 ? $"&#{(int)c};" : $"&#x{(int)c:x};"));

    /// <summary>Every letter as an escape of JSON and JavaScript.</summary>
    public static string Escapes(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));

    /// <summary>Text put before the last occurrence of a marker.</summary>
    public static byte[] Before(byte[] file, string marker, string planted)
    {
        var text = Encoding.UTF8.GetString(file);
        return Encoding.UTF8.GetBytes(text.Insert(text.LastIndexOf(marker, StringComparison.Ordinal), planted));
    }

    private static byte[] Chunk(string type, byte[] data) =>
        [(byte)(data.Length >> 24), (byte)(data.Length >> 16), (byte)(data.Length >> 8), (byte)data.Length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
}
