using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Image;

/// <summary>Texts that an image file carries beside its pixels: Exif, XMP, comments, PNG text.</summary>
internal static partial class ImageMetadata
{
    private const int MaxText = 1024 * 1024;
    private const int MaxEntries = 1000;

    /// <summary>All texts found; a damaged block gives what could be read of it.</summary>
    public static ImmutableArray<MetadataField> Read(byte[] bytes)
    {
        var fields = ImmutableArray.CreateBuilder<MetadataField>();
        switch (ImageFile.MediaType(bytes))
        {
            case "image/jpeg":
                Jpeg(bytes, fields);
                break;
            case "image/png":
                Png(bytes, fields);
                break;
            case "image/tiff":
                Exif(bytes, fields);
                break;
            default:
                break;
        }

        return fields.ToImmutable();
    }

    private static void Jpeg(byte[] bytes, ImmutableArray<MetadataField>.Builder fields)
    {
        var position = 2;
        while (position + 4 <= bytes.Length && bytes[position] == 0xFF && bytes[position + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(position + 2));
            if (length < 2 || position + 2 + length > bytes.Length)
            {
                return;
            }

            var data = bytes.AsSpan(position + 4, length - 2);
            if (data.StartsWith("Exif\0\0"u8))
            {
                Exif(data[6..], fields);
            }
            else if (bytes[position + 1] == 0xE1)
            {
                Add(fields, "XMP", Tag().Replace(Encoding.UTF8.GetString(data), " "));
            }
            else if (bytes[position + 1] is 0xFE or 0xED)
            {
                Add(fields, bytes[position + 1] == 0xFE ? "Comment" : "IPTC", Encoding.UTF8.GetString(data));
            }

            position += 2 + length;
        }
    }

    private static void Png(byte[] bytes, ImmutableArray<MetadataField>.Builder fields)
    {
        var position = 8;
        while (position + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(position));
            if (length > bytes.Length - position - 12)
            {
                return;
            }

            var data = bytes.AsSpan(position + 8, (int)length);
            switch (Encoding.Latin1.GetString(bytes, position + 4, 4))
            {
                case "tEXt":
                    Add(fields, "tEXt", Encoding.Latin1.GetString(data).Replace('\0', ' '));
                    break;
                case "iTXt" or "zTXt":
                    Add(fields, "iTXt", Tag().Replace(Encoding.UTF8.GetString(data) + " " + Inflated(data), " "));
                    break;
                case "eXIf":
                    Exif(data, fields);
                    break;
                default:
                    break;
            }

            position += (int)length + 12;
        }
    }

    /// <summary>Compressed text after the keyword's end, its flags and method; empty where there is none.</summary>
    private static string Inflated(ReadOnlySpan<byte> data)
    {
        var start = data.IndexOf((ReadOnlySpan<byte>)[0x78]);
        if (start < 0)
        {
            return "";
        }

        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data[start..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[MaxText];
            var read = zlib.ReadAtLeast(buffer, MaxText, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            return ""; // it was no compressed text after all
        }
    }

    /// <summary>Texts of a TIFF directory and those it leads to (Exif, GPS).</summary>
    private static void Exif(ReadOnlySpan<byte> tiff, ImmutableArray<MetadataField>.Builder fields)
    {
        if (tiff.Length < 8)
        {
            return;
        }

        var little = tiff[0] == 0x49;
        var open = new Queue<uint>([Number(tiff, 4, 4, little)]);
        var seen = new HashSet<uint>();
        while (open.TryDequeue(out var directory))
        {
            if (directory + 2 > tiff.Length || !seen.Add(directory) || seen.Count > MaxEntries)
            {
                continue;
            }

            var count = Math.Min(MaxEntries, Number(tiff, directory, 2, little));
            for (uint i = 0; i < count && directory + 14 + (i * 12) <= tiff.Length; i++)
            {
                var entry = directory + 2 + (i * 12);
                var tag = Number(tiff, entry, 2, little);
                if (tag is 0x8769 or 0x8825)
                {
                    open.Enqueue(Number(tiff, entry + 8, 4, little));
                }
                else
                {
                    Text(tiff, entry, tag, little, fields);
                }
            }
        }
    }

    private static void Text(ReadOnlySpan<byte> tiff, uint entry, uint tag, bool little, ImmutableArray<MetadataField>.Builder fields)
    {
        var type = Number(tiff, entry + 2, 2, little);
        var length = Number(tiff, entry + 4, 4, little);
        var isText = type == 2 || tag is 0x9286 or 700 or (>= 0x9C9B and <= 0x9C9F);
        var place = length <= 4 ? entry + 8 : Number(tiff, entry + 8, 4, little);
        if (!isText || length > MaxText || (ulong)place + length > (ulong)tiff.Length)
        {
            return;
        }

        var data = tiff.Slice((int)place, (int)length);
        var text = tag is >= 0x9C9B and <= 0x9C9F ? Encoding.Unicode.GetString(data) : Encoding.UTF8.GetString(data);
        Add(fields, "Exif 0x" + tag.ToString("X4", System.Globalization.CultureInfo.InvariantCulture), tag == 700 ? Tag().Replace(text, " ") : text);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, uint at, int size, bool little)
    {
        if (at + (ulong)size > (ulong)bytes.Length)
        {
            return 0;
        }

        var part = bytes.Slice((int)at, size);
        return size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part)
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part);
    }

    private static void Add(ImmutableArray<MetadataField>.Builder fields, string name, string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('\0', ' ');
        if (words.Any(char.IsLetterOrDigit))
        {
            fields.Add(new MetadataField(name, new string([.. words.Where(c => !char.IsControl(c))])));
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
