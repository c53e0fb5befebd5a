using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>What images say beside their pixels: JPEG application segments (EXIF, IPTC, XMP) and comments, PNG text chunks.</summary>
internal static class ImageSurfaces
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>True for JPEG, PNG, GIF, TIFF and BMP.</summary>
    public static bool IsImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Png) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8)
        || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("BM"u8) || bytes.StartsWith("RIFF"u8);

    /// <summary>Surfaces of an image.</summary>
    public static IEnumerable<Surface> Read(string place, byte[] bytes) =>
        bytes.AsSpan().StartsWith(Png) ? Chunks(place, bytes) : bytes[0] == 0xFF ? Segments(place, bytes) : [];

    private static IEnumerable<Surface> Segments(string place, byte[] bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            var end = Math.Min(bytes.Length, at + 2 + length);
            if (marker is 0xFE or (>= 0xE1 and <= 0xEF))
            {
                var what = marker == 0xFE ? "commentaar in afbeelding" : marker == 0xE1 ? "EXIF of XMP in afbeelding" : "gegevens in afbeelding";
                foreach (var text in Strings(bytes[(at + 4)..Math.Max(at + 4, end)]))
                {
                    yield return new Surface(SurfaceKind.Properties, SurfaceReader.Place(place, what), text);
                }
            }

            at = end;
        }
    }

    private static IEnumerable<Surface> Chunks(string place, byte[] bytes)
    {
        var at = 8;
        while (at + 12 <= bytes.Length)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)), (uint)(bytes.Length - at - 12));
            var type = Encoding.ASCII.GetString(bytes, at + 4, 4);
            var data = bytes[(at + 8)..(at + 8 + length)];
            if (type is "tEXt" or "zTXt" or "iTXt" or "eXIf")
            {
                foreach (var text in Strings(data).Concat(Strings(Packed(data))))
                {
                    yield return new Surface(SurfaceKind.Properties, SurfaceReader.Place(place, $"{type} in afbeelding"), text);
                }
            }

            at += 12 + length;
        }
    }

    /// <summary>The zlib data somewhere in a text chunk; empty where there is none.</summary>
    private static byte[] Packed(byte[] data)
    {
        for (var at = 0; at + 2 < data.Length && at < 256; at++)
        {
            if (data[at] != 0x78 || ((data[at] << 8) + data[at + 1]) % 31 != 0)
            {
                continue;
            }

            try
            {
                using var zlib = new ZLibStream(new MemoryStream(data, at, data.Length - at), CompressionMode.Decompress);
                return Limited.ReadAll(zlib);
            }
            catch (InvalidDataException)
            {
                continue; // these two bytes were no beginning of zlib data
            }
        }

        return [];
    }

    private static IEnumerable<string> Strings(byte[] data) =>
        data.Length == 0 ? [] : EncodedText.Decodings(data).Select(d => new string([.. d.Text.Select(c => char.IsControl(c) ? '\n' : c)]));
}
