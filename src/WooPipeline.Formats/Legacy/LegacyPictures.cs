using System.Buffers.Binary;
using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;

namespace WooPipeline.Formats.Legacy;

/// <summary>The PNG and JPEG pictures that a binary document keeps in a stream of its own (MS-ODRAW §2.2.23: blips with one or two hashes before the picture).</summary>
internal static class LegacyPictures
{
    private const int MaxPictures = 2_000;
    private const int HeadLength = 8;

    /// <summary>The pictures in the order of the stream, each once; a last section of the document, since where they stood isn't read.</summary>
    public static ImmutableArray<Block> Of(ReadOnlyMemory<byte> stream, ReadLimits limits)
    {
        var pictures = ImmutableArray.CreateBuilder<Block>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < stream.Length && pictures.Count < MaxPictures;)
        {
            limits.Check();
            var found = stream.Span[at..].IndexOfAny((byte)0x1D, (byte)0x1E, (byte)0x2A);
            if (found < 0)
            {
                break;
            }

            at += found + 1;
            var start = at - 3; // the low byte of the record's type
            if (start < 0 || Blip(stream.Span[start..]) is not { Length: > 0 } bytes)
            {
                continue;
            }

            at = start + HeadLength + bytes.Length;
            if (seen.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))) && ImageFile.Content(bytes, "") is { Data.IsEmpty: false } image)
            {
                pictures.Add(new ImageBlock(image));
            }
        }

        return pictures.Count == 0 ? [] : [new Section(ZoneKind.Body, [new Paragraph([new TextRun("Afbeeldingen", TextStyle.Bold)]), .. pictures]) { Name = "pictures" }];
    }

    private static byte[]? Blip(ReadOnlySpan<byte> record)
    {
        if (record.Length < HeadLength + 34 || record[3] != 0xF0)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(record[4..]);
        foreach (var hashes in (ReadOnlySpan<int>)[17, 33])
        {
            var picture = record[(HeadLength + hashes)..];
            if (length > hashes && length - hashes <= picture.Length && ImageFile.MediaType(picture) is "image/png" or "image/jpeg")
            {
                return picture[..(int)(length - hashes)].ToArray();
            }
        }

        return null;
    }
}
